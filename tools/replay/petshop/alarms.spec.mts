import fc from 'fast-check';
import { alarmSteps, findAlarms } from './alarms.mts';
import type { Fault } from './dataset.mts';
import { deriveLimits, type Limit } from './limits.mts';
import type { MetricsFile } from './metrics-file.mts';

const PERIOD = 300_000;

function measured(metric: string, values: readonly (number | null)[], statistic = 'Average'): MetricsFile {
  const times = values.map((_, at) => at * PERIOD);
  const points = values.flatMap((value, at) => (value === null ? [] : [{ at: at * PERIOD, value }]));
  return { periodMs: PERIOD, times, series: [{ node: 'n', metric, statistic, points }] };
}

const many = (of: readonly number[]): number[] => Array.from({ length: 200 }, (_, at) => of[at % of.length] ?? 0);

describe('limits from the time without faults', () => {
  it('lie beyond the record by a tenth of its distance from the median', () => {
    const [limit] = deriveLimits(measured('latency', [...many([9, 10, 11]), 30]));
    expect(limit).toMatchObject({ side: 'above', normal: 10, value: 32 });
  });

  it('are never nearer to normal than a user would notice', () => {
    expect(deriveLimits(measured('latency', many([10])))[0]?.value).toBe(11);
    expect(deriveLimits(measured('availability', many([100])))[0]).toMatchObject({ side: 'below', value: 99 });
  });

  it('are not set where normal operation shows everything, or too little, or something else', () => {
    expect(deriveLimits(measured('availability', many([0, 50, 100])))).toEqual([]);
    expect(deriveLimits(measured('latency', many([1]).slice(0, 99)))).toEqual([]);
    expect(deriveLimits(measured('requests', many([1])))).toEqual([]);
    expect(deriveLimits(measured('latency', many([1]), 'p95'))).toEqual([]);
  });

  it('are crossed by nothing of what they were derived from', () => {
    const values = fc.array(fc.double({ min: 0.001, max: 100, noNaN: true }), { minLength: 100, maxLength: 150 });
    fc.assert(
      fc.property(values, fc.constantFrom('latency', 'availability'), (drawn, metric) => {
        const normal = measured(metric, drawn);
        expect(findAlarms(faultOf(normal), deriveLimits(normal))).toEqual([]);
      }),
    );
  });
});

describe('alarms of a window', () => {
  const limit: Limit = { node: 'n', metric: 'latency', statistic: 'Average', side: 'above', value: 20, normal: 10 };
  const alarms = (values: readonly (number | null)[]) => findAlarms(faultOf(measured('latency', values)), [limit]);

  it('begin and end when the period is over in which the value left and came back', () => {
    expect(alarms([10, 25, 22, 10, 10])).toMatchObject([
      { severity: 'error', startsAt: 2 * PERIOD, endsAt: 4 * PERIOD, value: 25 },
    ]);
  });

  it('are critical from twice the distance on', () => {
    expect(alarms([29.9, 10]).map(({ severity }) => severity)).toEqual(['error']);
    expect(alarms([30, 10]).map(({ severity }) => severity)).toEqual(['critical']);
  });

  it('last through a hole, and to the end when nothing ends them', () => {
    expect(alarms([10, 25, null, 25])).toMatchObject([{ startsAt: 2 * PERIOD, endsAt: 5 * PERIOD }]);
  });

  it('are reported moment by moment', () => {
    const steps = alarmSteps(alarms([25, 10, 25]));
    expect(steps.map(({ at, begin, end }) => [at / PERIOD, begin.length, end.length])).toEqual([
      [1, 1, 0],
      [2, 0, 1],
      [3, 1, 0],
      [4, 0, 1],
    ]);
  });
});

function faultOf(metrics: MetricsFile): Fault {
  const target = { node: 'n', metric: 'latency' };
  return { name: 'f', injectedAt: 0, rootCause: 'n', command: 'c', target, metrics };
}
