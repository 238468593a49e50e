import { alertDedupKey, inboundTopics } from '@itops/contracts';
import { Cursors, isRecord } from '@itops/kit';
import { DEAD_LETTERS } from '@itops/messaging';
import { startService } from '@itops/platform';
import { ApiClient, eventually, TEST_IDENTITY_KEYS } from '@itops/testing';

import { gatewayService } from '../src/gateway.service';
import { type GatewayUnderTest, startGateway } from './gateway-under-test';

let gateway: GatewayUnderTest;

beforeAll(async () => {
  gateway = await startGateway();
});
afterAll(() => gateway.close());

const alert = (more: object = {}) => ({ source: 'prometheus', summary: 'Disk is full', severity: 'critical', ...more });
const deployment = (more: object = {}) => ({
  source: 'ci',
  externalRef: 'run-1',
  ci: 'web-1',
  status: 'started',
  at: '2026-01-01T00:00:00.000Z',
  ...more,
});

function itemsOf(body: Record<string, unknown>): Record<string, unknown>[] {
  return listIn(body, 'items').filter(isRecord);
}

function listIn(value: unknown, name: string): unknown[] {
  const list: unknown = isRecord(value) ? value[name] : undefined;
  return Array.isArray(list) ? list : [];
}

describe('POST /v1/alerts', () => {
  it('accepts while incident-svc is down; the alert is on Kafka when the answer comes', async () => {
    const down = await startGateway({ env: { INCIDENT_URL: 'http://127.0.0.1:9' } });
    try {
      const correlationId = '0199f0c5-1111-7aaa-8bbb-000000000002';
      const sent = alert({ labels: { host: 'db-1' } });
      const answer = await down.api.post('/v1/alerts', sent, { 'x-correlation-id': correlationId });
      expect(answer.status).toBe(202);
      const [item] = itemsOf(answer.body);
      const dedupKey = alertDedupKey(sent);
      expect(answer.body).toEqual({
        accepted: 1,
        rejected: [],
        items: [{ index: 0, eventId: expect.any(String), dedupKey }],
      });
      const seen = await down.service.bus.waitFor(inboundTopics.alerts.name, ({ id }) => id === item?.['eventId']);
      expect(seen.key).toBe(`prometheus|${dedupKey}`);
      expect(seen.event).toMatchObject({
        type: 'itops.alert.reported.v1',
        source: 'gateway',
        actor: 'admin',
        correlationid: correlationId,
        data: sent,
      });
      expect(seen.data['startsAt']).toMatch(/^\d{4}-.*Z$/);
    } finally {
      await down.close();
    }
  });

  it('takes the good ones of a batch and names the bad ones', async () => {
    const answer = await gateway.api.post('/v1/alerts', [
      alert({ dedupKey: 'a' }),
      alert({ severity: 'terrible' }),
      alert({ dedupKey: 'b', startsAt: '2026-01-01T00:00:00Z' }),
      { summary: 'x' },
      alert({ labels: { host: 'bad\u0000host' } }),
      alert({ surprise: 1 }),
      'no object',
    ]);
    expect(answer.status).toBe(202);
    expect(answer.body['accepted']).toBe(2);
    expect(itemsOf(answer.body).map(({ index, dedupKey }) => [index, dedupKey])).toEqual([
      [0, 'a'],
      [2, 'b'],
    ]);
    expect(answer.body['rejected']).toMatchObject([
      { index: 1, errors: [{ pointer: '/severity' }] },
      { index: 3, errors: [{ pointer: '/source' }, { pointer: '/severity' }] },
      { index: 4, errors: [{ pointer: '/labels/host' }] },
      { index: 5, errors: [{ pointer: '/surprise', reason: 'is not a known field; remove it' }] },
      { index: 6, errors: [{ pointer: '' }] },
    ]);
    const ids = itemsOf(answer.body).map(({ eventId }) => eventId);
    const seen = await Promise.all(
      ids.map((id) => gateway.service.bus.waitFor(inboundTopics.alerts.name, (event) => event.id === id)),
    );
    expect(seen.map(({ data }) => data['dedupKey'])).toEqual(['a', 'b']);
    expect(seen[1]?.data['startsAt']).toBe('2026-01-01T00:00:00Z');
  });

  it.each([
    ['one bad alert', alert({ severity: 'x' }), '/severity'],
    ['bad alerts only', [alert({ severity: 'x' }), {}], '/0/severity'],
    ['no alert', [], ''],
    ['too many', Array.from({ length: 501 }, () => alert()), ''],
    ['a number', 7, ''],
    ['null', null, ''],
    ['U+0000 in a name', alert({ labels: { 'a\u0000b': 'c' } }), '/labels/a\u0000b'],
    ['U+0000 in a value', alert({ summary: 'a\u0000b' }), '/summary'],
  ])('refuses %s', async (_name, body, pointer) => {
    const answer = await gateway.api.post('/v1/alerts', JSON.stringify(body));
    expect(answer.status).toBe(400);
    expect(answer.body['errors']).toMatchObject([{ pointer }, ...(pointer === '/0/severity' ? [{}, {}, {}] : [])]);
  });

  it('gives the same report under the same idempotency key the same event id, and refuses another one', async () => {
    const send = (body: unknown, key: string) => gateway.api.post('/v1/alerts', body, { 'idempotency-key': key });
    const batch = [alert({ labels: { a: '1', b: '2' } }), alert({ severity: 'terrible' }), alert({ dedupKey: 'k' })];
    const answers = await Promise.all([send(batch, 'key-1'), send(batch, 'key-1'), send(batch, 'key-1')]);
    const [first] = answers;
    for (const answer of answers) expect([answer.status, answer.body]).toEqual([202, first?.body]);
    const reordered = [alert({ labels: { b: '2', a: '1' } }), ...batch.slice(1)];
    expect((await send(reordered, 'key-1')).body).toEqual(first?.body);
    expect(itemsOf((await send(batch, 'key-2')).body)[0]?.['eventId']).not.toBe(
      itemsOf(first?.body ?? {})[0]?.['eventId'],
    );
    for (const other of [alert(), batch.slice(0, 1), [...batch, alert()]]) {
      expect(await send(other, 'key-1')).toMatchObject({
        status: 422,
        body: { type: '/problems/idempotency-key-reused' },
      });
    }
    expect((await send(batch, 'x'.repeat(256))).status).toBe(400);
  });

  it('does not mind what failed under a key, nor how deep what it refuses is', async () => {
    const send = (body: string) => gateway.api.send('POST', '/v1/alerts', body, { 'idempotency-key': 'failed' });
    expect((await send('{}')).status).toBe(400);
    const deep = `${'['.repeat(50_000)}${']'.repeat(50_000)}`;
    const answer = await send(`[${JSON.stringify(alert())},${deep}]`);
    expect(answer).toMatchObject({ status: 202, body: { accepted: 1, rejected: [{ index: 1 }] } });
  });

  it('takes many callers at once and loses none', async () => {
    const answers = await Promise.all(
      Array.from({ length: 300 }, (_, n) => gateway.api.post('/v1/alerts', alert({ dedupKey: `many-${n}` }))),
    );
    expect(answers.every(({ status }) => status === 202)).toBe(true);
    const ids = new Set(answers.map(({ body }) => itemsOf(body)[0]?.['eventId']));
    expect(ids.size).toBe(300);
    await eventually(() => {
      const seen = gateway.service.bus.all(inboundTopics.alerts.name).filter(({ id }) => ids.has(id));
      expect(seen.length).toBe(300);
    });
  });

  it('takes a batch that is larger as events than as a request', async () => {
    const batch = Array.from({ length: 500 }, (_, n) =>
      alert({ dedupKey: `large-${n}`, annotations: { text: 'x'.repeat(1900) } }),
    );
    expect((await gateway.api.post('/v1/alerts', batch)).body['accepted']).toBe(500);
  });

  it('rejects one alert that is too large for a message', async () => {
    const annotations = Object.fromEntries(Array.from({ length: 64 }, (_, n) => [`a${n}`, 'é'.repeat(7500)]));
    const answer = await gateway.api.post('/v1/alerts', alert({ annotations }));
    expect(answer.status).toBe(400);
    expect(answer.body['errors']).toMatchObject([{ reason: expect.stringContaining('bytes') }]);
  });
});

