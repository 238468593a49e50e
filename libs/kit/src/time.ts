const RFC3339 =
  /^(\d{4})-(\d{2})-(\d{2})[Tt ]([01]\d|2[0-3]):([0-5]\d):([0-5]\d|60)(\.\d{1,9})?([Zz]|[+-]([01]\d|2[0-3]):[0-5]\d)$/;

/**
 * Reads an RFC 3339 time, milliseconds kept; a leap second counts as the second after it. Undefined when it is none, when
 * its day is not in the calendar, or when it lies outside of the years 1 to 9999 in UTC, which no store of ours can hold.
 */
export function readRfc3339(text: string): Date | undefined {
  const match = RFC3339.exec(text);
  if (match === null) return undefined;
  const [, year, month, day, hour, minute, second, fraction = '', zone = 'Z'] = match;
  if (!isInCalendar(Number(year), Number(month), Number(day))) return undefined;
  const isLeap = second === '60';
  const written = `${year}-${month}-${day}T${hour}:${minute}:${isLeap ? '59' : second}${fraction}${zone.toUpperCase()}`;
  const time = new Date(new Date(written).getTime() + (isLeap ? 1_000 : 0));
  return time.getUTCFullYear() >= 1 && time.getUTCFullYear() <= 9999 ? time : undefined;
}

function isInCalendar(year: number, month: number, day: number): boolean {
  const last = new Date(Date.UTC(2000, month, 0));
  last.setUTCFullYear(year, month, 0);
  return month >= 1 && month <= 12 && day >= 1 && day <= last.getUTCDate();
}
