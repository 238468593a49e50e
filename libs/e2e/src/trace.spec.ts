import { readFileSync } from 'node:fs';
import path from 'node:path';

import { allTopics, type CiData, ciCreated, ciUpdated, domainTopics, inboundTopics } from '@itops/contracts';
import { newId } from '@itops/kit';
import { eventually, TestBus } from '@itops/testing';
import { Client } from 'pg';

import { ExposedMetrics } from './exposed-metrics';
import { OtlpReceiver, type ReceivedSpan } from './otlp-receiver';
import { PlatformProcesses, type ProcessName } from './platform-processes';

const ROOT = path.resolve(__dirname, '../../..');
const [SERVER, CLIENT, PRODUCER, CONSUMER] = [2, 3, 4, 5];

let receiver: OtlpReceiver;
let platform: PlatformProcesses;
let bus: TestBus;
let incidentDatabase: Client;

beforeAll(async () => {
  receiver = await OtlpReceiver.start();
  const brokers = (process.env['TEST_KAFKA_BROKERS'] ?? '').split(',');
  platform = await PlatformProcesses.start(
    { databaseUrl: process.env['TEST_DATABASE_URL'] ?? '', brokers },
    { OTEL_EXPORTER_OTLP_ENDPOINT: receiver.url, OTEL_BSP_SCHEDULE_DELAY: '200' },
  );
  bus = await TestBus.connect(
    brokers,
    platform.prefix,
    allTopics.map(({ name }) => name),
  );
  incidentDatabase = new Client({ connectionString: platform.databaseUrlOf('incident-svc') });
  await incidentDatabase.connect();
}, 240_000);

afterAll(async () => {
  await incidentDatabase?.end();
  await bus?.close();
  await platform?.stop();
  await receiver?.close();
}, 60_000);

function callersTrace(): { traceId: string; spanId: string; headers: Record<string, string> } {
  const traceId = newId().replaceAll('-', '');
  const spanId = newId().replaceAll('-', '').slice(-16);
  return { traceId, spanId, headers: { traceparent: `00-${traceId}-${spanId}-01`, tracestate: 'caller=1' } };
}

function ci(id: string, version: number): CiData {
  return {
    ...{ id, version, class: 'server', name: `web-${id.slice(-6)}`, attributes: {}, externalIds: [] },
    ...{ stage: 'operate' as const, operationalStatus: 'operational' as const, ownerGroup: null, criticality: 2 },
    ...{ createdAt: '2026-05-04T10:00:00.000Z', updatedAt: '2026-05-04T10:00:00.000Z' },
  };
}

/** The one span of the trace that is so; fails when there is none yet. */
function find(traceId: string, service: ProcessName, kind: number, name: string): ReceivedSpan {
  const spans = receiver.ofTrace(traceId);
  const found = spans.find((span) => span.service === service && span.kind === kind && span.name === name);
  if (found !== undefined) return found;
  const there = spans.map((span) => `${span.service} ${span.kind} ${span.name}`).sort();
  throw new Error(`No span '${name}' of ${service} yet; there are ${there.join(', ') || 'none'}`);
}

/** As the semantic conventions for messaging allow: what was created is the parent, or is linked. */
function comesFrom(span: ReceivedSpan, creation: ReceivedSpan): boolean {
  return (
    span.parentSpanId === creation.spanId ||
    span.links.some(({ traceId, spanId }) => traceId === creation.traceId && spanId === creation.spanId)
  );
}

