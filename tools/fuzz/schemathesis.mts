import { readdirSync, readFileSync } from 'node:fs';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { spawn } from 'node:child_process';
import type { FuzzOptions } from './options.mts';

const LONGEST_DETAIL = 4_000;
const DOCUMENT = 'openapi.json';
/**
 * Cases one after the other: what answers there were before a case is then the same each time, and Python before 3.11.8 ends
 * with "AST constructor recursion depth mismatch" now and then where threads make cases beside each other.
 */
const WORKERS = 1;

export interface Fuzzed {
  /** Of the program: 0 where it found nothing, 1 where it found failures, others where it could not run. */
  readonly code: number | null;
  readonly operations: number;
  readonly cases: number;
  readonly failures: number;
  /** What went wrong, a line each, of failures and of what kept cases from being made or sent. */
  readonly details: readonly string[];
}

interface Run {
  readonly program: string;
  readonly url: string;
  readonly key: string;
  /** The document that is held against the platform. */
  readonly document: object;
  /** For the document and the reports; emptied before. */
  readonly folder: string;
}

function commandLine({ url, key, folder }: Run, options: FuzzOptions): string[] {
  return [
    ...['--config-file', join(import.meta.dirname, 'schemathesis.toml'), '--no-color'],
    ...['run', join(folder, DOCUMENT), '--url', url, '--header', `Authorization: Bearer ${key}`],
    ...['--phases', options.phases.join(','), '--max-examples', String(options.cases)],
    ...['--seed', String(options.seed), '--workers', String(WORKERS)],
    ...['--report', 'json,vcr', '--report-dir', folder],
    ...(options.isShort ? ['--no-shrink'] : []),
    ...options.operations.flatMap((id) => ['--include-operation-id', id]),
  ];
}

/** Runs it to its end; what it prints goes to our output. */
export async function runSchemathesis(run: Run, options: FuzzOptions): Promise<Fuzzed> {
  await rm(run.folder, { recursive: true, force: true });
  await mkdir(run.folder, { recursive: true });
  await writeFile(join(run.folder, DOCUMENT), JSON.stringify(run.document));
  const code = await new Promise<number | null>((resolve, reject) => {
    const child = spawn(run.program, commandLine(run, options), {
      cwd: run.folder,
      env: {
        ...process.env,
        SCHEMATHESIS_HOOKS: 'hooks',
        PYTHONPATH: import.meta.dirname,
        PYTHONDONTWRITEBYTECODE: '1',
      },
      stdio: ['ignore', 'inherit', 'inherit'],
    });
    child.once('error', reject);
    child.once('close', resolve);
  });
  return { code, ...readReport(run.folder) };
}

function readReport(folder: string): Omit<Fuzzed, 'code'> {
  const name = readdirSync(folder).find((file) => /^json-.*\.json$/.test(file));
  const report: unknown = name === undefined ? undefined : JSON.parse(readFileSync(join(folder, name), 'utf8'));
  return {
    operations: numberAt(report, 'operations', 'tested'),
    cases: numberAt(report, 'test_cases', 'generated'),
    failures: numberAt(report, 'test_cases', 'unique_failures'),
    details: ['failures', 'errors'].flatMap((kind) => linesOf(report, kind)),
  };
}

function linesOf(report: unknown, kind: string): readonly string[] {
  const found = isObject(report) ? report[kind] : undefined;
  return Array.isArray(found) ? found.map((one) => `${kind}: ${JSON.stringify(one).slice(0, LONGEST_DETAIL)}`) : [];
}

function numberAt(report: unknown, ...path: readonly string[]): number {
  let value = report;
  for (const name of path) value = isObject(value) ? value[name] : undefined;
  return typeof value === 'number' ? value : 0;
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}
