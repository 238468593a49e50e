import * as fc from 'fast-check';

import { readRfc3339 } from './time';

describe('a time as RFC 3339 writes it', () => {
  it.each([
    ['2026-01-31T09:30:00Z', '2026-01-31T09:30:00.000Z'],
    ['2026-01-31t09:30:00.123456z', '2026-01-31T09:30:00.123Z'],
    ['2026-01-31T09:30:00+01:00', '2026-01-31T08:30:00.000Z'],
    ['2024-02-29T00:00:00Z', '2024-02-29T00:00:00.000Z'],
    ['2016-12-31T23:59:60Z', '2017-01-01T00:00:00.000Z'],
    ['0001-01-01T00:00:00Z', '0001-01-01T00:00:00.000Z'],
  ])('reads %s', (text, time) => {
    expect(readRfc3339(text)?.toISOString()).toBe(time);
  });

  it.each([
    ...['', 'now', '2026-01-31', '2026-01-31T09:30:00', '2026-02-29T00:00:00Z', '2026-13-01T00:00:00Z'],
    ...['2026-01-00T00:00:00Z', '2026-01-31T24:00:00Z', '2026-01-31T09:60:00Z', '2026-01-31T09:30:00+24:00'],
    ...['0000-12-31T00:00:00Z', '9999-12-31T23:59:59-01:00', '+002026-01-31T09:30:00Z', '2026-01-31T09:30:00ZZ'],
  ])('does not read %s', (text) => {
    expect(readRfc3339(text)).toBeUndefined();
  });

  it('reads every time that is written in it', () => {
    const times = fc.date({
      min: new Date('0001-01-01T00:00:00Z'),
      max: new Date('9999-12-31T23:59:59Z'),
      noInvalidDate: true,
    });
    fc.assert(fc.property(times, (time) => expect(readRfc3339(time.toISOString())).toEqual(time)));
  });
});
