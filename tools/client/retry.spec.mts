import { retryDelayMs } from './retry.mts';

describe('the pause before another attempt', () => {
  it('doubles, up to ten seconds', () => {
    expect([1, 2, 3, 4].map((attempt) => retryDelayMs(attempt, undefined))).toEqual([200, 400, 800, 1600]);
    expect(retryDelayMs(20, undefined)).toBe(10_000);
  });

  it('is what the server asks for, as seconds or as a date', () => {
    expect(retryDelayMs(1, '3')).toBe(3000);
    const now = Date.parse('2026-01-01T00:00:00Z');
    expect(retryDelayMs(1, 'Thu, 01 Jan 2026 00:00:02 GMT', now)).toBe(2000);
    expect(retryDelayMs(1, 'Thu, 01 Jan 2025 00:00:02 GMT', now)).toBe(0);
  });

  it('is our own when the header makes no sense', () => {
    expect(retryDelayMs(2, 'soon')).toBe(400);
  });
});
