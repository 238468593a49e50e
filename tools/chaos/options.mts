import { parseArgs } from 'node:util';
import { FAULTS, faultNamed, SHORT_FAULTS } from './nemesis/faults.mts';
import type { Fault } from './nemesis/fault.mts';

export interface ChaosOptions {
  readonly what: 'run' | 'list' | 'help' | 'publish';
  readonly seed: string;
  readonly isShort: boolean;
  /** The run goes on with faults by chance until so many minutes are over; 0 plays each once. */
  readonly minutes: number;
  readonly faults: readonly Fault[];
  /** Whether the user has named them. */
  readonly isChosen: boolean;
  readonly isResumed: boolean;
  /** Safeguards that are taken out. */
  readonly without: string;
  /** What the platform's processes are told beyond the usual. */
  readonly env: Readonly<Record<string, string>>;
  readonly backlog: number;
  readonly keepLogs: boolean;
  /** The result to publish. */
  readonly file: string;
}

const LONG_BACKLOG = 100_000;

export const USAGE = `npm run chaos -- [options]

  --short             a few quick faults, less than 3 minutes
  --faults a,b        only these, in this order; see --list
  --minutes N         goes on with faults by chance until N minutes are over
  --seed TEXT         the same faults at the same places again
  --resume            goes on with a seed's run: plays what is missing
  --without a,b       takes safeguards out (lease, inbox, version-check): the rig has to notice
  --set NAME=VALUE    a setting for every process of the platform, may be repeated
  --backlog N         events that wait while the broker is away (${LONG_BACKLOG})
  --keep-logs         keeps the processes' logs also when all is well
  --list              names all faults
  --publish FILE      puts a result into docs/reliability.md`;

/** @throws Error with a message for the user */
export function readOptions(args: readonly string[], newSeed: () => string): ChaosOptions {
  const { values } = parseArgs({
    args: [...args],
    options: {
      short: { type: 'boolean', default: false },
      faults: { type: 'string' },
      minutes: { type: 'string', default: '0' },
      seed: { type: 'string' },
      resume: { type: 'boolean', default: false },
      without: { type: 'string', default: '' },
      set: { type: 'string', multiple: true, default: [] },
      backlog: { type: 'string', default: String(LONG_BACKLOG) },
      'keep-logs': { type: 'boolean', default: false },
      list: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
      publish: { type: 'string' },
    },
  });
  if (values.resume && values.seed === undefined) throw new Error('--resume needs the --seed of the run');
  const seed = values.seed ?? (values.short ? 'short' : newSeed());
  if (!/^[a-z0-9-]{1,24}$/.test(seed)) throw new Error('--seed takes 1 to 24 of a-z, 0-9 and minus');
  return {
    what: values.help ? 'help' : values.list ? 'list' : values.publish === undefined ? 'run' : 'publish',
    seed,
    isShort: values.short,
    minutes: wholeNumber('--minutes', values.minutes),
    faults: chosen(values.faults, values.short),
    isChosen: values.faults !== undefined,
    isResumed: values.resume,
    without: values.without,
    env: Object.fromEntries(values.set.map(setting)),
    backlog: wholeNumber('--backlog', values.backlog),
    keepLogs: values['keep-logs'],
    file: values.publish ?? '',
  };
}

function chosen(names: string | undefined, isShort: boolean): readonly Fault[] {
  if (names !== undefined) return names.split(',').map(faultNamed);
  return isShort ? SHORT_FAULTS.map(faultNamed) : FAULTS;
}

function wholeNumber(option: string, text: string): number {
  if (!/^\d{1,7}$/.test(text)) throw new Error(`${option} takes a whole number`);
  return Number(text);
}

function setting(text: string): [string, string] {
  const at = text.indexOf('=');
  if (at < 1) throw new Error('--set takes NAME=VALUE');
  return [text.slice(0, at), text.slice(at + 1)];
}
