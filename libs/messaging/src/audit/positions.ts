/**
 * Which rows of the audit log are sealed, told by their positions. A position is given out when a row is written and seen
 * when that is committed, so there are gaps: rows of transactions that are still open, or were rolled back.
 */

/** Positions below the newest sealed one whose rows were not there yet. */
export interface Gap {
  readonly low: number;
  readonly high: number;
  /** A transaction id above that of every transaction that can still fill it. */
  readonly below: string;
}

export interface SealedPositions {
  /** The newest that is sealed; 0 before the first. */
  readonly to: number;
  readonly gaps: readonly Gap[];
}

/** The rows that were found unsealed in one look, and what was running at that moment. */
export interface Look {
  /** In their order. */
  readonly taken: readonly number[];
  /** Whether these are all there were. */
  readonly isWhole: boolean;
  /** The oldest transaction that was running, and the first that was not known yet: ids. */
  readonly oldestRunning: string;
  readonly firstUnknown: string;
}

/** The ranges where unsealed rows can be, in order; the last one is open to above. */
export function unsealedRanges({ to, gaps }: SealedPositions): { lows: number[]; highs: number[] } {
  return {
    lows: [...gaps.map(({ low }) => low), to + 1],
    highs: [...gaps.map(({ high }) => high), Number.MAX_SAFE_INTEGER],
  };
}

/**
 * What is sealed when the rows of a look are. A gap is forgotten only when all who could fill it had ended before the look.
 * @param below the id of a transaction that was begun after the look
 */
export function afterSealing(sealed: SealedPositions, look: Look, below: string): SealedPositions {
  const to = Math.max(sealed.to, look.taken.at(-1) ?? 0);
  const open = sealed.gaps.filter((gap) => !isClosed(gap, look));
  const skipped = to > sealed.to ? [{ low: sealed.to + 1, high: to, below }] : [];
  return { to, gaps: [...open, ...skipped].flatMap((gap) => without(gap, look.taken)) };
}

/** The gaps that can still be filled. */
export function openGaps(gaps: readonly Gap[], look: Look): readonly Gap[] {
  return gaps.filter((gap) => !isClosed(gap, look));
}

function isClosed({ high, below }: Gap, { taken, isWhole, oldestRunning, firstUnknown }: Look): boolean {
  if (!isWhole && high > (taken.at(-1) ?? 0)) return false;
  // What is above all ids comes from another cluster, by a dump: nobody there can fill it.
  return BigInt(below) <= BigInt(oldestRunning) || BigInt(below) >= BigInt(firstUnknown);
}

function without(gap: Gap, taken: readonly number[]): Gap[] {
  const left: Gap[] = [];
  let { low } = gap;
  for (const position of taken) {
    if (position < low || position > gap.high) continue;
    if (position > low) left.push({ ...gap, low, high: position - 1 });
    low = position + 1;
  }
  if (low <= gap.high) left.push({ ...gap, low });
  return left;
}
