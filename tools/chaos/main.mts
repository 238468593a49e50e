/**
 * Breaks the platform under load, in every way that is listed, and looks whether what was acknowledged is there exactly
 * once and in order. `npm run chaos -- --help` tells the options, docs/reliability.md the rest.
 */
import { existsSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { seededRandom } from '../sampling/seeded-random.mts';
import { build, WITH_FAULT_POINTS } from '../start/build.mts';
import { FAULTS } from './nemesis/faults.mts';
import type { Fault } from './nemesis/fault.mts';
import { type ChaosOptions, readOptions, USAGE } from './options.mts';
import { picture } from './report/picture.mts';
import { publish } from './report/publish.mts';
import type { Episode, RunResult } from './report/result.mts';
import { isSound } from './report/result.mts';
import { parseResult } from './report/stored-result.mts';
import { progressLine, summary } from './report/summary.mts';
import { Rig } from './rig/rig.mts';

const ROOT = dirname(dirname(import.meta.dirname));
const RESULTS = join(ROOT, '.itops', 'chaos');
/** When no further fault is begun: the last one and the end take their time, too. */
const SHORT_LIMIT_MS = 80_000;

function tell(line: string): void {
  console.log(`${new Date().toISOString().slice(11, 19)} ${line}`);
}

async function run(options: ChaosOptions): Promise<RunResult> {
  const file = join(RESULTS, `${options.seed}.json`);
  const known = options.isResumed && existsSync(file) ? parseResult(await readFile(file, 'utf8')) : undefined;
  tell(`seed ${options.seed}; the build with fault points is ${await build(ROOT, undefined, WITH_FAULT_POINTS)}`);
  const began = Date.now();
  const logs = join(RESULTS, `${options.seed}-logs`);
  const rig = await Rig.start({
    ...{ root: ROOT, dist: WITH_FAULT_POINTS.folder, seed: options.seed, isShort: options.isShort, tell },
    ...{ backlog: options.backlog, without: options.without, env: options.env, logs },
    writers: 8,
    pauseMs: 120,
  });
  const episodes: Episode[] = [...(known?.episodes ?? [])];
  const save = async (): Promise<RunResult> => {
    const result = joined(known, rig.result(episodes));
    await mkdir(RESULTS, { recursive: true });
    await writeFile(file, JSON.stringify(result, null, 1));
    await writeFile(join(RESULTS, `${options.seed}.svg`), picture(result));
    return result;
  };
  try {
    for (const fault of plan(options, episodes, began)) {
      tell(`… ${fault.name}: ${fault.target}`);
      const episode = await rig.play(fault, 1 + episodes.filter((one) => one.fault === fault.name).length);
      episodes.push(episode);
      tell(progressLine(episode));
      await save();
    }
    return await save();
  } finally {
    const keepsLogs = options.keepLogs || !isSound({ episodes });
    await rig.stop(keepsLogs);
    if (keepsLogs) tell(`the processes' logs are in ${logs}`);
    tell(`result in ${file}`);
  }
}

/** What is to be played: each chosen fault that was not played yet, then by chance until the time is over. */
function* plan(options: ChaosOptions, played: readonly Episode[], began: number): Generator<Fault> {
  const passed = (): number => Date.now() - began;
  for (const fault of options.faults) {
    if (options.isResumed && played.some((episode) => episode.fault === fault.name)) continue;
    if (options.isShort && !options.isChosen && passed() > SHORT_LIMIT_MS) {
      tell(`${fault.name} is left out: the time for the short form is over`);
      continue;
    }
    yield fault;
  }
  const random = seededRandom(`${options.seed}/plan`);
  while (passed() < options.minutes * 60_000) yield random.pick(options.faults);
}

function joined(before: RunResult | undefined, now: RunResult): RunResult {
  if (before === undefined) return now;
  return { ...now, startedAt: before.startedAt, samples: [...before.samples, ...now.samples] };
}

try {
  const options = readOptions(process.argv.slice(2), () => Date.now().toString(36));
  switch (options.what) {
    case 'help':
      console.log(USAGE);
      break;
    case 'list':
      for (const { name, target } of FAULTS) console.log(`${name.padEnd(28)} ${target}`);
      break;
    case 'publish':
      await publish(ROOT, parseResult(await readFile(options.file, 'utf8')));
      break;
    case 'run': {
      const result = await run(options);
      console.log(`\n${summary(result)}`);
      if (!isSound(result)) process.exitCode = 1;
    }
  }
} catch (error) {
  console.error(error instanceof Error ? (error.stack ?? error.message) : String(error));
  process.exitCode = 2;
}
