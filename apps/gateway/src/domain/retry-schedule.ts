import { DAY, HOUR, MINUTE, SECOND } from '@itops/kit';

/** How long after each failed try the next one follows, before chance moves it. */
const WAITS: readonly number[] = [
  5 * SECOND,
  MINUTE,
  5 * MINUTE,
  30 * MINUTE,
  2 * HOUR,
  5 * HOUR,
  10 * HOUR,
  12 * HOUR,
  24 * HOUR,
];
/** Each wait is shorter or longer by up to this part, so that what failed together does not come back together. */
const JITTER = 0.2;

/** Tries of one delivery, the first included. */
export const MOST_TRIES = WAITS.length + 1;
/** A receiver that takes nothing for so long is disabled. */
export const FAILING_LIMIT_MS = 5 * DAY;
const LONGEST_ASKED_MS = DAY;

/**
 * How long to wait after so many failed tries, in milliseconds; undefined when there is no further one.
 * @param chance from 0 to 1
 * @param asked what the receiver asks for by Retry-After, which may only make it longer
 */
export function waitAfter(tries: number, chance: number, asked = 0): number | undefined {
  const wait = WAITS[tries - 1];
  if (wait === undefined) return undefined;
  return Math.max(Math.round(wait * (1 - JITTER + 2 * JITTER * chance)), Math.min(asked, LONGEST_ASKED_MS));
}

/** `Retry-After` in milliseconds: seconds or a date; 0 for anything else. */
export function askedWait(header: string | undefined, now: Date): number {
  if (header === undefined) return 0;
  if (/^\d{1,9}$/.test(header)) return Number(header) * SECOND;
  const at = Date.parse(header);
  return Number.isNaN(at) ? 0 : Math.max(0, at - now.getTime());
}
