import { DAY, HOUR } from '@itops/kit';

import { Breach } from './breach';
import { exhaustionOf, foresee } from './foresee';
import { type ResourceForecast } from './forecasting/resource-forecast';
import { refusal } from './acceptance';
import { labelsKey, linkedIdentity, referenceKey } from './series-key';
import { selects, type Threshold } from './threshold';

const T0 = Date.parse('2026-02-01T00:00:00Z');
const threshold: Threshold = {
  id: '0199a000-0000-7000-8000-000000000001',
  metric: 'disk.used',
  selector: { ciClass: null, ciId: null, labels: {} },
  comparator: '>',
  value: 90,
  forMinutes: 0,
  predictDays: 7,
  severity: 'error',
};
const resource = {
  id: '0199a000-0000-7000-8000-000000000002',
  ciId: '0199a000-0000-7000-8000-000000000003',
  metric: 'disk.used',
  unit: '%',
  labels: { mount: '/' },
};

/** A straight line from `from` by `perDay`. */
function line(from: number, perDay: number, days = 30): ResourceForecast {
  return {
    model: 'linear',
    trainedOn: { from: T0 - 14 * DAY, to: T0, points: 336 },
    accuracy: { mase: 0.5, smape: 1, holdout: 48 },
    step: HOUR,
    points: Array.from({ length: days * 24 }, (_, index) => {
      const mean = from + (perDay * (index + 1)) / 24;
      return { at: T0 + (index + 1) * HOUR, mean, lower: mean - 2, upper: mean + 2 };
    }),
  };
}

describe('Breach', () => {
  it('opens and clears, one version for each event', () => {
    const { breach, events } = Breach.open(resource, threshold, new Date(T0), 95);
    expect(events).toMatchObject([
      {
        type: 'itops.capacity.breach-opened.v1',
        aggregateVersion: 1,
        data: { kind: 'current', state: 'open', value: 95, expectedAt: null },
      },
    ]);
    expect(breach.clear(new Date(T0 + HOUR))).toMatchObject([
      {
        type: 'itops.capacity.breach-cleared.v1',
        aggregateVersion: 2,
        data: { state: 'cleared', version: 2, clearedAt: '2026-02-01T01:00:00.000Z' },
      },
    ]);
    expect(() => breach.clear(new Date(T0))).toThrow(/not possible/);
  });
});

describe('foresee', () => {
  it('foresees once, follows the forecasts, and gives up after two that do not', () => {
    const first = foresee(resource, 80, line(80, 2), [threshold], []);
    expect(first.events).toMatchObject([
      {
        type: 'itops.capacity.breach-predicted.v1',
        data: {
          kind: 'predicted',
          expectedAt: '2026-02-06T00:00:00.000Z',
          earliestAt: '2026-02-05T00:00:00.000Z',
          latestAt: '2026-02-07T00:00:00.000Z',
          model: 'linear',
        },
      },
    ]);
    const again = foresee(resource, 81, line(81, 3), [threshold], first.opened);
    expect(again).toMatchObject({ events: [], opened: [] });
    expect(again.kept[0]?.properties.expectation?.expectedAt).toEqual(new Date(T0 + 3 * DAY));
    const once = foresee(resource, 81, line(81, 0), [threshold], again.kept);
    expect(once.events).toEqual([]);
    const back = foresee(resource, 81, line(81, 3), [threshold], once.kept);
    expect(back.kept[0]?.properties.misses).toBe(0);
    foresee(resource, 81, line(81, 0), [threshold], back.kept);
    const gone = foresee(resource, 81, line(81, 0), [threshold], back.kept);
    expect(gone.events).toMatchObject([{ type: 'itops.capacity.breach-cleared.v1', aggregateVersion: 2 }]);
  });

  it('looks no further ahead than its owner wants', () => {
    expect(foresee(resource, 80, line(80, 1), [threshold], []).events).toEqual([]);
    expect(foresee(resource, 80, line(80, 1), [{ ...threshold, predictDays: 10 }], []).events).toHaveLength(1);
    expect(foresee(resource, 80, line(80, 9), [{ ...threshold, predictDays: null }], []).events).toEqual([]);
  });

  it('foresees nothing that is there already', () => {
    expect(foresee(resource, 95, line(95, 2), [threshold], []).events).toEqual([]);
  });

  it('names the threshold that is met first', () => {
    const lower = { ...threshold, id: '0199a000-0000-7000-8000-000000000009', value: 85 };
    expect(exhaustionOf(line(80, 1), [threshold, lower])).toMatchObject({ thresholdId: lower.id, at: T0 + 5 * DAY });
    expect(exhaustionOf(line(80, 0), [threshold])).toBeNull();
  });
});

describe('selects', () => {
  const host = {
    metric: 'disk.used',
    ciId: resource.ciId,
    classPath: ['virtual_machine', 'server', 'ci'],
    labels: { mount: '/', fs: 'ext4' },
  };
  it.each([
    [{}, true],
    [{ ciClass: 'virtual_machine' }, true],
    [{ ciClass: 'server' }, true],
    [{ ciClass: 'database' }, false],
    [{ ciId: resource.ciId }, true],
    [{ ciId: resource.id }, false],
    [{ labels: { mount: '/' } }, true],
    [{ labels: { mount: '/data' } }, false],
    [{ ciClass: 'server', labels: { fs: 'xfs' } }, false],
  ])('%j: %s', (selector, expected) => {
    expect(selects({ ...threshold, selector: { ...threshold.selector, ...selector } }, host)).toBe(expected);
  });

  it('compares the metric', () => {
    expect(selects(threshold, { ...host, metric: 'cpu' })).toBe(false);
  });
});

describe('what makes a series', () => {
  it('does not depend on the order of labels', () => {
    expect(labelsKey({ b: '2', a: '1' })).toBe(labelsKey({ a: '1', b: '2' }));
    expect(linkedIdentity(resource.ciId, 'm', labelsKey({}))).not.toBe(
      linkedIdentity(resource.ciId, 'm', labelsKey({ a: '' })),
    );
    expect(referenceKey('a')).not.toBe(referenceKey({ source: 'a', externalId: 'a' }));
  });
});

describe('refusal', () => {
  const year = 365 * DAY;
  it.each([
    [T0, 1, null],
    [T0 + DAY, 1, null],
    [T0 + DAY + 1, 1, 'more than a day in the future'],
    [T0 - year, 1, null],
    [T0 - year - 1, 1, 'older than the 365 days that are kept'],
    [T0, 1e101, 'a value beyond ±1e+100'],
  ])('%d %d: %s', (at, value, reason) => expect(refusal(at, value, T0, year)).toBe(reason));
});
