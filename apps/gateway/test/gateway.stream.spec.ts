import { once } from 'node:events';
import { connect } from 'node:net';

import { ciCreated, domainTopics, incidentNoted, relationshipAdded } from '@itops/contracts';
import { newId } from '@itops/kit';
import { EventSourceUnderTest, eventually, newPrefix } from '@itops/testing';

import { type GatewayUnderTest, startGateway, TEST_KEY } from './gateway-under-test';
import { incidentFact } from './webhook-events';

const KEEPS = 50;
const prefix = newPrefix();
let gateway: GatewayUnderTest;
const open: EventSourceUnderTest[] = [];

const start = () => startGateway({ prefix, env: { STREAM_EVENTS: String(KEEPS), STREAM_HEARTBEAT_MS: '200' } });

beforeAll(async () => {
  gateway = await start();
});
afterEach(async () => {
  await Promise.all(open.splice(0).map((source) => source.close()));
});
afterAll(() => gateway.close());

async function listen(query = '', lastId?: string): Promise<EventSourceUnderTest> {
  const source = await EventSourceUnderTest.open(`${gateway.service.url}/v1/stream${query}`, {
    authorization: `Bearer ${TEST_KEY}`,
    ...(lastId === undefined ? {} : { 'last-event-id': lastId }),
  });
  open.push(source);
  await eventually(() => expect(source.comments[0]).toBe('listening'));
  return source;
}

function ci(id = newId(), name = 'web-1') {
  return ciCreated.of(id, 1, {
    id,
    version: 1,
    class: 'server',
    name,
    attributes: {},
    externalIds: [],
    stage: 'operate',
    operationalStatus: 'operational',
    ownerGroup: null,
    criticality: 3,
    createdAt: '2026-01-01T00:00:00.000Z',
    updatedAt: '2026-01-01T00:00:00.000Z',
  });
}

function relationship(parentId: string, childId: string) {
  const id = newId();
  return relationshipAdded.of(id, 1, { id, version: 1, type: 'Runs on', parentId, childId, attributes: {} });
}

/** Sends so many events of different aggregates, some undecodable records between them; gives their aggregates' ids. */
async function emit(count: number, name = 'web-1'): Promise<string[]> {
  const events = Array.from({ length: count }, () => ci(newId(), name));
  await gateway.service.bus.emitEvents(events.slice(0, count / 2));
  await gateway.service.bus.emitRaw(domainTopics.ci.name, { key: 'x', value: Buffer.from('no event') });
  await gateway.service.bus.emitRaw(domainTopics.incident.name, { key: 'x', value: null });
  await gateway.service.bus.emitEvents(events.slice(count / 2));
  return events.map(({ aggregateId }) => aggregateId);
}

const subjects = (source: EventSourceUnderTest) => source.messages.map(({ data }) => String(data['subject']));

async function expectExactly(source: EventSourceUnderTest, wanted: readonly string[]): Promise<void> {
  await eventually(() => expect(source.messages.length).toBeGreaterThanOrEqual(wanted.length));
  expect([...subjects(source)].sort()).toEqual([...wanted].sort());
}

describe('the streams of one caller', () => {
  let bounded: GatewayUnderTest;
  beforeAll(async () => {
    bounded = await startGateway({ env: { MAX_STREAMS: '2' } });
  });
  afterAll(() => bounded.close());

  it('are so many at most, and take nobody else a place', async () => {
    const { body } = await bounded.api.post('/v1/api-keys', { name: 'other', roles: ['viewer'] });
    const url = `${bounded.service.url}/v1/stream`;
    const openAs = async (key: string) => {
      const source = await EventSourceUnderTest.open(url, { 'x-api-key': key });
      open.push(source);
      return source;
    };
    // All at once: none of them has its stream yet when the next one asks.
    const asked = await Promise.allSettled(Array.from({ length: 6 }, () => openAs(TEST_KEY)));
    expect(asked.filter(({ status }) => status === 'fulfilled')).toHaveLength(2);
    const refused = await bounded.api.get('/v1/stream');
    expect(refused).toMatchObject({
      status: 429,
      body: {
        type: '/problems/rate-limited',
        detail: expect.stringContaining('Close one'),
        'violated-policies': ['streams'],
      },
    });
    expect(refused.headers.get('retry-after')).toMatch(/^\d+$/);
    await openAs(String(body['secret']));
    await open.shift()?.close();
    await eventually(() => openAs(TEST_KEY));
    expect((await bounded.api.get('/v1/stream')).status).toBe(429);
    // What is refused for another reason holds no place.
    await open.shift()?.close();
    for (let count = 0; count < 3; count++) {
      expect((await bounded.api.get('/v1/stream', { 'last-event-id': 'nonsense' })).status).toBe(400);
    }
    await eventually(() => openAs(TEST_KEY));
  });
});

