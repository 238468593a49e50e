import { DAY } from '@itops/kit';

/** Clocks of senders may run ahead, but not by more than this. */
export const AHEAD_LIMIT = DAY;
/** Beyond this, sums within an hour could leave the range of a double. */
export const LARGEST_VALUE = 1e100;

/** Judges a point. @returns why it is refused, or null when it is taken. */
export function refusal(at: number, value: number, now: number, retention: number): string | null {
  if (at < now - retention) return `older than the ${Math.round(retention / DAY)} days that are kept`;
  if (at > now + AHEAD_LIMIT) return 'more than a day in the future';
  if (Math.abs(value) > LARGEST_VALUE) return `a value beyond ±${LARGEST_VALUE}`;
  return null;
}
