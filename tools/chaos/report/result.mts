import type { Violation } from '../evidence/evidence.mts';
import type { Tally } from '../ledger/ledger.mts';

/** One fault from the calm before it to the judgement after it. */
export interface Episode {
  readonly fault: string;
  readonly target: string;
  /** The how-manieth time in this run; with the run's seed it repeats the episode. */
  readonly round: number;
  /** Epoch milliseconds: when it broke, and when it was healed. */
  readonly brokeAt: number;
  readonly healedAt: number;
  /** From the healing until all was ready, and until nothing was on its way; null where the limit came first. */
  readonly readyMs: number | null;
  readonly quietMs: number | null;
  readonly tally: Tally;
  /** Events that were sent more than once. */
  readonly repeats: number;
  readonly violations: readonly Violation[];
  readonly notes: readonly string[];
  /** Why it was not done here. */
  readonly skipped?: string;
}

/** Where writers and consumers are at one moment, counted since the start of the run. */
export interface Sample {
  readonly at: number;
  readonly acknowledged: number;
  /** Null while the broker does not answer. */
  readonly settled: number | null;
  readonly lag: number | null;
}

export interface RunResult {
  readonly seed: string;
  readonly startedAt: number;
  readonly endedAt: number;
  /** What was taken out on purpose. */
  readonly without: string;
  /** What the platform's processes were told beyond the usual. */
  readonly settings: Readonly<Record<string, string>>;
  readonly episodes: readonly Episode[];
  readonly samples: readonly Sample[];
}

export function countOf({ violations }: Pick<Episode, 'violations'>, kind: Violation['kind']): number {
  return violations.filter((violation) => violation.kind === kind).length;
}

export function isSound({ episodes }: Pick<RunResult, 'episodes'>): boolean {
  return episodes.every(({ violations }) => violations.length === 0);
}
