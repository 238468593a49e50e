const FIRST_MS = 200;
const LONGEST_MS = 10_000;

/**
 * How long to wait before the next attempt: what the server asks for, or else a pause that doubles up to 10 s, of which up
 * to a half is left to chance, so that clients that were refused together do not come back together.
 * @param attempt the number of the attempt that failed, from 1
 * @param retryAfter the header: seconds, or an HTTP date
 */
export function pauseMs(
  attempt: number,
  retryAfter: string | null,
  { now = Date.now(), chance = Math.random() } = {},
): number {
  const asked = retryAfter === null ? undefined : askedFor(retryAfter, now);
  return asked ?? Math.min(LONGEST_MS, FIRST_MS * 2 ** (attempt - 1)) * (1 - chance / 2);
}

function askedFor(retryAfter: string, now: number): number | undefined {
  const seconds = Number(retryAfter);
  if (Number.isFinite(seconds)) return Math.max(0, seconds * 1_000);
  const at = Date.parse(retryAfter);
  return Number.isNaN(at) ? undefined : Math.max(0, at - now);
}
