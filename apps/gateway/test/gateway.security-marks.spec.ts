import { alertFired, type DomainEvent } from '@itops/contracts';
import { HOUR, newId } from '@itops/kit';
import { ApiClient, EventSourceUnderTest, eventually } from '@itops/testing';

import { TEST_KEY } from './gateway-under-test';
import { incidentFact } from './webhook-events';
import { type Shown, WebhooksUnderTest } from './webhooks-under-test';

const hooks = new WebhooksUnderTest();
const open: EventSourceUnderTest[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map((source) => source.close()));
});

/** May read incidents and alerts, but not those about security. */
let operatorKey: string;
beforeAll(async () => {
  const { body } = await hooks.gateway.api.post('/v1/api-keys', { name: 'marks', roles: ['operator'] });
  operatorKey = String(body['secret']);
});

const marked = (incident: string, version: number) => incidentFact(incident, version, { security: true });

function alertOf(incidentId: string): DomainEvent {
  const id = newId();
  return alertFired.of(id, 1, {
    ...{ id, version: 1, source: 'test', dedupKey: id, summary: 'Disk full', severity: 'critical', state: 'firing' },
    ...{ labels: {}, ciId: null, incidentId, occurrences: 1, resolvedAt: null },
    ...{ firstSeenAt: '2026-01-01T00:00:00.000Z', lastSeenAt: '2026-01-01T00:00:00.000Z' },
  });
}

async function listen(key: string, lastId?: string): Promise<EventSourceUnderTest> {
  const source = await EventSourceUnderTest.open(`${hooks.gateway.service.url}/v1/stream?type=itops.*`, {
    'x-api-key': key,
    ...(lastId === undefined ? {} : { 'last-event-id': lastId }),
  });
  open.push(source);
  await eventually(() => expect(source.comments[0]).toBe('listening'));
  return source;
}

/** Of each event that is about one of these, the version and the incident that it names. */
function seenBy({ messages }: EventSourceUnderTest, ...subjects: string[]): unknown[] {
  return messages
    .filter(({ data }) => subjects.includes(String(data['subject'])))
    .map(({ data }) => [data['subject'], data['aggregateversion'], incidentIn(data)]);
}

function incidentIn(event: Record<string, unknown>): unknown {
  return Reflect.get(Object(event['data']), 'incidentId');
}

/** Until this gateway tells an operator nothing of the incident any more, also nothing of what was. */
async function untilHidden(incident: string, since: string): Promise<void> {
  const end = incidentFact(newId(), 1);
  await hooks.emit(end);
  await eventually(async () => {
    const source = await listen(operatorKey, since);
    await eventually(() => expect(seenBy(source, end.aggregateId)).toHaveLength(1));
    await source.close();
    expect(seenBy(source, incident)).toEqual([]);
  });
}

it('an incident that becomes one about security is hidden in what the stream told of it before, and its id in its alerts', async () => {
  const [incident, other] = [newId(), newId()];
  const [alert, otherAlert] = [alertOf(incident), alertOf(other)];
  const since = (await listen(operatorKey)).lastId;
  await hooks.emit(incidentFact(incident, 1), alert, incidentFact(other, 1), otherAlert);
  const live = await listen(operatorKey, since);
  const all = [
    [incident, 1, undefined],
    [alert.aggregateId, 1, incident],
    [other, 1, undefined],
    [otherAlert.aggregateId, 1, other],
  ];
  const subjects = all.map(([subject]) => String(subject));
  await eventually(() => expect(seenBy(live, ...subjects)).toHaveLength(4));
  expect(seenBy(live, ...subjects)).toEqual(expect.arrayContaining(all));

  await hooks.emit(marked(incident, 2));
  await untilHidden(incident, since);
  const again = await listen(operatorKey, since);
  await eventually(() => expect(seenBy(again, ...subjects)).toHaveLength(3));
  expect(seenBy(again, ...subjects)).toEqual(expect.arrayContaining([[alert.aggregateId, 1, null], ...all.slice(2)]));
  const permitted = await listen(TEST_KEY, since);
  await eventually(() => expect(seenBy(permitted, ...subjects)).toHaveLength(5));
  expect(seenBy(permitted, ...subjects)).toEqual(expect.arrayContaining([...all, [incident, 2, undefined]]));
});

it('an incident that becomes one about security is hidden in deliveries that wait or are asked for again', async () => {
  const { body: key } = await hooks.gateway.api.post('/v1/api-keys', { name: 'owner', roles: ['admin'] });
  const [waiting, delivered] = [newId(), newId()];
  const alert = alertOf(waiting);
  const since = (await listen(operatorKey)).lastId;
  const owner = new ApiClient(hooks.gateway.service.url, { 'x-api-key': String(key['secret']) });
  const webhook = await hooks.subscribe({}, owner);
  await hooks.gateway.service.database.query('update api_key set roles = $2 where id = $1', [key['id'], ['operator']]);
  const of = async (subject: string): Promise<Shown | undefined> =>
    (await hooks.deliveries(webhook.id)).find(({ resource }) => String(resource).endsWith(`/${subject}`));

  await hooks.emit(incidentFact(delivered, 1));
  await eventually(async () => expect(await of(delivered)).toMatchObject({ state: 'delivered' }));
  hooks.receiver.answer = () => 500;
  await hooks.emit(incidentFact(waiting, 1), alert);
  await eventually(async () => expect(await of(waiting)).toMatchObject({ attempts: [{ status: 500 }] }));
  await eventually(async () => expect(await of(alert.aggregateId)).toMatchObject({ attempts: [{ status: 500 }] }));

  await hooks.emit(marked(waiting, 2), marked(delivered, 2));
  await untilHidden(waiting, since);
  await untilHidden(delivered, since);
  const before = hooks.receiver.calls.length;
  hooks.receiver.answer = () => 204;
  hooks.clock.advance(HOUR);
  expect((await hooks.act(webhook.id, `deliveries/${(await of(delivered))?.id ?? ''}/redeliver`)).status).toBe(202);
  const withheld = { state: 'failed', failedReason: 'not-permitted' };
  await eventually(async () => expect(await of(waiting)).toMatchObject(withheld));
  await eventually(async () => expect(await of(delivered)).toMatchObject(withheld));
  await eventually(async () => expect(await of(alert.aggregateId)).toMatchObject({ state: 'delivered' }));
  const came = hooks.receiver.calls.slice(before).map(({ event }) => event);
  expect(came.filter(({ subject }) => subject === waiting || subject === delivered)).toEqual([]);
  const [told] = came.filter(({ subject }) => subject === alert.aggregateId);
  expect(told && incidentIn(told)).toBeNull();
});
