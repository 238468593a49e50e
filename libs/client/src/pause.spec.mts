import { pauseMs } from './pause.mts';

describe('the pause before another attempt', () => {
  it('doubles, up to ten seconds', () => {
    const pauses = [1, 2, 3, 4, 20].map((attempt) => pauseMs(attempt, null, { chance: 0 }));
    expect(pauses).toEqual([200, 400, 800, 1_600, 10_000]);
  });

  it('leaves up to a half to chance', () => {
    expect(pauseMs(3, null, { chance: 1 })).toBe(400);
    const drawn = pauseMs(3, null);
    expect(drawn).toBeGreaterThanOrEqual(400);
    expect(drawn).toBeLessThanOrEqual(800);
  });

  it('is what the server asks for, as seconds or as a date', () => {
    expect(pauseMs(1, '3')).toBe(3_000);
    const now = Date.parse('2026-01-01T00:00:00Z');
    expect(pauseMs(1, 'Thu, 01 Jan 2026 00:00:02 GMT', { now })).toBe(2_000);
    expect(pauseMs(1, 'Thu, 01 Jan 2025 00:00:02 GMT', { now })).toBe(0);
  });

  it('is our own when the header makes no sense', () => {
    expect(pauseMs(2, 'soon', { chance: 0 })).toBe(400);
  });
});
