import { InvalidInput } from '@itops/kit';

/**
 * Reads an RFC 3339 time, milliseconds kept; a leap second counts as the second after it.
 * Undefined when it is none, or when it lies outside of the years 1 to 9999 in UTC, which no store of ours can hold.
 */
export function readTime(text: string): Date | undefined {
  const leap = /:60(?=[.Zz+-])/.test(text);
  const time = new Date(new Date(leap ? text.replace(/:60(?=[.Zz+-])/, ':59') : text).getTime() + (leap ? 1_000 : 0));
  const year = time.getUTCFullYear();
  return year >= 1 && year <= 9999 ? time : undefined;
}

/** @throws InvalidInput that points at the field. */
export function requireTime(pointer: string, text: string): Date {
  const time = readTime(text);
  if (time === undefined) {
    throw new InvalidInput([{ pointer, reason: 'must be a time between the years 1 and 9999, UTC' }]);
  }
  return time;
}