describe('POST /v1/deployments', () => {
  it('takes one or a batch, keyed by source and reference', async () => {
    expect((await gateway.api.post('/v1/deployments', deployment())).status).toBe(202);
    const answer = await gateway.api.post('/v1/deployments', [
      deployment({ externalRef: 'run-2' }),
      deployment({ status: 'lost' }),
    ]);
    expect(answer.status).toBe(202);
    expect(answer.body).toMatchObject({ accepted: 1, rejected: [{ index: 1 }], items: [{ index: 0 }] });
    const id = itemsOf(answer.body)[0]?.['eventId'];
    const seen = await gateway.service.bus.waitFor(inboundTopics.deployments.name, (event) => event.id === id);
    expect(seen.key).toBe('ci|run-2');
    expect(seen.data).toEqual(deployment({ externalRef: 'run-2' }));
  });

  it('refuses what is not valid', async () => {
    const answer = await gateway.api.post('/v1/deployments', deployment({ at: 'yesterday' }));
    expect(answer.status).toBe(400);
    expect(answer.body['errors']).toMatchObject([{ pointer: '/at' }]);
  });
});

describe('POST /v1/metrics', () => {
  const series = (ci: unknown, points: number, from = 0) => ({
    ci,
    metric: 'cpu.utilization',
    points: Array.from({ length: points }, (_, n) => [1_700_000_000_000 + from + n, n / 7]),
  });

  it('splits by configuration item and size, and counts points', async () => {
    const before = gateway.service.bus.all(inboundTopics.metrics.name).length;
    const sent = [
      series('db-1', 9000),
      series('db-2', 10),
      { ...series('db-3', 4), points: [[1, 'high']] },
      series('db-1', 9000, 50_000),
      series({ source: 'netbox', externalId: '7' }, 3),
    ];
    const answer = await gateway.api.post('/v1/metrics', { series: sent });
    expect(answer.status).toBe(202);
    expect(answer.body).toMatchObject({
      accepted: 18_013,
      rejected: [{ index: 2, points: 1, errors: [{ pointer: '/points/0/1' }] }],
    });
    const seen = await eventually(() => {
      const events = gateway.service.bus.all(inboundTopics.metrics.name).slice(before);
      const points = events.flatMap(({ data }) => listIn(data, 'series')).flatMap((one) => listIn(one, 'points'));
      expect(points.length).toBe(18_013);
      return events;
    });
    expect(new Set(seen.map(({ key }) => key))).toEqual(new Set(['db-1', 'db-2', 'netbox|7']));
    expect(seen.filter(({ key }) => key === 'db-1').length).toBe(2);
    expect(Math.max(...seen.map(({ raw }) => raw?.length ?? 0))).toBeLessThan(500 * 1024);
  });

  it.each([
    ['no series', {}, '/series'],
    ['an empty list', { series: [] }, '/series'],
    ['an unknown member', { series: [series('a', 1)], more: 1 }, '/more'],
    ['a list', [], ''],
    ['bad series only', { series: [series('a', 0)] }, '/series/0/points'],
  ])('refuses %s', async (_name, body, pointer) => {
    const answer = await gateway.api.post('/v1/metrics', body);
    expect(answer.status).toBe(400);
    expect(answer.body['errors']).toMatchObject([{ pointer }]);
  });
});

