import { alertReported, type CiData, ciCreated, domainTopics, inboundTopics } from '@itops/contracts';
import { newId } from '@itops/kit';
import { CloudEvent, Kafka } from 'cloudevents';
import * as fc from 'fast-check';

import { type RecordHeaders } from '../record';
import { type DecodableRecord, decode } from './decode';
import { encode, structuredHeaders } from './encode';
import { headersFromJson, headersToJson, storableText } from './headers';

const TIME = new Date('2026-05-04T10:00:00.000Z');
const TRACE = '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01';

function ci(id: string): CiData {
  return {
    id,
    version: 1,
    class: 'server',
    name: 'web-01',
    attributes: { os: 'linux' },
    externalIds: [],
    stage: 'operate',
    operationalStatus: 'operational',
    ownerGroup: null,
    criticality: 2,
    createdAt: TIME.toISOString(),
    updatedAt: TIME.toISOString(),
  };
}

const alert = { source: 'prometheus', summary: 'disk is full', severity: 'critical' };

function record(given: Partial<DecodableRecord>): DecodableRecord {
  return { topic: domainTopics.ci.name, headers: structuredHeaders, value: null, timestamp: TIME.getTime(), ...given };
}

function ciRecord(changes: Record<string, unknown> = {}, headers: RecordHeaders = structuredHeaders): DecodableRecord {
  const id = newId();
  const cause = { actor: 'user:ann', correlationId: 'c-1', causationId: 'e-0', traceparent: TRACE };
  const aggregate = { type: 'ci', id, version: 1 };
  const value = encode({
    id: newId(),
    type: ciCreated.type,
    source: 'cmdb-svc',
    time: TIME,
    data: ci(id),
    cause,
    aggregate,
  });
  const envelope: unknown = JSON.parse(value.toString());
  return record({ headers, value: Buffer.from(JSON.stringify(Object.assign({}, envelope, changes))) });
}

function failure(given: DecodableRecord) {
  const decoded = decode(given);
  return decoded.ok ? undefined : decoded.failure;
}

describe('an event of an aggregate', () => {
  it('comes back as it went out, with its sequence and its cause', () => {
    const decoded = decode(ciRecord());
    expect(decoded).toMatchObject({
      ok: true,
      event: {
        type: ciCreated.type,
        source: 'cmdb-svc',
        time: TIME,
        aggregate: { type: 'ci', version: 1 },
        correlationId: 'c-1',
        causationId: 'e-0',
        traceparent: TRACE,
        actor: 'user:ann',
      },
    });
  });

  it.each([
    'application/cloudevents+json',
    'Application/CloudEvents+JSON; charset=UTF-8',
    ' APPLICATION/CLOUDEVENTS+JSON',
  ])('is read with the content-type %p', (contentType) => {
    expect(decode(ciRecord({}, { 'Content-Type': contentType })).ok).toBe(true);
  });

  it.each([
    ['another specversion', { specversion: '0.3' }, 'not-a-cloudevent'],
    ['no id', { id: undefined }, 'not-a-cloudevent'],
    ['an id with a control character', { id: 'a\u0000b' }, 'not-a-cloudevent'],
    ['half a surrogate pair', { source: '\ud800' }, 'not-a-cloudevent'],
    ['a time that is none', { time: 'yesterday' }, 'not-a-cloudevent'],
    ['a time after the year 9999', { time: '+010000-01-01T00:00:00Z' }, 'invalid-time'],
    ['a time before the year 1', { time: '0000-12-31T23:59:59Z' }, 'invalid-time'],
    ['a type that nobody knows', { type: 'itops.ci.exploded.v1' }, 'unknown-type'],
    ['the type of another topic', { type: 'itops.incident.opened.v1' }, 'wrong-topic'],
    ['no aggregateversion', { aggregateversion: undefined }, 'invalid-data'],
    ['aggregateversion 0', { aggregateversion: 0 }, 'invalid-data'],
    ['data that breaks the contract', { data: { id: 'x' } }, 'invalid-data'],
    ['data that is no object', { data: 'text' }, 'invalid-data'],
  ])('with %s is refused', (_what, changes, kind) => {
    const found = failure(ciRecord(changes));
    expect(found?.kind).toBe(kind);
    expect(found?.reason).not.toBe('');
  });

  it.each([
    ...[
      '2020',
      '1',
      '2026-01',
      '2026-01-31',
      '2026-01-31T10:00Z',
      '2026-01-31T10:00:00',
      'Sat, 31 Jan 2026 10:00:00 GMT',
    ],
    ...['2026-02-30T10:00:00Z', '2025-02-29T10:00:00Z', '2026-04-31T10:00:00Z', '2026-01-31T24:00:00Z'],
    ...['2026-13-01T10:00:00Z', '2026-01-31T10:00:61Z', '2026-01-31T10:00:00+0100', '2026-01-31T10:00:00+24:00', ''],
    ...['2026-01-31T10:00:00.Z', ' 2026-01-31T10:00:00Z', '2026-01-31 10:00:00Z'],
  ])('is refused with the time %p, which is none of RFC 3339', (time) => {
    const found = failure(ciRecord({ time }));
    expect(found).toMatchObject({ kind: 'not-a-cloudevent', aggregate: { type: 'ci', version: 1 } });
    expect(found?.reason).toContain('time is no timestamp of RFC 3339, such as');
  });

  it.each([
    ['2026-01-31T10:00:00Z', '2026-01-31T10:00:00.000Z'],
    ['2026-01-31t10:00:00.123456789z', '2026-01-31T10:00:00.123Z'],
    ['2026-01-31T10:00:00.5+01:30', '2026-01-31T08:30:00.500Z'],
    ['2024-02-29T00:00:00-00:00', '2024-02-29T00:00:00.000Z'],
    ['2016-12-31T23:59:60Z', '2017-01-01T00:00:00.000Z'],
  ])('takes the time %p', (time, meant) => {
    const decoded = decode(ciRecord({ time }));
    expect(decoded.ok && decoded.event.time.toISOString()).toBe(meant);
  });

  it('tells whose sequence it belongs to even when its type or data is refused', () => {
    expect(failure(ciRecord({ data: {} }))?.aggregate).toMatchObject({ type: 'ci', version: 1 });
    expect(failure(ciRecord({ time: '+010000-01-01T00:00:00Z' }))?.aggregate).toMatchObject({ type: 'ci', version: 1 });
    expect(failure(ciRecord({ type: 'itops.ci.exploded.v1' }))?.aggregate).toMatchObject({ type: 'ci', version: 1 });
  });
});

