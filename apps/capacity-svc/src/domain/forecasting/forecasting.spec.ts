import { DAY, HOUR, InvalidInput } from '@itops/kit';
import fc from 'fast-check';

import { naiveError, smape } from './accuracy';
import { chooseForecast, widening, windowFor } from './choose-forecast';
import { crossingOf } from './exhaustion';
import { type ForecastModel } from './forecast-model';
import { parseHorizon } from './horizon';
import { toRegularSeries } from './regular-series';
import { drift, linear, seasonalNaive, trendAndSeason } from './simple-models';

const breathe = () => Promise.resolve();
const T0 = Date.parse('2026-03-01T00:00:00Z');

describe('simple models', () => {
  it('repeat the last season', () => {
    expect(seasonalNaive(3).predict([9, 9, 1, 2, 3], 5)).toEqual([1, 2, 3, 1, 2]);
  });

  it('continue a line', () => {
    const line = [2, 4, 6, 8];
    expect(drift.predict(line, 2)).toEqual([10, 12]);
    expect(linear.predict(line, 2)?.map((value) => Math.round(value * 1e9) / 1e9)).toEqual([10, 12]);
  });

  it('continue a trend under a season exactly, wherever in the season the history begins', () => {
    fc.assert(
      fc.property(fc.integer({ min: 8, max: 40 }), fc.integer({ min: 1, max: 20 }), (length, steps) => {
        const pattern = [3, -1, 0, -2];
        const value = (index: number) => 0.5 * index + (pattern[index % 4] ?? 0);
        const ahead = trendAndSeason(4).predict(
          Array.from({ length }, (_, index) => value(index)),
          steps,
        );
        ahead?.forEach((got, step) => expect(Math.abs(got - value(length + step))).toBeLessThan(1e-9));
      }),
    );
  });
});

describe('chooseForecast', () => {
  const constant = (name: string, value: number): ForecastModel => ({
    name,
    minPoints: 1,
    predict: (_, steps) => new Array<number>(steps).fill(value),
  });
  const series = Array.from({ length: 60 }, (_, index) => 10 + (index % 2 === 0 ? 1 : -1));

  it('names the model that did best on the held-back windows', async () => {
    const chosen = await chooseForecast(series, 6, 1, [constant('bad', 30), constant('good', 10)], breathe);
    expect(chosen.model).toBe('good');
    expect(chosen.mean).toEqual(new Array(6).fill(10));
  });

  it('leaves out a model that fails, gives no number, or too few', async () => {
    const none: ForecastModel = { name: 'none', minPoints: 1, predict: () => null };
    const wild: ForecastModel = {
      name: 'wild',
      minPoints: 1,
      predict: (_, steps) => new Array<number>(steps).fill(NaN),
    };
    const short: ForecastModel = { name: 'short', minPoints: 1, predict: () => [10] };
    const chosen = await chooseForecast(series, 6, 1, [none, wild, short, constant('good', 10)], breathe);
    expect(chosen.model).toBe('good');
  });

  it('averages models that are as good as each other', async () => {
    const chosen = await chooseForecast(series, 4, 1, [constant('high', 10.5), constant('low', 9.5)], breathe);
    expect(chosen.model.split('+').sort()).toEqual(['high', 'low']);
    expect(chosen.mean[0]).toBeCloseTo(10, 6);
  });

  it('makes the interval wide enough for the errors that were held back', async () => {
    const chosen = await chooseForecast(series, 6, 1, [constant('good', 10)], breathe);
    chosen.upper.forEach((value) => expect(value).toBeGreaterThanOrEqual(11));
    chosen.lower.forEach((value) => expect(value).toBeLessThanOrEqual(9));
  });

  it('breathes between fits', async () => {
    let breaths = 0;
    await chooseForecast(series, 6, 1, [constant('a', 10), constant('b', 10)], () => {
      breaths++;
      return Promise.resolve();
    });
    expect(breaths).toBeGreaterThanOrEqual(4);
  });

  it('holds back enough and leaves enough', () => {
    expect(windowFor(960, 48)).toBe(48);
    expect(windowFor(336, 720)).toBe(56);
    expect(windowFor(24, 720)).toBe(4);
    expect(widening(100, 10)).toBeGreaterThan(widening(10, 10));
  });
});

describe('accuracy', () => {
  it('is zero for what is right and bounded for what is not', () => {
    expect(smape([0, 1], [0, 1])).toBe(0);
    expect(smape([1], [0])).toBe(200);
    expect(naiveError([1, 2, 1, 2], 2)).toBe(0);
    expect(naiveError([1, 2, 3], 1)).toBe(1);
  });
});

describe('toRegularSeries', () => {
  it('fills short gaps on a straight line', () => {
    const { values, step } = toRegularSeries([0, 1, 2, 5, 6].map((hour) => ({ at: T0 + hour * HOUR, value: hour })));
    expect(step).toBe(HOUR);
    expect(values).toEqual([0, 1, 2, 3, 4, 5, 6]);
  });

  it('begins after a long gap', () => {
    const hours = [0, 1, 2, 3, 200, 201, 202];
    expect(toRegularSeries(hours.map((hour) => ({ at: T0 + hour * HOUR, value: hour }))).values).toEqual([
      200, 201, 202,
    ]);
  });

  it('finds days and weeks', () => {
    const every = (step: number) => Array.from({ length: 10 }, (_, index) => ({ at: T0 + index * step, value: index }));
    expect(toRegularSeries(every(DAY)).step).toBe(DAY);
    expect(toRegularSeries(every(7 * DAY)).step).toBe(7 * DAY);
    expect(toRegularSeries(every(2 * HOUR))).toMatchObject({ step: HOUR, end: T0 + 18 * HOUR });
  });
});

describe('crossingOf', () => {
  const points = [0, 1, 2, 3].map((hour) => ({ at: hour, mean: hour, lower: hour - 1, upper: hour + 1 }));

  it('finds where mean, near and far bound meet the value', () => {
    expect(crossingOf(points, '>', 2)).toEqual({ at: 2, earliest: 1, latest: 3 });
    expect(crossingOf(points, '>', 3)).toEqual({ at: 3, earliest: 2, latest: null });
    expect(crossingOf(points, '>', 4)).toBeNull();
    expect(crossingOf([...points].reverse(), '<', 1)).toEqual({ at: 1, earliest: 2, latest: 0 });
  });
});

describe('parseHorizon', () => {
  it.each([
    ['P7D', 7 * DAY],
    ['PT36H', 36 * HOUR],
    ['P1DT12H', 36 * HOUR],
    ['P90D', 90 * DAY],
    ['P2W', 14 * DAY],
  ])('%s', (text, millis) => expect(parseHorizon(text)).toBe(millis));

  it.each(['', 'P', 'PT', 'P0D', 'P91D', '7D', 'P1M', 'P1Y', 'PT30M', '-P7D', 'P7D ', 'P99999999999D', 'P1DT'])(
    'refuses %j',
    (text) => expect(() => parseHorizon(text)).toThrow(InvalidInput),
  );
});
