const FIRST_MS = 200;
const LONGEST_MS = 10_000;

/**
 * How long to wait before the next attempt.
 * @param attempt the number of the attempt that failed, from 1
 * @param retryAfter the header: seconds, or an HTTP date; it outweighs our own doubling pause
 */
export function retryDelayMs(attempt: number, retryAfter: string | undefined, now = Date.now()): number {
  const asked = retryAfter === undefined ? undefined : askedFor(retryAfter, now);
  return Math.min(LONGEST_MS, asked ?? FIRST_MS * 2 ** (attempt - 1));
}

function askedFor(retryAfter: string, now: number): number | undefined {
  const seconds = Number(retryAfter);
  if (Number.isFinite(seconds)) return Math.max(0, seconds * 1000);
  const at = Date.parse(retryAfter);
  return Number.isNaN(at) ? undefined : Math.max(0, at - now);
}
