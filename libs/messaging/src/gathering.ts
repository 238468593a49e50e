/** A batch that is smaller than this was not worth its round trips. */
const FEW = 50;
const SHORTEST_MS = 2;
const LONGEST_MS = 10;

/**
 * For how long to gather before the next batch, milliseconds: after a small one as long as that took, within limits, so that
 * small batches take half of the time at most and grow under load; 0 after a large one. Whoever comes after a rest is not
 * kept waiting, since only what follows a batch is gathered.
 * @param atLeastMs where nobody waits for the effect
 */
export function gatherMs(batch: number, tookMs: number, atLeastMs = SHORTEST_MS): number {
  return batch >= FEW ? 0 : Math.max(atLeastMs, Math.min(LONGEST_MS, tookMs));
}