describe('POST /v1/discovery', () => {
  const report = { source: 'scan', items: [{ class: 'server', externalId: '1', name: 'web-1' }] };

  it('goes to cmdb-svc, whose answer comes back', async () => {
    gateway.cmdb.json(200, { created: 1 });
    const answer = await gateway.api.post('/v1/discovery', report);
    expect(answer.status).toBe(200);
    expect(answer.body).toEqual({ created: 1 });
    expect(JSON.parse(gateway.cmdb.seen.at(-1)?.body ?? '')).toEqual(report);
  });

  it.each(['respond-async', 'wait=10, respond-async', 'Respond-Async; x=1'])(
    'is durable at once with Prefer: %s',
    async (prefer) => {
      const before = gateway.cmdb.seen.length;
      const answer = await gateway.api.post('/v1/discovery', report, { prefer });
      expect(answer.status).toBe(202);
      expect(answer.headers.get('preference-applied')).toBe('respond-async');
      const id = answer.body['eventId'];
      const seen = await gateway.service.bus.waitFor(inboundTopics.discovery.name, (event) => event.id === id);
      expect(seen.key).toBe('scan');
      expect(seen.data).toEqual(report);
      expect(gateway.cmdb.seen.length).toBe(before);
    },
  );

  it('refuses what is not valid with Prefer: respond-async', async () => {
    const answer = await gateway.api.post('/v1/discovery', { source: 'scan' }, { prefer: 'respond-async' });
    expect(answer.status).toBe(400);
    expect(answer.body['errors']).toMatchObject([{ pointer: '/items' }]);
  });
});