describe('a trace', () => {
  it('runs from a request through the outbox to the consumers, to what they publish and on', async () => {
    const created = await platform.api.post('/v1/cis', { class: 'server', name: `checkout-${newId()}` });
    expect(created.status).toBe(201);
    const report = { title: 'Checkout fails', ci: created.body['id'], impact: 1, urgency: 1 };
    // Until incident-svc knows the item; each attempt is a trace of its own.
    const { traceId, spanId } = await eventually(async () => {
      const attempt = callersTrace();
      expect((await platform.api.post('/v1/incidents', report, attempt.headers)).status).toBe(201);
      return attempt;
    });
    const incidents = domainTopics.incident.name;
    await eventually(() => {
      const gateway = find(traceId, 'gateway', SERVER, 'POST');
      expect(gateway.parentSpanId).toBe(spanId);
      expect(gateway.traceState).toBe('caller=1');
      const service = find(traceId, 'incident-svc', SERVER, 'POST');
      const creation = find(traceId, 'incident-svc', PRODUCER, `create ${incidents}`);
      expect(creation.parentSpanId).toBe(service.spanId);
      expect(creation.attributes).toMatchObject({
        'messaging.system': 'kafka',
        'messaging.operation.type': 'create',
        'messaging.destination.name': incidents,
      });
      const sends = receiver.spans.filter((span) => span.service === 'incident-svc' && span.kind === CLIENT);
      expect(sends.some((send) => send.name.startsWith('send') && comesFrom(send, creation))).toBe(true);
      const processed = find(traceId, 'cmdb-svc', CONSUMER, `process ${incidents}`);
      expect(processed.parentSpanId).toBe(creation.spanId);
      expect(processed.attributes['messaging.consumer.group.name']).toBe('cmdb-svc.conditions');
      const next = find(traceId, 'cmdb-svc', PRODUCER, `create ${domainTopics.ci.name}`);
      expect(next.parentSpanId).toBe(processed.spanId);
      for (const service of ['change-svc', 'incident-svc', 'capacity-svc'] as const) {
        expect(find(traceId, service, CONSUMER, `process ${domainTopics.ci.name}`).parentSpanId).toBe(next.spanId);
      }
    }, 30_000);
    const event = await bus.waitFor(domainTopics.ci.name, ({ event: { traceparent } }) =>
      String(traceparent).includes(traceId),
    );
    expect(event.event['tracestate']).toBe('caller=1');
    expect(event.headers['traceparent']).toBe(event.event['traceparent']);
  });

  it('runs from a tool’s alert through the gateway’s own send', async () => {
    const { traceId, spanId, headers } = callersTrace();
    const alert = { source: 'mon', dedupKey: spanId, summary: 'disk full', severity: 'critical' };
    expect((await platform.api.post('/v1/alerts', alert, headers)).status).toBe(202);
    await eventually(() => {
      const send = find(traceId, 'gateway', PRODUCER, `send ${inboundTopics.alerts.name}`);
      expect(send.parentSpanId).toBe(find(traceId, 'gateway', SERVER, 'POST').spanId);
      const processed = find(traceId, 'incident-svc', CONSUMER, `process ${inboundTopics.alerts.name}`);
      expect(processed.parentSpanId).toBe(send.spanId);
      const creations = receiver
        .ofTrace(traceId)
        .filter((span) => span.service === 'incident-svc' && span.kind === PRODUCER);
      expect(creations.length).toBeGreaterThan(0);
      for (const creation of creations) expect(creation.parentSpanId).toBe(processed.spanId);
    }, 30_000);
  });

  it('that its caller does not record is recorded by nobody, and goes on all the same', async () => {
    const { traceId, spanId } = callersTrace();
    const answer = await platform.api.post(
      '/v1/incidents',
      { title: `Not sampled ${traceId}` },
      { traceparent: `00-${traceId}-${spanId}-00` },
    );
    expect(answer.status).toBe(201);
    const { event, headers } = await bus.waitFor(domainTopics.incident.name, ({ data }) =>
      String(data['title']).includes(traceId),
    );
    expect(event['traceparent']).toMatch(new RegExp(`^00-${traceId}-[0-9a-f]{16}-00$`));
    expect(headers['traceparent']).toBeUndefined();
    const later = callersTrace();
    await platform.api.post('/v1/incidents', { title: 'Sampled' }, later.headers);
    await eventually(() => find(later.traceId, 'cmdb-svc', CONSUMER, `process ${domainTopics.incident.name}`), 30_000);
    expect(receiver.ofTrace(traceId)).toEqual([]);
  });
});

