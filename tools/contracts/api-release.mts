import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { apiChanges, type ApiFinding } from './api-changes.mts';
import { schemaAt } from './json-schema.mts';
import type { Report } from './report.mts';

/**
 * Compares the API's document with the one that was released last; on `release`, puts it in that one's place if it breaks no
 * client.
 * @param present path of the document of today
 * @param released path of the released one
 */
export function apiVerdict(command: 'check' | 'release', present: string, released: string): Report {
  const text = readFileSync(present, 'utf8');
  if (existsSync(released)) {
    const findings = apiChanges(read(readFileSync(released, 'utf8')), read(text));
    if (findings.length > 0) return { ok: false, text: told(findings) };
  } else if (command === 'check') {
    return { ok: false, text: 'The API was never released. Run: npm run contracts -- release' };
  }
  if (command === 'check') return { ok: true, text: 'The API breaks no client of its released document' };
  writeFileSync(released, text);
  return { ok: true, text: 'Released the API. Commit libs/contracts/released/openapi.json' };
}

function read(text: string) {
  return schemaAt(JSON.parse(text));
}

function told(findings: readonly ApiFinding[]): string {
  const blocks = [...Map.groupBy(findings, ({ operation }) => operation)].map(([operation, found]) =>
    [operation, ...found.map(({ place, rule, detail }) => `  ${place || '/'}: ${detail} [${rule}]`)].join('\n'),
  );
  return [
    `${findings.length} changes of the API break clients of what was released:`,
    ...blocks,
    'Keep what there was beside what is new, and announce its end: docs/api/README.md',
  ].join('\n');
}
