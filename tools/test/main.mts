import { dirname } from 'node:path';
import { ServerUnavailable } from '../../infra/embedded/managed-server.mts';
import { readOptions } from './options.mts';
import type { Outcome } from './run-tool.mts';
import { CHECKS, JEST, REPLAYS, type Step, type StepContext } from './steps.mts';

interface Result {
  readonly step: Step;
  readonly outcome: Outcome | undefined;
  readonly seconds: number;
}

const LINES_OF_A_FAILURE = 200;

const options = readOptions(
  process.argv.slice(2),
  [...CHECKS, JEST, REPLAYS].map(({ name }) => name),
);
if (typeof options === 'string') {
  console.error(options);
  process.exit(2);
}

const stopping = new AbortController();
for (const event of ['SIGINT', 'SIGTERM', 'SIGHUP', 'disconnect']) process.on(event, () => stopping.abort());

const context: StepContext = {
  root: dirname(dirname(import.meta.dirname)),
  jestArgs: options.jestArgs,
  signal: stopping.signal,
};
const wanted = (step: Step): boolean => options.only.length === 0 || options.only.includes(step.name);

const results: Result[] = [];
const beside: Promise<Result>[] = [];
for (const step of CHECKS.filter(wanted)) {
  const running = runStep(step, false);
  if (step.isBeside === true) beside.push(running);
  else results.push(await running);
}
results.push(...(await Promise.all(beside)));
if (results.length > 1) printTable(results);

// Last, and with the terminal to itself: Jest's own summary is what the reader sees in the end.
const lastSteps = options.only.length === 0 ? [JEST] : [JEST, REPLAYS].filter(wanted);
for (const step of lastSteps) results.push(await runStep(step, true));

const failed = results.filter(({ outcome }) => outcome?.ok === false).map(({ step }) => step.name);
if (failed.length > 0) console.error(`\nFailed: ${failed.join(', ')}`);
process.exit(stopping.signal.aborted ? 130 : failed.length > 0 ? 1 : 0);

async function runStep(step: Step, printsItself: boolean): Promise<Result> {
  if (stopping.signal.aborted) return { step, outcome: { ok: false, output: '' }, seconds: 0 };
  if (printsItself) console.log(`\n▶ ${step.name}`);
  const began = Date.now();
  const outcome = await step.run(context).catch(asFailure);
  const result = { step, outcome, seconds: (Date.now() - began) / 1000 };
  if (!printsItself || outcome === undefined) console.log(resultLine(result));
  if (outcome?.ok === false && outcome.output) console.log(indent(outcome.output));
  return result;
}

function asFailure(error: unknown): Outcome {
  if (error instanceof ServerUnavailable) return { ok: false, output: error.message };
  return { ok: false, output: error instanceof Error ? (error.stack ?? error.message) : String(error) };
}

function printTable(rows: readonly Result[]): void {
  console.log('');
  for (const row of rows) console.log(resultLine(row));
}

function resultLine({ outcome, seconds, step }: Result): string {
  if (outcome === undefined) return `- ${step.name} (nothing to do)`;
  return `${outcome.ok ? '✔' : '✖'} ${step.name.padEnd(12)} ${seconds.toFixed(1).padStart(6)} s`;
}

function indent(text: string): string {
  const lines = text.trimEnd().split('\n');
  const shown = lines.slice(-LINES_OF_A_FAILURE).map((line) => `    ${line}`);
  return [...(shown.length < lines.length ? [`    … ${lines.length - shown.length} lines before`] : []), ...shown].join(
    '\n',
  );
}
