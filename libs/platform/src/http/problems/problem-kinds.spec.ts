import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';

import { PROBLEM_KINDS, problemKind } from './problem-kinds';

const ROOT = path.resolve(__dirname, '../../../../..');

function sources(pattern: string): string[] {
  return globSync(pattern, { cwd: ROOT })
    .filter((file) => !file.endsWith('.spec.ts'))
    .map((file) => readFileSync(path.join(ROOT, file), 'utf8'));
}

/** Every kind that the code gives a problem: errors of the business, by status, and written out. */
function kindsInCode(): string[] {
  const all = [...sources('libs/*/src/**/*.ts'), ...sources('apps/*/src/**/*.ts')];
  const ofErrors = all
    .filter((text) => text.includes('extends BusinessError'))
    .flatMap((text) => [...text.matchAll(/readonly kind = '([^']+)'/g)]);
  const written = all.flatMap((text) => [...text.matchAll(/(?:\$\{PROBLEM_TYPE_BASE\}|['"`]\/problems\/)([a-z-]+)/g)]);
  const byStatus = sources('libs/platform/src/http/problems/problem.ts').flatMap((text) => [
    ...text.matchAll(/kind: '([^']+)'/g),
  ]);
  return [...new Set([...ofErrors, ...written, ...byStatus].map(([, kind = '']) => kind))];
}

it('every kind of problem that the code uses can be read about, and no other', () => {
  expect(kindsInCode().sort()).toEqual(Object.keys(PROBLEM_KINDS).sort());
});

it('each error of the business has the status that its kind is documented with', () => {
  const all = [...sources('libs/*/src/**/*.ts'), ...sources('apps/*/src/**/*.ts')];
  const declared = all.flatMap((text) => [
    ...text.matchAll(/readonly kind = '([^']+)';\n(?: *\/\/.*\n)? *readonly status = (\d+);/g),
  ]);
  expect(declared.length).toBeGreaterThan(15);
  for (const [, kind = '', status] of declared)
    expect([kind, problemKind(kind)?.status]).toEqual([kind, Number(status)]);
});

it('a kind that is none is not known', () => {
  expect(problemKind('busy')?.title).toBe('Too many requests at once');
  expect(problemKind('constructor')).toBeUndefined();
  expect(problemKind('')).toBeUndefined();
});
