import { DAY, HOUR, InvalidInput } from '@itops/kit';

export const LONGEST_HORIZON = 90 * DAY;

/**
 * Reads an ISO 8601 duration of days or hours: P7D, PT36H, P1DT12H.
 * @throws InvalidInput
 */
export function parseHorizon(text: string): number {
  const match = /^P(?:(\d{1,4})W)?(?:(\d{1,4})D)?(?:T(\d{1,5})H)?$/.exec(text);
  const [weeks, days, hours] = [match?.[1], match?.[2], match?.[3]].map((part) => Number(part ?? 0));
  const millis = (weeks ?? 0) * 7 * DAY + (days ?? 0) * DAY + (hours ?? 0) * HOUR;
  if (match === null || text.endsWith('T') || millis < HOUR || millis > LONGEST_HORIZON) {
    throw new InvalidInput([
      { pointer: '/horizon', reason: 'must be a duration from PT1H to P90D, in days or hours, such as P7D or PT36H' },
    ]);
  }
  return millis;
}
