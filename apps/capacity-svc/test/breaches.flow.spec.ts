import { domainTopics } from '@itops/contracts';
import { DAY, HOUR, ManualClock, MINUTE, newId } from '@itops/kit';
import { eventually, startTestService, type TestService } from '@itops/testing';

import { capacityService } from '../src/capacity.service';
import { announce, ci, itemsOf, report } from './estate';

const NOW = Date.parse('2026-06-15T12:00:00Z');

describe('breaches', () => {
  let service: TestService;

  beforeAll(async () => {
    service = await startTestService(capacityService, {
      clock: new ManualClock(new Date(NOW)),
      env: { FORECAST_POLL_MS: '200' },
    });
  });

  afterAll(() => service.close());

  async function threshold(body: Record<string, unknown>): Promise<string> {
    const made = await service.api.post('/v1/thresholds', body);
    expect(made.status).toBe(201);
    return String(made.body['id']);
  }
  const events = (thresholdId: string) =>
    service.bus.all(domainTopics.capacity.name).filter(({ data }) => data['thresholdId'] === thresholdId);
  const types = (thresholdId: string) => events(thresholdId).map(({ type }) => type.split('.')[2]);

  it('open after the time beyond and clear when the value is back, once each', async () => {
    const host = ci(`hot-${newId()}`, { class: 'database' });
    await announce(service, host);
    const metric = `cpu-${newId()}`;
    const id = await threshold({
      metric,
      selector: { ciClass: 'database', labels: { cpu: '0' } },
      comparator: '>',
      value: 90,
      forMinutes: 10,
      severity: 'critical',
    });
    const T0 = NOW - HOUR;
    const send = (labels: Record<string, string>, ...points: [number, number][]) =>
      report(service, [
        {
          ci: host.name,
          metric,
          labels,
          points: points.map(([minute, value]) => [T0 + minute * MINUTE, value] as const),
        },
      ]);
    await send({ cpu: '1' }, [0, 99], [30, 99]);
    await send({ cpu: '0' }, [0, 95], [5, 95]);
    const message = newId();
    const hot = [
      {
        ci: host.name,
        metric,
        labels: { cpu: '0' },
        points: [
          [T0 + 12 * MINUTE, 97],
          [T0 + 13 * MINUTE, 98],
        ] as [number, number][],
      },
    ];
    await report(service, hot, message);
    const opened = await service.bus.waitFor(domainTopics.capacity.name, ({ data }) => data['thresholdId'] === id);
    expect(opened).toMatchObject({
      type: 'itops.capacity.breach-opened.v1',
      event: { aggregateversion: 1, causationid: message },
      data: {
        ciId: host.id,
        metric,
        labels: { cpu: '0' },
        value: 97,
        detectedAt: new Date(T0 + 12 * MINUTE).toISOString(),
        severity: 'critical',
        kind: 'current',
        state: 'open',
      },
    });
    const open = itemsOf((await service.api.get(`/v1/breaches?kind=current&state=open&ciId=${host.id}`)).body);
    expect(open).toMatchObject([{ id: opened.subject, thresholdId: id, allowedActions: [] }]);

    // Sent again, with the same and with another id, and older points: nothing happens.
    await report(service, hot, message);
    await report(service, hot);
    await send({ cpu: '0' }, [1, 10], [2, 10]);
    await send({ cpu: '0' }, [20, 40], [21, 95]);
    await service.bus.waitFor(
      domainTopics.capacity.name,
      ({ type, data }) => data['thresholdId'] === id && type.includes('cleared'),
    );
    expect(events(id)).toMatchObject([
      {},
      {
        subject: opened.subject,
        event: { aggregateversion: 2 },
        data: { clearedAt: new Date(T0 + 20 * MINUTE).toISOString() },
      },
    ]);
    await send({ cpu: '0' }, [31, 95], [32, 20], [33, 20]);
    await eventually(() =>
      expect(types(id)).toEqual(['breach-opened', 'breach-cleared', 'breach-opened', 'breach-cleared']),
    );
    const one = await service.api.get(`/v1/breaches/${opened.subject}`);
    expect(one).toMatchObject({ status: 200, body: { state: 'cleared', version: 2 } });
    expect(one.headers.get('etag')).toMatch(/^"2-/);
    const audit = await service.database.query<unknown[]>(
      `select 1 from audit_log where resource_type = 'breach' and resource_id = $1`,
      [opened.subject],
    );
    expect(audit).toHaveLength(2);
  });

  it('open under a threshold for a class above the item’s own', async () => {
    const host = ci(`vm-${newId()}`, { class: 'virtual_machine', classPath: ['virtual_machine', 'server', 'ci'] });
    await announce(service, host);
    const metric = `steal-${newId()}`;
    const rule = { metric, comparator: '>', value: 10, forMinutes: 0, severity: 'warning' };
    const id = await threshold({ ...rule, selector: { ciClass: 'server' } });
    const other = await threshold({ ...rule, selector: { ciClass: 'database' } });
    await report(service, [{ ci: host.name, metric, points: [[NOW - HOUR, 20]] }]);
    await eventually(() => expect(types(id)).toEqual(['breach-opened']));
    expect(types(other)).toEqual([]);
    // The open breach stays selected when the threshold is written anew.
    const patched = await service.api.patch(`/v1/thresholds/${id}`, { value: 11 }, { 'if-match': '*' });
    expect(patched.status).toBe(200);
    expect(itemsOf((await service.api.get(`/v1/breaches?state=open&ciId=${host.id}`)).body)).toHaveLength(1);
  });

  it('open for readings that came before their item was known', async () => {
    const host = ci(`unknown-${newId()}`);
    const metric = `early-${newId()}`;
    const id = await threshold({ metric, comparator: '<', value: 5, forMinutes: 0 });
    await report(service, [{ ci: host.name, metric, points: [[NOW - HOUR, 1]] }]);
    await eventually(async () =>
      expect(itemsOf((await service.api.get(`/v1/resources?metric=${metric}`)).body)).toHaveLength(1),
    );
    expect(events(id)).toEqual([]);
    await announce(service, host);
    await eventually(() => expect(types(id)).toEqual(['breach-opened']));
  });

  it('are cleared when their threshold goes or no longer selects them', async () => {
    const host = ci(`gone-${newId()}`);
    await announce(service, host);
    const metric = `gone-${newId()}`;
    const [removed, moved] = [
      await threshold({ metric, comparator: '>', value: 1 }),
      await threshold({ metric, comparator: '>', value: 1 }),
    ];
    await report(service, [{ ci: host.id, metric, points: [[NOW, 2]] }]);
    await eventually(() => expect([...types(removed), ...types(moved)]).toEqual(['breach-opened', 'breach-opened']));
    expect((await service.api.delete(`/v1/thresholds/${removed}`, { 'if-match': '"1"' })).status).toBe(204);
    expect(
      (await service.api.patch(`/v1/thresholds/${moved}`, { selector: { labels: { a: 'b' } } }, { 'if-match': '"1"' }))
        .status,
    ).toBe(200);
    await eventually(() => {
      expect(types(removed)).toEqual(['breach-opened', 'breach-cleared']);
      expect(types(moved)).toEqual(['breach-opened', 'breach-cleared']);
    });
  });

  it('are foreseen once for a disk that fills, with the time at which it will be full, and given up when it is emptied', async () => {
    const host = ci(`disk-${newId()}`);
    await announce(service, host);
    const metric = `disk-${newId()}`;
    const id = await threshold({ metric, comparator: '>', value: 90, predictDays: 14, severity: 'error' });
    // 2.4 % a day from 40 %: 90 % twenty days and twenty hours after the beginning, seven days after the last point.
    const begin = NOW - 15 * DAY;
    const fill = (hour: number) => 40 + hour * 0.1 + 0.5 * Math.sin((hour / 24) * 2 * Math.PI);
    const hours = (from: number, to: number, value: (hour: number) => number) =>
      Array.from({ length: to - from }, (_, index) => [begin + (from + index) * HOUR, value(from + index)] as const);
    await report(service, [{ ci: host.id, metric, unit: '%', labels: { mount: '/' }, points: hours(0, 336, fill) }]);
    const predicted = await service.bus.waitFor(
      domainTopics.capacity.name,
      ({ data }) => data['thresholdId'] === id,
      40_000,
    );
    const expected = begin + 500 * HOUR;
    expect(predicted).toMatchObject({
      type: 'itops.capacity.breach-predicted.v1',
      event: { aggregateversion: 1 },
      data: { kind: 'predicted', state: 'open', ciId: host.id, detectedAt: new Date(begin + 335 * HOUR).toISOString() },
    });
    const { expectedAt, earliestAt } = predicted.data;
    expect(Math.abs(Date.parse(String(expectedAt)) - expected)).toBeLessThan(DAY);
    expect(Date.parse(String(earliestAt))).toBeLessThanOrEqual(Date.parse(String(expectedAt)));

    const resourceId = String(predicted.data['resourceId']);
    const forecast = await service.api.get(`/v1/resources/${resourceId}/forecast?horizon=P14D`);
    expect(forecast.body).toMatchObject({
      resourceId,
      metric,
      level: 0.95,
      exhaustion: { thresholdId: id, at: expectedAt },
      trainedOn: { points: 336 },
    });
    expect(forecast.body['points']).toHaveLength(336);
    expect((await service.api.get(`/v1/resources/${resourceId}/forecast?horizon=P90D`)).body['points']).toHaveLength(
      2_160,
    );

    // Less than an hour of new data makes no new forecast; an hour makes one, and the breach stays the same one.
    const updates = () =>
      service.bus
        .all(domainTopics.capacity.name)
        .filter(({ type, subject }) => type.includes('forecast-updated') && subject === resourceId);
    expect(updates()).toMatchObject([{ event: { aggregateversion: 1 }, data: { version: 1 } }]);
    await report(service, [
      {
        ci: host.id,
        metric,
        unit: '%',
        labels: { mount: '/' },
        points: [[begin + 335 * HOUR + 10 * MINUTE, fill(335)]],
      },
    ]);
    await report(service, [{ ci: host.id, metric, unit: '%', labels: { mount: '/' }, points: hours(336, 338, fill) }]);
    await eventually(() => expect(updates().length).toBeGreaterThanOrEqual(2));
    expect(types(id)).toEqual(['breach-predicted']);
    expect(updates().length).toBeLessThanOrEqual(3);
    expect(updates().map(({ event }) => event['aggregateversion'])).toEqual(updates().map((_, index) => index + 1));

    // Emptied, and flat for two weeks: two forecasts in a row no longer foresee it.
    await report(service, [
      { ci: host.id, metric, unit: '%', labels: { mount: '/' }, points: hours(338, 348, () => 10) },
    ]);
    await eventually(
      () => expect(updates().at(-1)?.data['trainedTo']).toBe(new Date(begin + 347 * HOUR).toISOString()),
      30_000,
    );
    await report(service, [
      { ci: host.id, metric, unit: '%', labels: { mount: '/' }, points: hours(348, 358, () => 10) },
    ]);
    await eventually(() => expect(types(id)).toEqual(['breach-predicted', 'breach-cleared']), 30_000);
  });
});
