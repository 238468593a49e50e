import { version } from 'uuid';

import { newId } from './ids';

describe('an id', () => {
  it('is a UUID of version 7 with the time in its first 48 bits', () => {
    const before = Date.now();
    const id = newId();
    expect(version(id)).toBe(7);
    const at = Number.parseInt(id.replace('-', '').slice(0, 12), 16);
    expect(at).toBeGreaterThanOrEqual(before - 1);
    expect(at).toBeLessThanOrEqual(Date.now() + 1);
  });

  it('is greater than each one before, also within a millisecond', () => {
    const ids = Array.from({ length: 5_000 }, () => newId());
    expect(ids).toEqual([...ids].sort());
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('has random bits of its own', () => {
    const tails = Array.from({ length: 1_000 }, () => newId().slice(-10));
    expect(new Set(tails).size).toBe(tails.length);
  });
});
