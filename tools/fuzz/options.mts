import { parseArgs } from 'node:util';

/** The document's examples, each boundary of each schema, cases by chance, and sequences of operations. */
const PHASES = ['examples', 'coverage', 'fuzzing', 'stateful'] as const;
/** The boundaries are some 14,000 cases. */
const SHORT_PHASES = ['examples', 'fuzzing', 'stateful'] as const;
export type Phase = (typeof PHASES)[number];

export interface FuzzOptions {
  readonly isHelp: boolean;
  readonly isShort: boolean;
  /** Cases made by chance for each operation, besides those that follow from the document alone. */
  readonly cases: number;
  readonly seed: number;
  /** Where a running gateway answers; undefined starts a platform for this run. */
  readonly url: string | undefined;
  /** The file with the key that the running gateway takes. */
  readonly keyFile: string;
  /** In which ways cases are made. */
  readonly phases: readonly Phase[];
  /** Operation ids; none: all of them. */
  readonly operations: readonly string[];
  readonly keepLogs: boolean;
}

const CASES = 500;
const SHORT_CASES = 2;
/** The short form is the same each time: what it finds is found again. */
const SHORT_SEED = 20_240_229;
const LARGEST_SEED = 2 ** 31;

export const USAGE = `npm run fuzz -- [options]

  --short             a few cases an operation, always the same ones
  --cases N           cases made by chance for each operation (${CASES}; short: ${SHORT_CASES})
  --seed N            the same cases again
  --phase NAME        only this way of making cases, ${PHASES.join(', ')}; may be repeated
  --operation ID      only this operation, by its operationId; may be repeated
  --url URL           a gateway that runs already; without it a platform is started for the run
  --key-file FILE     with --url: the administrator's key (.itops/api-key)
  --keep-logs         keeps the platform's logs also when nothing was found`;

/** @throws Error with a message for the user */
export function readOptions(
  args: readonly string[],
  newSeed = () => Math.floor(Math.random() * LARGEST_SEED),
): FuzzOptions {
  const { values } = parseArgs({
    args: [...args],
    options: {
      short: { type: 'boolean', default: false },
      cases: { type: 'string' },
      seed: { type: 'string' },
      phase: { type: 'string', multiple: true, default: [] },
      operation: { type: 'string', multiple: true, default: [] },
      url: { type: 'string' },
      'key-file': { type: 'string', default: '.itops/api-key' },
      'keep-logs': { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
  const { short: isShort } = values;
  return {
    isHelp: values.help,
    isShort,
    cases: whole('--cases', values.cases, 1) ?? (isShort ? SHORT_CASES : CASES),
    seed: whole('--seed', values.seed, 0) ?? (isShort ? SHORT_SEED : newSeed()),
    url: values.url?.replace(/\/$/, ''),
    keyFile: values['key-file'],
    phases: phasesOf(values.phase) ?? (isShort ? SHORT_PHASES : PHASES),
    operations: values.operation,
    keepLogs: values['keep-logs'],
  };
}

function phasesOf(names: readonly string[]): readonly Phase[] | undefined {
  const unknown = names.filter((name) => !PHASES.some((phase) => phase === name));
  if (unknown.length > 0) throw new Error(`--phase takes ${PHASES.join(', ')}`);
  return names.length === 0 ? undefined : PHASES.filter((phase) => names.includes(phase));
}

function whole(name: string, text: string | undefined, least: number): number | undefined {
  if (text === undefined) return undefined;
  const value = Number(text);
  if (!Number.isInteger(value) || value < least) throw new Error(`${name} takes a whole number of at least ${least}`);
  return value;
}
