import { type CiData, metricsReported, type MetricsIn } from '@itops/contracts';
import { HOUR, ManualClock, MINUTE, newId } from '@itops/kit';
import { type ConsumedEvent, Transactions } from '@itops/messaging';
import { eventually, startTestService, type TestService } from '@itops/testing';

import { capacityService } from '../src/capacity.service';
import { RecordMetrics } from '../src/features/record-metrics/record-metrics.handler';
import { serviceCause } from '../src/service-cause';
import { announce, ci, itemsOf, report } from './estate';

const NOW = Date.parse('2026-06-15T12:00:00Z');

function consumed(data: MetricsIn): ConsumedEvent<MetricsIn> {
  const { type, topic } = metricsReported;
  return {
    id: newId(),
    type,
    source: 'test',
    subject: null,
    aggregateId: null,
    aggregateVersion: null,
    time: new Date(NOW),
    data,
    cause: serviceCause(),
    topic: topic.name,
    partition: 0,
    offset: '0',
    key: null,
  };
}

describe('metrics', () => {
  let service: TestService;

  beforeAll(async () => {
    service = await startTestService(capacityService, {
      clock: new ManualClock(new Date(NOW)),
      env: { LINK_SWEEP_MS: '500' },
    });
  });

  afterAll(() => service.close());

  const count = async (sql: string, params: unknown[] = []): Promise<number> => {
    const rows = await service.database.query<{ count: string }[]>(`select count(*) from ${sql}`, params);
    return Number(rows[0]?.count);
  };
  const resourceOf = async (metric: string): Promise<Record<string, unknown>> => {
    const { body } = await service.api.get(`/v1/resources?metric=${metric}`);
    const items = itemsOf(body);
    expect(items).toHaveLength(1);
    return items[0] ?? {};
  };

  it('stores each point once and rolls hours up as a naive fold does, however they are sent', async () => {
    const host = ci(`host-${newId()}`);
    await announce(service, host);
    const all = Array.from(
      { length: 400 },
      (_, index) => [NOW - 400 * 7 * MINUTE + index * 7 * MINUTE, Math.sin(index) * 100] as const,
    );
    const message = newId();
    const slices = [
      all.slice(100, 250),
      all.slice(0, 180),
      all.slice(200, 400),
      all.slice(0, 180),
      [...all.slice(300, 400), ...all.slice(300, 310)],
    ];
    // Different messages, sent at once, with overlaps; one of them twice with the same id.
    await Promise.all(slices.map((points) => report(service, [{ ci: host.id, metric: 'fold', points: [...points] }])));
    await report(service, [{ ci: host.id, metric: 'fold', points: [...all.slice(0, 400)] }], message);
    await report(service, [{ ci: host.id, metric: 'fold', points: [...all.slice(0, 400)] }], message);
    await report(service, [{ ci: host.id, metric: 'fold.done', points: [[NOW, 1]] }]);
    await eventually(() => resourceOf('fold.done'));

    const { id } = await eventually(() => resourceOf('fold'));
    const raw = await service.api.get(`/v1/resources/${String(id)}/series?limit=10000`);
    expect(itemsOf(raw.body).map(({ at, value }) => [at, value])).toEqual(
      all.map(([at, value]) => [new Date(at).toISOString(), value]),
    );

    const hours = new Map<number, number[]>();
    for (const [at, value] of all) hours.set(at - (at % HOUR), [...(hours.get(at - (at % HOUR)) ?? []), value]);
    const rolled = itemsOf((await service.api.get(`/v1/resources/${String(id)}/series?resolution=1h`)).body);
    expect(rolled).toHaveLength(hours.size);
    [...hours].forEach(([hour, values], index) => {
      const roll = rolled[index];
      expect(roll).toMatchObject({
        at: new Date(hour).toISOString(),
        min: Math.min(...values),
        max: Math.max(...values),
        count: values.length,
        last: values.at(-1),
      });
      expect(roll?.['mean']).toBeCloseTo(values.reduce((sum, value) => sum + value, 0) / values.length, 9);
    });
  });

  it('stores a batch once when several replicas write it at the same moment, with new series and a new month', async () => {
    const hosts = Array.from({ length: 20 }, () => ci(`race-${newId()}`));
    await announce(service, ...hosts.slice(0, 10));
    await eventually(async () => expect(await count(`configuration_item where name like 'race-%'`)).toBe(10));
    const month = Date.UTC(2025, 1, 27, 20);
    const points = Array.from({ length: 50 }, (_, hour): [number, number] => [month + hour * HOUR, hour]);
    const batch = (order: readonly CiData[]) =>
      order.map(({ name }) => consumed({ series: [{ ci: name, metric: 'race', points }] }));
    const transactions = service.running.app.get(Transactions);
    const recordMetrics = service.running.app.get(RecordMetrics);
    const reversed = [...hosts].reverse();
    await Promise.all(
      [hosts, reversed, hosts, reversed].map((order) =>
        transactions.run(serviceCause(), (tx) => recordMetrics.record(tx, batch(order))),
      ),
    );
    expect(await count(`resource where metric = 'race'`)).toBe(20);
    expect(await count(`point join resource r using (series) where r.metric = 'race'`)).toBe(1_000);
    expect(await count(`hourly h join resource r using (series) where r.metric = 'race' and h.count = 1`)).toBe(1_000);
    // The rest becomes known while its points are sent again.
    await Promise.all([
      announce(service, ...hosts.slice(10)),
      ...[hosts, reversed].map((order) =>
        transactions.run(serviceCause(), (tx) => recordMetrics.record(tx, batch(order))),
      ),
    ]);
    await eventually(async () => expect(await count(`resource where metric = 'race' and ci_id is not null`)).toBe(20));
    expect(await count(`resource where metric = 'race'`)).toBe(20);
    expect(await count(`point join resource r using (series) where r.metric = 'race'`)).toBe(1_000);
  });

  it('tells series apart by item, metric and labels, in whatever order labels come', async () => {
    const [a, b] = [
      ci(`a-${newId()}`),
      ci(`b-${newId()}`, { externalIds: [{ source: 'zabbix', externalId: '10084' }] }),
    ];
    await announce(service, a, b);
    const at = NOW - HOUR;
    await report(service, [
      { ci: a.name, metric: 'apart', labels: { cpu: '0', mode: 'user' }, points: [[at, 1]] },
      { ci: a.id, metric: 'apart', labels: { mode: 'user', cpu: '0' }, unit: '%', points: [[at + 1, 2]] },
      { ci: a.id, metric: 'apart', labels: { cpu: '1', mode: 'user' }, points: [[at, 3]] },
      { ci: { source: 'zabbix', externalId: '10084' }, metric: 'apart', points: [[at, 4]] },
    ]);
    const items = await eventually(async () => {
      const found = itemsOf((await service.api.get(`/v1/resources?metric=apart`)).body);
      expect(found).toHaveLength(3);
      expect(found.every(({ ciId }) => ciId !== null)).toBe(true);
      return found;
    });
    expect(items.find(({ unit }) => unit === '%')).toMatchObject({
      ciId: a.id,
      ciName: a.name,
      lastValue: 2,
      lastAt: new Date(at + 1).toISOString(),
      capacity: 100,
      unresolvedCi: null,
    });
    expect(items.find(({ ciId }) => ciId === b.id)).toMatchObject({ lastValue: 4, labels: {} });
    expect(itemsOf((await service.api.get(`/v1/resources?ciId=${a.id}`)).body)).toHaveLength(2);
    expect((await service.api.get(`/v1/resources?metric=apart&limit=2`)).headers.get('link')).toContain('rel="next"');
  });

  it('keeps what it knows no item for, links it when the item comes, and joins what turns out to be one series', async () => {
    const host = ci(`later-${newId()}`, { externalIds: [{ source: 'agent', externalId: newId() }] });
    const [external] = host.externalIds;
    const at = NOW - 10 * HOUR;
    await report(service, [
      {
        ci: host.name,
        metric: 'later',
        points: [
          [at, 1],
          [at + HOUR, 2],
        ],
      },
    ]);
    await report(service, [
      {
        ci: external ?? '',
        metric: 'later',
        points: [
          [at, 9],
          [at + 2 * HOUR, 3],
        ],
      },
    ]);
    await eventually(async () => {
      const found = itemsOf((await service.api.get(`/v1/resources?metric=later`)).body);
      expect(found).toHaveLength(2);
      expect(found.map(({ unresolvedCi }) => unresolvedCi)).toContain(host.name);
    });
    await announce(service, host);
    const resource = await eventually(async () => {
      const found = await resourceOf('later');
      expect(found).toMatchObject({ ciId: host.id, ciName: host.name, lastValue: 3, unresolvedCi: null });
      return found;
    });
    const points = itemsOf((await service.api.get(`/v1/resources/${String(resource['id'])}/series`)).body);
    expect(points.map(({ at: time }) => time)).toEqual(
      [0, 1, 2].map((hour) => new Date(at + hour * HOUR).toISOString()),
    );
    const hours = itemsOf((await service.api.get(`/v1/resources/${String(resource['id'])}/series?resolution=1h`)).body);
    expect(hours.map(({ count: points }) => points)).toEqual([1, 1, 1]);
  });

  it('takes a name that two items have for none of them', async () => {
    const name = `twin-${newId()}`;
    await announce(service, ci(name), ci(name));
    await eventually(async () => expect(await count('configuration_item where name = $1', [name])).toBe(2));
    await report(service, [{ ci: name, metric: 'twin', points: [[NOW, 1]] }]);
    expect(await eventually(() => resourceOf('twin'))).toMatchObject({ ciId: null, unresolvedCi: name });
  });

  it('makes partitions for old months while others write, and refuses what is out of time', async () => {
    const host = ci(`old-${newId()}`);
    await announce(service, host);
    const months = Array.from({ length: 24 }, (_, month) => Date.UTC(2023, month, 10));
    await Promise.all(
      months.flatMap((at, index) => [
        report(service, [{ ci: host.id, metric: 'old', labels: { n: String(index % 3) }, points: [[at, index]] }]),
        report(service, [{ ci: host.id, metric: 'old', labels: { n: String(index % 3) }, points: [[at, index]] }]),
      ]),
    );
    await eventually(async () =>
      expect(await count(`point p join resource r using (series) where r.metric = 'old'`)).toBe(24),
    );
    expect(
      await count(`pg_inherits where inhparent = 'point'::regclass and inhrelid::regclass::text like 'point_2023%'`),
    ).toBe(12);

    const far = Date.parse('2199-01-01T00:00:00Z');
    await report(service, [
      {
        ci: host.id,
        metric: 'far',
        points: [
          [0, 1],
          [far, 2],
          [NOW + 25 * HOUR, 3],
          [NOW - 1, 4],
          [NOW, 1e200],
        ],
      },
    ]);
    const resource = await eventually(() => resourceOf('far'));
    expect(resource).toMatchObject({ lastValue: 4 });
    const [audit] = await service.database.query<{ reason: string }[]>(
      `select reason from audit_log where action = 'refuse-points'`,
    );
    expect(audit?.reason).toBe(
      '1 refused: older than the 1826 days that are kept; 2 refused: more than a day in the future; 1 refused: a value beyond ±1e+100',
    );
    expect(await count(`pg_inherits where inhrelid::regclass::text ~ '^point_(1970|2199)'`)).toBe(0);

    await report(service, [{ ci: host.id, metric: 'none', points: [[0, 1]] }]);
    await eventually(async () => {
      const { body } = await service.api.get('/v1/dead-letters');
      expect(JSON.stringify(body)).toContain('No point is usable. 1 refused: older than the 1826 days');
    });
  });

  it('pages through a series', async () => {
    const host = ci(`page-${newId()}`);
    await announce(service, host);
    await report(service, [
      {
        ci: host.id,
        metric: 'page',
        points: Array.from({ length: 25 }, (_, index) => [NOW - index * MINUTE, index] as const),
      },
    ]);
    const { id } = await eventually(() => resourceOf('page'));
    const seen: unknown[] = [];
    let cursor = '';
    do {
      const { body, status } = await service.api.get(`/v1/resources/${String(id)}/series?limit=10${cursor}`);
      expect(status).toBe(200);
      seen.push(...itemsOf(body).map(({ value }) => value));
      cursor = typeof body['nextCursor'] === 'string' ? `&cursor=${body['nextCursor']}` : '';
    } while (cursor !== '');
    expect(seen).toEqual(Array.from({ length: 25 }, (_, index) => 24 - index));
    const part = await service.api.get(
      `/v1/resources/${String(id)}/series?from=${new Date(NOW - 3 * MINUTE).toISOString()}&to=${new Date(NOW - MINUTE).toISOString()}`,
    );
    expect(itemsOf(part.body).map(({ value }) => value)).toEqual([3, 2, 1]);
  });
});
