/**
 * Sends the platform what its own document makes possible and what it forbids, and looks whether each answer is one that
 * the document has. `npm run fuzz -- --help` tells the options, docs/how-to/fuzz.md the rest.
 */
import { readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { build } from '../start/build.mts';
import { type FuzzOptions, readOptions, USAGE } from './options.mts';
import { installSchemathesis, pythonObstacle } from './python.mts';
import { runSchemathesis } from './schemathesis.mts';
import { startStage } from './stage.mts';

const ROOT = dirname(dirname(import.meta.dirname));
const DIST = 'dist';
const DOCUMENT_PATIENCE_MS = 60_000;

interface Place {
  readonly url: string;
  readonly key: string;
  ended(): string[];
  stop(logsTo?: string): Promise<void>;
}

function tell(line: string): void {
  console.log(`${new Date().toISOString().slice(11, 19)} ${line}`);
}

async function placeOf({ url, keyFile }: FuzzOptions): Promise<Place> {
  if (url === undefined) {
    await build(ROOT);
    return startStage(ROOT, DIST);
  }
  const key = readFileSync(resolve(ROOT, keyFile), 'utf8').trim();
  return { url, key, ended: () => [], stop: () => Promise.resolve() };
}

/** The document of the gateway, as soon as it has heard of all services: what is missing in it would not be tried. */
async function wholeDocument(url: string): Promise<object> {
  const end = performance.now() + DOCUMENT_PATIENCE_MS;
  for (;;) {
    const answer = await fetch(`${url}/openapi.json`);
    const document: unknown = await answer.json();
    if (!answer.ok || typeof document !== 'object' || document === null)
      throw new Error(`${url}/openapi.json is no document: ${answer.status} ${JSON.stringify(document)}`);
    if (!('x-unavailable' in document)) return document;
    if (performance.now() > end)
      throw new Error(
        `The document lacks ${JSON.stringify(document['x-unavailable'])}: they do not answer the gateway`,
      );
    await pause(1_000);
  }
}

async function fuzz(options: FuzzOptions): Promise<boolean> {
  const program = await installSchemathesis(ROOT, tell);
  const place = await placeOf(options);
  // One for each seed, so that runs beside each other leave each other's reports alone.
  const folder = join(ROOT, '.itops', 'fuzz', String(options.seed));
  let isSound = false;
  try {
    tell(`seed ${options.seed}, ${options.cases} cases by chance for each operation, against ${place.url}`);
    const document = await wholeDocument(place.url);
    const { code, operations, cases, failures, details } = await runSchemathesis(
      { program, url: place.url, key: place.key, folder, document },
      options,
    );
    // Once more at the end, where it is looked for.
    for (const line of details) tell(line);
    const ended = place.ended();
    if (ended.length > 0) tell(`ended meanwhile: ${ended.join(', ')}`);
    tell(`${cases} cases over ${operations} operations, ${failures} failures; reports in ${folder}`);
    if (code !== 0) tell(`schemathesis ended with ${code ?? 'a signal'}`);
    isSound = code === 0 && ended.length === 0;
    return isSound;
  } finally {
    await place.stop(isSound && !options.keepLogs ? undefined : join(folder, 'logs'));
  }
}

try {
  const options = readOptions(process.argv.slice(2));
  const obstacle = options.isHelp ? undefined : await pythonObstacle();
  if (options.isHelp) console.log(USAGE);
  else if (obstacle !== undefined) {
    console.error(`Not fuzzed: this needs ${obstacle}.`);
    process.exitCode = 2;
  } else if (!(await fuzz(options))) process.exitCode = 1;
} catch (error) {
  console.error(error instanceof Error ? (error.stack ?? error.message) : String(error));
  process.exitCode = 2;
}