describe('GET /v1/dead-letters', () => {
  const letter = (second: number, id: number) => ({
    id: `0199f0c5-1111-7aaa-8bbb-00000000000${id}`,
    firstAt: `2026-01-01T00:00:${String(second).padStart(2, '0')}.000Z`,
  });

  it("merges the services' lists, newest first, page by page, and names who is away", async () => {
    gateway.cmdb.json(200, { items: [letter(9, 1), letter(3, 2)], nextCursor: 'x' });
    gateway.incident.json(200, { items: [letter(8, 3)], nextCursor: null });
    gateway.change.json(200, { items: [letter(8, 4)], nextCursor: null });
    gateway.capacity.json(500, {});
    const answer = await gateway.api.get('/v1/dead-letters?limit=2&topic=itops.ci.v1&status=parked');
    expect(answer.status).toBe(200);
    expect(itemsOf(answer.body)).toMatchObject([
      { ...letter(9, 1), service: 'cmdb-svc' },
      { ...letter(8, 4), service: 'change-svc' },
    ]);
    expect(answer.body['unavailable']).toEqual(['capacity-svc']);
    expect(gateway.change.seen.at(-1)?.url).toBe(
      '/v1/dead-letters?limit=2&sort=-firstAt&topic%3Ditops.ci.v1&status%3Dparked',
    );

    const next = String(answer.body['nextCursor']);
    expect(answer.headers.get('link')).toContain(next);
    const filters = 'topic=itops.ci.v1&status=parked';
    expect((await gateway.api.get(`/v1/dead-letters?limit=2&${filters}&cursor=${next}`)).status).toBe(200);
    // What a service gets is a cursor of its own list, at the same place.
    const sent = new URLSearchParams(gateway.incident.seen.at(-1)?.url.split('?')[1]).get('cursor') ?? '';
    const conditions = [
      { field: 'topic', operator: '=' as const, values: ['itops.ci.v1'] },
      { field: 'status', operator: '=' as const, values: ['parked'] },
    ];
    const cursors = new Cursors(TEST_IDENTITY_KEYS.CURSOR_KEY);
    expect(cursors.open({ list: DEAD_LETTERS.name, sort: '-firstAt', conditions }, sent)).toEqual([
      letter(8, 4).firstAt,
      letter(8, 4).id,
    ]);
    expect((await gateway.api.get(`/v1/dead-letters?service=incident-svc&cursor=${next}`)).status).toBe(400);
  });

  it('asks only the services that are wanted, and ends', async () => {
    gateway.incident.json(200, { items: [letter(1, 1)], nextCursor: null });
    const before = gateway.cmdb.seen.length;
    const answer = await gateway.api.get('/v1/dead-letters?service=incident-svc');
    expect(answer.body).toMatchObject({ items: [{ service: 'incident-svc' }], nextCursor: null, unavailable: [] });
    expect(gateway.cmdb.seen.length).toBe(before);
  });

  it('refuses a bad query', async () => {
    for (const query of [
      'cursor=x',
      'service=nobody',
      'limit=0',
      'fields=x',
      'sort=topic',
      'firstAt>=soon',
      'status=odd',
      'surprise=1',
    ]) {
      expect((await gateway.api.get(`/v1/dead-letters?${query}`)).status).toBe(400);
    }
    gateway.incident.json(400, { errors: [{ pointer: '/status', reason: 'is unknown' }] });
    const answer = await gateway.api.get('/v1/dead-letters?service=incident-svc&status=parked');
    expect(answer.status).toBe(400);
    expect(answer.body['errors']).toEqual([{ pointer: '/status', reason: 'is unknown' }]);
  });
});

describe('without a broker', () => {
  it('answers 503 within 10 s', async () => {
    const key = 'k'.repeat(40);
    const lost = await startService(gatewayService, {
      env: {
        PORT: '0',
        LOG_LEVEL: 'silent',
        KAFKA_BROKERS: '127.0.0.1:9',
        DATABASE_URL: 'postgres://127.0.0.1:9/none',
        ...TEST_IDENTITY_KEYS,
        API_KEY: key,
        CMDB_URL: 'http://127.0.0.1:9',
        INCIDENT_URL: 'http://127.0.0.1:9',
        CHANGE_URL: 'http://127.0.0.1:9',
        CAPACITY_URL: 'http://127.0.0.1:9',
      },
    });
    try {
      const api = new ApiClient(lost.url, { 'x-api-key': key });
      const at = performance.now();
      const answers = await Promise.all([
        ...Array.from({ length: 20 }, () => api.post('/v1/alerts', alert())),
        api.post('/v1/deployments', deployment()),
        api.get('/v1/stream'),
      ]);
      expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 503));
      expect(answers.every(({ headers }) => headers.get('retry-after') === '5')).toBe(true);
      expect(performance.now() - at).toBeLessThan(11_000);
      expect((await api.get('/readyz')).status).toBe(503);
      expect((await api.get('/livez')).status).toBe(200);
    } finally {
      await lost.close();
    }
  });
});
