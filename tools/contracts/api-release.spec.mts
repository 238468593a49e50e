import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { apiVerdict } from './api-release.mts';

const operation = { operationId: 'listThings', responses: { 200: { description: 'Things.' } } };
const document = (...paths: readonly string[]): string =>
  JSON.stringify({ openapi: '3.1.0', paths: Object.fromEntries(paths.map((path) => [path, { get: operation }])) });

let folder: string;
let present: string;
let released: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'api-release-'));
  present = join(folder, 'present.json');
  released = join(folder, 'released.json');
  writeFileSync(present, document('/things'));
});
afterEach(() => rmSync(folder, { recursive: true }));

it('is asked for where the API was never released', () => {
  expect(apiVerdict('check', present, released)).toMatchObject({ ok: false });
});

it('puts the present document in the place of the released one, which then holds', () => {
  expect(apiVerdict('release', present, released).ok).toBe(true);
  expect(readFileSync(released, 'utf8')).toBe(document('/things'));
  expect(apiVerdict('check', present, released).ok).toBe(true);
});

it('may add, and leaves what is released alone until it is released', () => {
  apiVerdict('release', present, released);
  writeFileSync(present, document('/things', '/more'));
  expect(apiVerdict('check', present, released).ok).toBe(true);
  expect(readFileSync(released, 'utf8')).toBe(document('/things'));
});

it.each(['check', 'release'] as const)(
  'refuses at %s what breaks a client, by name, and releases nothing',
  (command) => {
    apiVerdict('release', present, released);
    writeFileSync(present, document('/more'));
    const verdict = apiVerdict(command, present, released);
    expect(verdict.ok).toBe(false);
    expect(verdict.text).toContain('/things');
    expect(readFileSync(released, 'utf8')).toBe(document('/things'));
  },
);
