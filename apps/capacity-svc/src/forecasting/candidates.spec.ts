import { DAY, HOUR } from '@itops/kit';
import fc from 'fast-check';

import { crossingOf } from '../domain/forecasting/exhaustion';
import { LEAST_POINTS, forecastResource } from '../domain/forecasting/resource-forecast';
import { candidatesFor } from './candidates';

const START = Date.parse('2026-01-01T00:00:00Z');
const hourly = (length: number, value: (hour: number) => number) =>
  Array.from({ length }, (_, hour) => ({ at: START + hour * HOUR, value: value(hour) }));
const breathe = () => Promise.resolve();
const forecast = (points: ReturnType<typeof hourly>, horizon: number) =>
  forecastResource(points, horizon, candidatesFor, breathe);

/** A cheap repeatable noise in -0.5 … 0.5. */
const noise = (hour: number) => ((Math.sin(hour * 12.9898) * 43758.5453) % 1) / 2;
const day = (hour: number) => Math.sin((hour / 24) * 2 * Math.PI);

describe('forecasts by every candidate', () => {
  it('are finite, ordered within their interval, ever wider, and the same each time', async () => {
    const shape = fc.record({
      length: fc.integer({ min: LEAST_POINTS, max: 400 }),
      level: fc.double({ min: -1e6, max: 1e6, noNaN: true }),
      slope: fc.double({ min: -100, max: 100, noNaN: true }),
      daily: fc.double({ min: 0, max: 1e3, noNaN: true }),
      rough: fc.double({ min: 0, max: 1e3, noNaN: true }),
      days: fc.integer({ min: 1, max: 30 }),
    });
    await fc.assert(
      fc.asyncProperty(shape, async ({ length, level, slope, daily, rough, days }) => {
        const points = hourly(length, (hour) => level + slope * hour + daily * day(hour) + rough * noise(hour));
        const first = await forecast(points, days * DAY);
        expect(first.points).toHaveLength(days * 24);
        let width = 0;
        for (const { mean, lower, upper } of first.points) {
          expect([mean, lower, upper].every(Number.isFinite)).toBe(true);
          expect(lower).toBeLessThanOrEqual(mean);
          expect(mean).toBeLessThanOrEqual(upper);
          expect(upper - mean).toBeGreaterThanOrEqual(width - 1e-6);
          width = upper - mean;
        }
        expect(await forecast(points, days * DAY)).toEqual(first);
      }),
      { numRuns: 15 },
    );
  });

  it('stay flat for a flat series, whatever its level', async () => {
    await fc.assert(
      fc.asyncProperty(fc.double({ min: -1e9, max: 1e9, noNaN: true }), async (level) => {
        const { points } = await forecast(
          hourly(200, () => level),
          7 * DAY,
        );
        for (const { mean, lower, upper } of points) {
          for (const value of [mean, lower, upper])
            expect(Math.abs(value - level)).toBeLessThanOrEqual(1e-6 * (1 + Math.abs(level)));
        }
      }),
      { numRuns: 10 },
    );
  });

  it.each([48, 100, 336, 900])('meet a line at the hour at which it gets there (%i points)', async (length) => {
    const perHour = 0.05;
    const { points } = await forecast(
      hourly(length, (hour) => 100 - perHour * (length + 100) + perHour * hour),
      7 * DAY,
    );
    const crossing = crossingOf(points, '>', 100);
    const expected = START + (length + 100) * HOUR;
    expect(Math.abs((crossing?.at ?? 0) - expected)).toBeLessThanOrEqual(2 * HOUR);
  });

  it('foresee a disk that fills under a daily wobble and noise', async () => {
    // 40 % at first, 2.5 % a day: after two weeks at 75 %, full ten days later.
    const points = hourly(336, (hour) => 40 + (2.5 * hour) / 24 + 0.8 * day(hour) + 0.4 * noise(hour));
    const { points: ahead } = await forecast(points, 30 * DAY);
    const crossing = crossingOf(ahead, '>', 100);
    const expected = START + 24 * DAY;
    expect(Math.abs((crossing?.at ?? 0) - expected)).toBeLessThanOrEqual(1.5 * DAY);
    expect(crossing?.earliest).toBeLessThanOrEqual(crossing?.at ?? 0);
  });

  it('follow a daily pattern', async () => {
    const points = hourly(336, (hour) => 50 + 20 * day(hour) + noise(hour));
    const { points: ahead, model, accuracy } = await forecast(points, 2 * DAY);
    ahead.forEach(({ mean, lower, upper }, step) => {
      const truth = 50 + 20 * day(336 + step);
      expect(Math.abs(mean - truth)).toBeLessThan(2);
      expect(lower).toBeLessThan(truth);
      expect(upper).toBeGreaterThan(truth);
    });
    expect(model).not.toBe('');
    expect(accuracy.mase).toBeLessThan(1.5);
    expect(accuracy.holdout).toBe(144);
  });

  it('stay finite and ordered for the extremes that points may have', async () => {
    const spikes = fc.array(fc.tuple(fc.nat(299), fc.integer({ min: -300, max: 99 }), fc.boolean()), { maxLength: 20 });
    await fc.assert(
      fc.asyncProperty(spikes, fc.boolean(), async (spots, noisy) => {
        const points = hourly(300, (hour) => (noisy ? noise(hour) : 0));
        for (const [hour, exponent, negative] of spots) {
          points[hour] = { at: START + hour * HOUR, value: (negative ? -1 : 1) * 10 ** exponent };
        }
        for (const { mean, lower, upper } of (await forecast(points, 3 * DAY)).points) {
          expect([mean, lower, upper].every(Number.isFinite)).toBe(true);
          expect(lower).toBeLessThanOrEqual(mean);
          expect(mean).toBeLessThanOrEqual(upper);
        }
      }),
      { numRuns: 15 },
    );
  });

  it('never fall below zero where the data never does', async () => {
    const { points } = await forecast(
      hourly(200, (hour) => Math.max(0, 100 - hour * 0.6)),
      7 * DAY,
    );
    for (const { mean, lower } of points) {
      expect(mean).toBeGreaterThanOrEqual(0);
      expect(lower).toBeGreaterThanOrEqual(0);
    }
  });

  it('say how many points are needed when there are too few', async () => {
    await expect(
      forecast(
        hourly(LEAST_POINTS - 1, (hour) => hour),
        DAY,
      ),
    ).rejects.toThrow(/at least 24 points.*has 23/);
    await expect(forecast([], DAY)).rejects.toThrow(/has 0/);
  });

  it('take days and weeks for what they are', async () => {
    const daily = Array.from({ length: 60 }, (_, index) => ({ at: START + index * DAY, value: 10 + index }));
    const { step, points } = await forecast(daily, 7 * DAY);
    expect(step).toBe(DAY);
    expect(points).toHaveLength(7);
    expect(points[6]?.mean).toBeCloseTo(76, 3);
  });
});