describe('the metrics of a running service', () => {
  const read = (name: ProcessName = 'incident-svc') => ExposedMetrics.of(platform.urlOf(name));
  const estate = { consumer: 'incident-svc.estate' };
  const openIncident = () => platform.api.post('/v1/incidents', { title: 'For the metrics' });

  it('are those of docs/metrics.md, no more and no fewer', async () => {
    expect((await openIncident()).status).toBe(201);
    await bus.emitRaw(domainTopics.relationship.name, { key: 'x', value: Buffer.from('no event') });
    const aggregate = newId();
    await bus.emitEvents([ciUpdated.of(aggregate, 2, ci(aggregate, 2)), ciCreated.of(aggregate, 1, ci(aggregate, 1))]);
    await platform.api.post('/v1/alerts', { source: 'm', dedupKey: 'm', summary: 'm', severity: 'info' });
    const document = readFileSync(path.join(ROOT, 'docs', 'metrics.md'), 'utf8');
    const documented = [...document.matchAll(/^\| `([a-z0-9_]+)` +\| (\w+)/gm)].map(
      ([, name, type]) => `${name} ${type}`,
    );
    await eventually(async () => {
      const exposed = await Promise.all([read('gateway'), read()]);
      const types = new Map(exposed.flatMap(({ types: all }) => [...all]));
      types.delete('target_info');
      expect([...types].map(([name, type]) => `${name} ${type}`).sort()).toEqual(documented.sort());
    }, 30_000);
  });

  it('show a message that can not be understood, by consumer and reason', async () => {
    const labels = { ...estate, reason_kind: 'not-a-cloudevent' };
    const before = (await read()).value('itops_dead_letter_rows', labels) || 0;
    await bus.emitRaw(domainTopics.relationship.name, { key: 'y', value: Buffer.from('no event') });
    await eventually(async () => {
      const now = await read();
      // Another test's may come meanwhile, too.
      expect(now.value('itops_dead_letter_rows', labels)).toBeGreaterThan(before);
      expect(now.value('itops_dead_letter_oldest', labels)).toBeGreaterThanOrEqual(0);
      expect(now.value('itops_consumer_dead_lettered_total', estate)).toBeGreaterThanOrEqual(before + 1);
    }, 30_000);
    await incidentDatabase.query('delete from dead_letter');
    await eventually(async () => expect((await read()).value('itops_dead_letter_rows', labels)).toBe(0), 30_000);
  });

  it('show a message that is held, until its gap closes', async () => {
    const id = newId();
    await bus.emitEvents([ciUpdated.of(id, 2, ci(id, 2))]);
    await eventually(async () => expect((await read()).value('itops_held_rows', estate)).toBe(1), 30_000);
    const counted = (await read()).value('itops_consumer_held_total', estate);
    expect(counted).toBeGreaterThanOrEqual(1);
    const handled = (await read()).value('itops_consumer_latency_count', estate);
    await bus.emitEvents([ciCreated.of(id, 1, ci(id, 1))]);
    await eventually(async () => {
      const now = await read();
      expect(now.value('itops_held_rows', estate)).toBe(0);
      expect(now.value('itops_consumer_latency_count', estate)).toBeGreaterThanOrEqual(handled + 2);
    }, 30_000);
  });

  it('show an outbox that nobody empties, and how it is emptied', async () => {
    expect((await openIncident()).status).toBe(201);
    await eventually(async () => {
      const now = await read();
      expect(now.value('itops_outbox_leases')).toBe(16);
      expect(now.value('itops_outbox_rows')).toBe(0);
    }, 30_000);
    const before = await read();
    // As another relay would, which must renew: an end that is too far away counts as over.
    const takeAll = () =>
      incidentDatabase.query(
        `update outbox_lease set owner = gen_random_uuid(), epoch = epoch + 1, expires_at = now() + interval '9 seconds'`,
      );
    await eventually(async () => {
      await takeAll();
      expect((await read()).value('itops_outbox_leases')).toBe(0);
    }, 30_000);
    await openIncident();
    await eventually(async () => {
      await takeAll();
      const now = await read();
      // The incident's event, and what the audit trail has to publish meanwhile.
      expect(now.value('itops_outbox_rows')).toBeGreaterThanOrEqual(1);
      expect(now.value('itops_outbox_oldest')).toBeGreaterThan(0);
    });
    await incidentDatabase.query(`update outbox_lease set owner = null, expires_at = '-infinity'`);
    await eventually(async () => {
      const now = await read();
      expect(now.value('itops_outbox_rows')).toBe(0);
      for (const name of ['itops_outbox_published_total', 'itops_outbox_latency_count']) {
        expect(now.value(name)).toBeGreaterThan(before.value(name));
      }
      expect(
        now.value('messaging_client_sent_messages_total', { messaging_destination_name: domainTopics.incident.name }),
      ).toBeGreaterThan(0);
    }, 30_000);
  });

  it('show by partition what a consumer has not handled while its database is blocked, and that it tries again', async () => {
    const id = newId();
    await eventually(async () => expect((await read()).value('itops_consumer_lag', estate)).toBe(0), 30_000);
    await incidentDatabase.query('begin');
    await incidentDatabase.query('lock table applied in access exclusive mode');
    await bus.emitEvents([ciCreated.of(id, 1, ci(id, 1))]);
    await eventually(async () => {
      const now = await read();
      expect(now.value('itops_consumer_lag', { ...estate, topic: domainTopics.ci.name })).toBe(1);
      expect(now.value('db_client_connection_count', { db_client_connection_state: 'used' })).toBeGreaterThan(0);
    }, 30_000);
    const killer = new Client({ connectionString: platform.databaseUrlOf('incident-svc') });
    await killer.connect();
    await killer.query(
      `select pg_terminate_backend(pid) from pg_stat_activity
       where datname = current_database() and application_name = 'incident-svc' and wait_event_type = 'Lock'`,
    );
    await killer.end();
    await incidentDatabase.query('commit');
    await eventually(async () => {
      const now = await read();
      expect(now.value('itops_consumer_lag', estate)).toBe(0);
      expect(now.value('itops_consumer_retries_total', { ...estate, kind: 'transient' })).toBeGreaterThan(0);
    }, 30_000);
  });

  it('count what is asked over HTTP, by route and status', async () => {
    const labels = { http_request_method: 'POST', http_route: '/v1/incidents', http_response_status_code: '201' };
    const before = (await read()).value('http_server_request_duration_count', labels) || 0;
    await openIncident();
    const now = await read();
    expect(now.value('http_server_request_duration_count', labels)).toBe(before + 1);
    const viaGateway = { http_route: '/v1/*', http_response_status_code: '201' };
    expect((await read('gateway')).value('http_server_request_duration_count', viaGateway)).toBeGreaterThan(0);
    expect(now.value('process_memory_usage')).toBeGreaterThan(10_000_000);
  });
});
