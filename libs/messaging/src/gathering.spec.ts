import { gatherMs } from './gathering';

describe('gathering', () => {
  it('takes as long as a small batch took, so that small batches take half of the time at most', () => {
    expect(gatherMs(1, 6)).toBe(6);
    expect(gatherMs(49, 6)).toBe(6);
  });

  it('does not wait after a large batch', () => {
    expect(gatherMs(50, 6)).toBe(0);
  });

  it('waits a moment after a fast one, and never long after a slow one', () => {
    expect(gatherMs(1, 0.1)).toBe(2);
    expect(gatherMs(1, 30_000)).toBe(10);
  });

  it('waits for longer where nobody waits for the effect', () => {
    expect(gatherMs(1, 6, 100)).toBe(100);
    expect(gatherMs(50, 6, 100)).toBe(0);
  });
});
