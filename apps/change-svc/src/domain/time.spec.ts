import { InvalidInput } from '@itops/kit';

import { readTime, requireTime } from './time';

describe('a time', () => {
  it.each([
    ['2026-01-31T09:30:00Z', '2026-01-31T09:30:00.000Z'],
    ['2026-01-31T09:30:00.5+02:00', '2026-01-31T07:30:00.500Z'],
    ['2016-12-31T23:59:60Z', '2017-01-01T00:00:00.000Z'],
    ['0001-01-01T00:00:00Z', '0001-01-01T00:00:00.000Z'],
  ])('%s is read as %s', (text, expected) => {
    expect(readTime(text)?.toISOString()).toBe(expected);
  });

  it.each(['0000-06-01T00:00:00Z', '9999-12-31T23:59:59-14:00', '0001-01-01T00:00:00+01:00', 'soon', ''])(
    '%s is refused',
    (text) => {
      expect(readTime(text)).toBeUndefined();
      expect(() => requireTime('/plannedStart', text)).toThrow(InvalidInput);
    },
  );
});
