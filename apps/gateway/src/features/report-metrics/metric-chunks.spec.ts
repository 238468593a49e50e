import fc from 'fast-check';

import { chunkSeries } from './metric-chunks';

const MAX = 4_000;
const pair = fc.tuple(
  fc.integer({ min: 0, max: 253_402_300_799_999 }),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
);
const series = fc.record({
  ci: fc.constantFrom('a', 'b', 'c'),
  metric: fc.constantFrom('cpu', 'disk'),
  points: fc.array(pair, { minLength: 1, maxLength: 300 }),
});

describe('chunkSeries', () => {
  it('keeps every point, under its own item, in order, and every chunk small', () => {
    fc.assert(
      fc.property(fc.array(series, { maxLength: 20 }), (list) => {
        const chunks = chunkSeries(list, MAX);
        for (const { key, data } of chunks) {
          expect(data.series.every(({ ci }) => ci === key)).toBe(true);
          expect(JSON.stringify(data).length).toBeLessThan(MAX + 200);
        }
        const pointsOf = (all: typeof list) =>
          all.flatMap(({ metric, points }) => points.map((point) => [metric, point]));
        for (const ci of ['a', 'b', 'c']) {
          const after = chunks.flatMap(({ key, data }) => (key === ci ? data.series : []));
          expect(after.flatMap(({ metric, points }) => points.map((point) => [metric, point]))).toEqual(
            pointsOf(list.filter((one) => one.ci === ci)),
          );
        }
      }),
    );
  });
});