describe('/v1/stream', () => {
  it('shows events as they happen, as CloudEvents, and passes over what is none', async () => {
    const source = await listen();
    const sent = await emit(10);
    await expectExactly(source, sent);
    const [first] = source.messages;
    expect(first?.event).toBe('itops.ci.created.v1');
    expect(first?.data).toMatchObject({
      specversion: '1.0',
      type: 'itops.ci.created.v1',
      subject: first?.data['subject'],
      aggregateversion: 1,
      data: { name: 'web-1' },
    });
    expect(source.response.headers.get('content-type')).toContain('text/event-stream');
  });

  it('filters by type, configuration item and resource', async () => {
    const [one, other] = [newId(), newId()];
    const link = relationship(one, other);
    const [byType, byCi, byResource] = await Promise.all([
      listen('?type=itops.relationship.*,itops.change.created.v1'),
      listen(`?ci=${other}`),
      listen(`?resource=ci/${one}`),
    ]);
    await gateway.service.bus.emitEvents([ci(one), ci(other), ci(), link]);
    await expectExactly(byType, [link.aggregateId]);
    await expectExactly(byCi, [other, link.aggregateId]);
    await expectExactly(byResource, [one]);
  });

  it('goes on after any id exactly, from memory', async () => {
    const source = await listen();
    await emit(20);
    await eventually(() => expect(source.messages.length).toBe(20));
    for (const at of [0, 7, 18, 19]) {
      const again = await listen('', source.messages[at]?.id);
      await expectExactly(again, subjects(source).slice(at + 1));
    }
  });

  it('goes on exactly from the log when memory does not reach back, and then live', async () => {
    const source = await listen();
    const ids = await emit(4 * KEEPS, 'long ago');
    await eventually(() => expect(source.messages.length).toBe(ids.length));
    const [byHeader, byQuery] = await Promise.all([
      listen('', source.messages[9]?.id),
      listen(`?lastEventId=${source.messages[29]?.id ?? ''}`),
    ]);
    const more = await emit(2 * KEEPS, 'while catching up');
    await expectExactly(byHeader, [...subjects(source).slice(10, ids.length), ...more]);
    await expectExactly(byQuery, [...subjects(source).slice(30, ids.length), ...more]);
  });

  it('hands on where a filter has got to, so that nothing is read twice', async () => {
    const source = await listen(`?resource=incident/${newId()}`);
    const before = source.lastId;
    await emit(4);
    await eventually(() => expect(source.lastId).not.toBe(before));
    const all = await listen();
    const [last = ''] = (await emit(2)).slice(-1);
    await eventually(() => expect(subjects(all)).toContain(last));
    await eventually(() => expect(source.comments.filter((text) => text === 'heartbeat').length).toBeGreaterThan(1));
    await eventually(() => expect(source.lastId).toBe(all.lastId));
  });

  it('goes on exactly after the gateway was restarted, with what happened meanwhile', async () => {
    const source = await listen();
    const before = await emit(10);
    await expectExactly(source, before);
    const seenUntil = source.messages[5];
    await gateway.close();
    await eventually(() => expect(source.ended).toBe(true));
    expect(source.comments.at(-1)).toContain('stopping');
    gateway = await start();
    const meanwhile = await emit(10);
    const again = await listen('', seenUntil?.id);
    const after = await emit(10);
    await expectExactly(again, [...subjects(source).slice(6), ...meanwhile, ...after]);
  });

  it.each([
    ['words', 'nonsense'],
    ['other signs', '!!!!'],
    ['an unknown topic', `origin-1.${Buffer.from('ci:zz;nowhere:1').toString('base64url')}`],
    ['no place', 'origin-1.'],
    ['no log', Buffer.from('ci:zz').toString('base64url')],
    ['too long', 'x'.repeat(5000)],
  ])('refuses an id that is none: %s', async (_name, id) => {
    const answer = await gateway.api.get('/v1/stream', { 'last-event-id': id });
    expect(answer.status).toBe(400);
    expect(answer.body['errors']).toMatchObject([{ pointer: '/lastEventId' }]);
  });

  it.each([
    ...['?type=nothing.', '?type=', '?type=itops.audit.*', '?ci=web-1', '?resource=thing', '?resource=ci/1'],
    ...['?priority=6', '?surprise=1', '?lastEventId=%20'],
  ])('refuses the query %s', async (query) => {
    expect((await gateway.api.get(`/v1/stream${query}`)).status).toBe(400);
  });

  it('says that an id is of another log, or of this one before it was set up anew', async () => {
    const source = await listen();
    const [origin = '', place = ''] = source.lastId.split('.');
    const ahead = Buffer.from('ci:zzzzzz').toString('base64url');
    for (const id of [`${origin}.${ahead}`, `${[...origin].reverse().join('')}.${place}`]) {
      const { status, body } = await gateway.api.get('/v1/stream', { 'last-event-id': id });
      expect([status, body['type']]).toEqual([410, '/problems/foreign-event-id']);
    }
    expect((await listen('', source.lastId)).response.status).toBe(200);
  });

  it('filters by priority', async () => {
    const source = await listen('?priority=1,2');
    const [urgent, other] = [newId(), newId()];
    await gateway.service.bus.emitEvents([
      incidentFact(other, 1),
      ci(),
      incidentFact(urgent, 1, { priority: 2 }),
      incidentFact(other, 2),
    ]);
    await expectExactly(source, [urgent]);
  });

  it('shows an event once that a relay has sent twice, also from the log', async () => {
    const source = await listen();
    const begin = source.lastId;
    const id = newId();
    const twice = {
      ...{ specversion: '1.0', id: newId(), source: 'cmdb-svc', type: 'itops.ci.created.v1', subject: id },
      ...{ time: new Date().toISOString(), datacontenttype: 'application/json', aggregateversion: 1 },
      ...{ correlationid: newId(), actor: 'test', data: ci(id).data },
    };
    for (let count = 0; count < 2; count++) await gateway.service.bus.emitEnvelope(domainTopics.ci.name, id, twice);
    const sent = await emit(4 * KEEPS);
    await expectExactly(source, [id, ...sent]);
    await expectExactly(await listen('', begin), [id, ...sent]);
  });

  it('drops a slow listener alone, with a last comment', async () => {
    const { hostname, port } = new URL(gateway.service.url);
    const slow = connect(Number(port), hostname);
    await once(slow, 'connect');
    slow.write(`GET /v1/stream HTTP/1.1\r\nhost: gateway\r\nauthorization: Bearer ${TEST_KEY}\r\n\r\n`);
    await once(slow, 'readable');
    slow.pause();
    const quick = await listen();
    const id = newId();
    const text = 'x'.repeat(100_000);
    const note = (version: number) =>
      incidentNoted.of(id, version, {
        ...incident(id, version),
        note: { kind: 'work', text, author: 'test' },
      });
    // More than the buffers between us and the client hold, and more events than memory keeps.
    const count = 4 * KEEPS;
    for (let version = 1; version <= count; version += 20) {
      await gateway.service.bus.emitEvents(Array.from({ length: 20 }, (_, n) => note(version + n)));
    }
    await eventually(() => expect(quick.messages.length).toBe(count), 30_000);
    expect(quick.ended).toBe(false);
    let received = '';
    slow.on('data', (data) => (received = (received + data.toString('latin1')).slice(-2_000)));
    slow.resume();
    await eventually(() => expect(received).toContain('dropped: you read too slowly'));
    slow.destroy();
    await emit(2);
    await eventually(() => expect(quick.messages.length).toBe(count + 2));
  });
});

function incident(id: string, version: number) {
  return {
    ...{ id, version, number: 'INC0000001', title: 'Disk full', description: '', state: 'new' as const },
    ...{ holdReason: null, impact: 2, urgency: 2, priority: 3, ciId: null, affectedCis: [], assignmentGroup: null },
    ...{ assignee: null, caller: null, source: 'manual' as const, openedAt: '2026-01-01T00:00:00.000Z' },
    ...{ acknowledgedAt: null, resolvedAt: null, closedAt: null, reopenCount: 0, reassignmentCount: 0 },
    ...{ closeCode: null, closeNotes: null, causedByChangeId: null, alertCount: 0 },
  };
}
