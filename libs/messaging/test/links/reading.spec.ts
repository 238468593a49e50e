import { ciCreated, domainTopics } from '@itops/contracts';
import { newId, SystemClock } from '@itops/kit';

import { type Delivery } from '../../src/consumer/delivery';
import { type Incoming } from '../../src/consumer/link';
import { decode } from '../../src/consumer/links/decode';
import { trace } from '../../src/consumer/links/trace';
import { upcast } from '../../src/consumer/links/upcast';
import { validate } from '../../src/consumer/links/validate';
import { encode, structuredHeaders } from '../../src/envelope/encode';
import { traceOf } from '../../src/envelope/trace-of';
import { type IncomingRecord } from '../../src/record';
import { Meters } from '../../src/telemetry/meters';
import { collecting, versionOf } from './deliveries';

const TRACE = '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01';

function record(data: unknown, changes: Partial<IncomingRecord> = {}): IncomingRecord {
  const aggregate = { type: 'ci', id: newId(), version: 1 };
  const cause = { actor: 'spec', correlationId: newId(), traceparent: TRACE, tracestate: 'vendor=1' };
  const envelope = { id: newId(), type: ciCreated.type, source: 'cmdb-svc', time: new Date(), data, cause, aggregate };
  return {
    topic: domainTopics.ci.name,
    partition: 0,
    offset: '0',
    key: null,
    value: encode(envelope),
    headers: structuredHeaders,
    timestamp: 0,
    ...changes,
  };
}

function kindsOf(deliveries: readonly Delivery[] = []): string[] {
  return deliveries.map(({ decoded }) => (decoded.ok ? 'event' : decoded.failure.kind));
}

describe('the link decode', () => {
  it('turns each record into a delivery in its place, also what is no event', async () => {
    const { seen, next } = collecting<readonly Delivery[]>();
    const records = [record({}), record({}, { value: Buffer.from('{') }), record({}, { topic: 'elsewhere' })];
    await decode({ records, held: true }, next);
    const [deliveries = []] = seen;
    expect(kindsOf(deliveries)).toEqual(['event', 'not-a-cloudevent', 'wrong-topic']);
    expect(deliveries.map((one) => one.record)).toEqual(records);
    expect(deliveries.every(({ held }) => held)).toBe(true);
  });
});

describe('the link upcast', () => {
  it('hands on what is of the newest version as it is', async () => {
    const { seen, next } = collecting<readonly Delivery[]>();
    const deliveries = [versionOf('a', 1), versionOf('b', 1)];
    await upcast(deliveries, next);
    expect(seen[0]?.map((one, index) => one === deliveries[index])).toEqual([true, true]);
  });
});

describe('the link validate', () => {
  it('turns an event that breaks its contract into one that is not understood, and keeps whose sequence it is in', async () => {
    const { seen, next } = collecting<readonly Delivery[]>();
    await validate([versionOf('a', 7)], next);
    expect(kindsOf(seen[0])).toEqual(['invalid-data']);
    expect(seen[0]?.[0]?.decoded).toMatchObject({
      failure: { eventId: 'a-7', aggregate: { type: 'ci', id: 'a', version: 7 } },
    });
  });
});

describe('the link trace', () => {
  it('hands on the records as they came, and what became of them', async () => {
    const { seen, next } = collecting<Incoming>({ duplicates: 3 });
    const batch = { records: [record({})], held: false };
    const link = trace({ consumer: 'spec-svc.trace', meters: new Meters(), clock: new SystemClock() });
    expect(await link(batch, next)).toMatchObject({ duplicates: 3 });
    expect(seen).toEqual([batch]);
  });

  it('finds the trace of a record without reading it', () => {
    const context = { traceparent: TRACE, tracestate: 'vendor=1' };
    expect(traceOf(record({}))).toEqual(context);
    expect(traceOf({ headers: { ce_traceparent: TRACE, ce_tracestate: 'vendor=1' }, value: null })).toEqual(context);
    expect(traceOf({ headers: { Traceparent: TRACE }, value: Buffer.from('x') })).toMatchObject({ traceparent: TRACE });
    expect(traceOf({ headers: {}, value: null })).toEqual({});
    expect(traceOf({ headers: {}, value: Buffer.from('{"traceparent":"') })).toEqual({});
  });
});
