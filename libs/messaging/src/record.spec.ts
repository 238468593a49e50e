import { recordTime } from './record';

describe('the time of a record', () => {
  it.each([
    [0, 0],
    [1_700_000_000_000, 1_700_000_000_000],
    [-1, 0],
    [Number.NaN, 0],
    [Number.POSITIVE_INFINITY, 0],
    [8.64e15 + 1, 0],
    [Number(2n ** 63n - 1n), 0],
  ])('%d is taken as %d', (stamp, time) => {
    expect(recordTime(stamp)).toBe(time);
    expect(new Date(recordTime(stamp)).toISOString()).toMatch(/^\d{4}-/);
  });
});