describe('any record', () => {
  const anyHeaders = fc.dictionary(
    fc.oneof(fc.constantFrom('content-type', 'ce_id', 'ce_type', 'ce_specversion', 'ce_source'), fc.string()),
    fc.oneof(
      fc.constantFrom('application/cloudevents+json', 'application/json', '1.0', ciCreated.type),
      fc.string(),
      fc.uint8Array().map((bytes) => Buffer.from(bytes)),
    ),
  );

  it('gives an event or a failure with a kind and a reason, and never throws', () => {
    const values = fc.oneof(
      fc.constant(null),
      fc.uint8Array().map((bytes) => Buffer.from(bytes)),
      fc.json().map((text) => Buffer.from(text)),
      fc
        .record({
          specversion: fc.constant('1.0'),
          id: fc.anything(),
          type: fc.anything(),
          source: fc.anything(),
          data: fc.anything(),
        })
        .map((value) =>
          Buffer.from(JSON.stringify(value, (_key, inner: unknown) => (typeof inner === 'bigint' ? 1 : inner))),
        ),
    );
    fc.assert(
      fc.property(anyHeaders, values, (headers, value) => {
        const found = failure(record({ headers, value }));
        expect(found?.kind).toMatch(/^(not-a-cloudevent|unknown-type|wrong-topic|invalid-data|invalid-time)$/);
        expect(found?.reason).toBeTruthy();
      }),
      { numRuns: 500 },
    );
  });

  it('with JSON nested a million deep is refused', () => {
    expect(failure(record({ value: Buffer.from('['.repeat(1_000_000)) }))?.kind).toBe('not-a-cloudevent');
  });

  it('keeps its headers through the database, byte for byte', () => {
    fc.assert(
      fc.property(anyHeaders, (headers) => {
        const stored: unknown = JSON.parse(JSON.stringify(headersToJson(headers)));
        const back = headersFromJson(stored);
        expect(Object.keys(back)).toEqual(Object.keys(headers));
        for (const [name, value] of Object.entries(headers)) {
          expect(Buffer.from(String(back[name]))).toEqual(Buffer.from(String(value)));
        }
      }),
    );
  });

  it('has text that PostgreSQL can store', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(storableText(text)).not.toContain('\u0000');
        expect(storableText(text).isWellFormed()).toBe(true);
      }),
    );
  });
});

describe('the CloudEvents SDK', () => {
  const event = new CloudEvent({
    id: newId(),
    type: alertReported.type,
    source: '/tools/prometheus',
    time: TIME.toISOString(),
    datacontenttype: 'application/json',
    traceparent: TRACE,
    data: alert,
  });

  function asRecord({ headers, value }: { headers: Record<string, unknown>; value?: unknown }): DecodableRecord {
    const text = typeof value === 'string' ? value : JSON.stringify(value);
    const given = Object.entries(headers).map(([name, header]) => [name, Buffer.from(String(header))]);
    return record({ topic: inboundTopics.alerts.name, headers: Object.fromEntries(given), value: Buffer.from(text) });
  }

  it.each(['structured', 'binary'] as const)('writes %s mode, and this reads it', (mode) => {
    const decoded = decode(asRecord(Kafka[mode](event)));
    expect(decoded).toMatchObject({
      ok: true,
      event: {
        id: event.id,
        source: event.source,
        data: alert,
        aggregate: null,
        traceparent: TRACE,
        actor: event.source,
        time: TIME,
      },
    });
  });

  it('reads what this writes', () => {
    const { value } = ciRecord();
    const sent = {
      headers: { 'content-type': 'application/cloudevents+json' },
      body: undefined,
      value: value?.toString(),
    };
    const read = Kafka.toEvent<CiData>(sent);
    const [first] = Array.isArray(read) ? read : [read];
    expect(first).toMatchObject({ type: ciCreated.type, aggregateversion: 1, correlationid: 'c-1', actor: 'user:ann' });
    expect(first?.data?.name).toBe('web-01');
  });
});
