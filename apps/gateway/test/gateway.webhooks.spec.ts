import { randomBytes } from 'node:crypto';

import { DAY, HOUR, isRecord, ManualClock, MINUTE, newId } from '@itops/kit';
import { eventually } from '@itops/testing';
import { Webhook } from 'standardwebhooks';

import { ciFacts, incidentFact } from './webhook-events';
import { WebhookReceiver } from './webhook-receiver';
import { type GatewayUnderTest, startGateway } from './gateway-under-test';

const KEY = 'secrets-key-of-more-than-32-characters';
const clock = new ManualClock(new Date());
let gateway: GatewayUnderTest;
let receiver: WebhookReceiver;
const receivers: WebhookReceiver[] = [];

beforeAll(async () => {
  gateway = await startGateway({
    clock,
    env: { SECRETS_KEY: KEY, OUTGOING_ALLOW: '127.0.0.1:*', WEBHOOK_TIMEOUT_MS: '2000' },
  });
});
afterAll(() => gateway.close());
beforeEach(async () => {
  clock.set(new Date());
  receiver = await newReceiver();
});
afterEach(async () => {
  // What is under way may hold rows in another order; the database then ends one of the two.
  await eventually(() => gateway.service.database.query('delete from webhook'));
  await Promise.all(receivers.splice(0).map((one) => one.stop()));
});

async function newReceiver(): Promise<WebhookReceiver> {
  const started = await WebhookReceiver.start();
  receivers.push(started);
  return started;
}

interface Shown {
  readonly [name: string]: unknown;
  readonly id: string;
}

function shown(body: Record<string, unknown>): Shown {
  return { ...body, id: String(body['id']) };
}

async function subscribe(more: object = {}): Promise<Shown> {
  const { status, body } = await gateway.api.post('/v1/webhooks', { name: 'test', url: receiver.url, ...more });
  expect([status, body]).toEqual([201, expect.anything()]);
  return shown(body);
}

const emit = (...events: ReturnType<typeof ciFacts>) => gateway.service.bus.emitEvents(events);

async function read(id: string): Promise<Shown> {
  return shown((await gateway.api.get(`/v1/webhooks/${id}`)).body);
}

async function deliveries(id: string, query = ''): Promise<Shown[]> {
  const { status, body } = await gateway.api.get(`/v1/webhooks/${id}/deliveries${query}`);
  expect(status).toBe(200);
  return listIn(body, 'items').map(shown);
}

function listIn(body: Record<string, unknown>, name: string): Record<string, unknown>[] {
  const list = body[name];
  return Array.isArray(list) ? list.filter(isRecord) : [];
}

const act = (id: string, action: string, body: object = {}) =>
  gateway.api.post(`/v1/webhooks/${id}/${action}`, body, { 'if-match': '*' });

async function secretsOf(id: string): Promise<string[]> {
  const { body } = await gateway.api.get(`/v1/webhooks/${id}/secrets`);
  return listIn(body, 'items').map(({ secret }) => String(secret));
}

async function auditOf(id: string): Promise<unknown[]> {
  const rows: { action: string }[] = await gateway.service.database.query(
    'select action from audit_log where resource_id = $1 order by at, id',
    [id],
  );
  return rows.map(({ action }) => action);
}

describe('a delivery', () => {
  it('is the CloudEvent, signed so that the standard verifier takes it, and shows in the log', async () => {
    const webhook = await subscribe();
    const [secret = ''] = await secretsOf(webhook.id);
    const [event] = ciFacts(newId(), 1);
    if (event === undefined) throw new Error('no event');
    await emit(event);
    await eventually(() => expect(receiver.calls).toHaveLength(1));
    const [call] = receiver.calls;
    expect(call?.headers['content-type']).toBe('application/cloudevents+json; charset=utf-8');
    expect(call?.event).toMatchObject({
      ...{ specversion: '1.0', type: 'itops.ci.updated.v1', subject: event.aggregateId, aggregateversion: 1 },
      ...{ id: call?.headers['webhook-id'], data: event.data },
    });
    const headers = {
      'webhook-id': String(call?.headers['webhook-id']),
      'webhook-timestamp': String(call?.headers['webhook-timestamp']),
      'webhook-signature': String(call?.headers['webhook-signature']),
    };
    expect(new Webhook(secret).verify(call?.body ?? '', headers)).toEqual(call?.event);
    expect(() => new Webhook(secret).verify(`${call?.body ?? ''} `, headers)).toThrow();
    await eventually(async () =>
      expect(await deliveries(webhook.id)).toMatchObject([
        {
          ...{
            state: 'delivered',
            type: 'itops.ci.updated.v1',
            resource: `ci/${event.aggregateId}`,
            nextAttemptAt: null,
          },
          ...{ eventId: headers['webhook-id'], attempts: [{ status: 204, error: null, answer: '' }] },
        },
      ]),
    );
    const [delivery] = await deliveries(webhook.id);
    const one = await gateway.api.get(`/v1/webhooks/${webhook.id}/deliveries/${delivery?.id ?? ''}`);
    expect(one.body).toEqual(delivery);
  });

  it.each([
    ['types', { types: ['itops.ci.*'] }],
    ['a CI', (ci: string) => ({ ci })],
    ['a kind of resource', { resource: 'ci' }],
    ['one resource', (ci: string) => ({ resource: `ci/${ci}` })],
  ])('is made for %s that the filter names, and for nothing else', async (_name, filter) => {
    const [ci, incident] = [newId(), newId()];
    await subscribe({ filter: typeof filter === 'function' ? filter(ci) : filter });
    const all = await newReceiver();
    await subscribe({ url: all.url });
    await emit(incidentFact(incident, 1), ...ciFacts(ci, 1));
    await eventually(() => expect(all.calls).toHaveLength(2));
    await eventually(() => expect(receiver.calls).toHaveLength(1));
    expect(receiver.versionsOf(ci)).toEqual([1]);
  });

  it('is made for the priorities that the filter names', async () => {
    const webhook = await subscribe({ filter: { priorities: [1, 2] } });
    const [urgent, other] = [newId(), newId()];
    await emit(incidentFact(other, 1), ...ciFacts(newId(), 1), incidentFact(urgent, 1, { priority: 2 }));
    await eventually(() => expect(receiver.versionsOf(urgent)).toEqual([1]));
    expect(await deliveries(webhook.id)).toHaveLength(1);
  });

  it('is made only of what its owner may see, and not sent when they may no longer', async () => {
    const webhook = await subscribe();
    const permit = (permissions: string[]) =>
      gateway.service.database.query('update webhook set permissions = $2 where id = $1', [webhook.id, permissions]);
    await permit(['incident:read']);
    const [secret, open] = [newId(), newId()];
    await emit(...ciFacts(newId(), 1), incidentFact(secret, 1, { security: true }), incidentFact(open, 1));
    await eventually(() => expect(receiver.versionsOf(open)).toEqual([1]));
    expect(await deliveries(webhook.id)).toHaveLength(1);

    await permit(['incident:read', 'incident:read-security']);
    receiver.answer = () => 500;
    await emit(incidentFact(secret, 2, { security: true }));
    await eventually(() => expect(receiver.versionsOf(secret)).toEqual([2]));
    await permit(['incident:read']);
    clock.advance(HOUR);
    await eventually(async () =>
      expect((await deliveries(webhook.id))[0]).toMatchObject({ state: 'failed', failedReason: 'not-permitted' }),
    );
    expect(receiver.versionsOf(secret)).toEqual([2]);
  });

  it('holds up what follows of its resource, and nothing else', async () => {
    await subscribe();
    const other = await newReceiver();
    await subscribe({ url: other.url });
    const [failing, fine] = [newId(), newId()];
    receiver.answer = ({ event }) => (event['subject'] === failing ? 503 : 200);
    await emit(...ciFacts(failing, 1, 2, 3), ...ciFacts(fine, 1, 2, 3));
    await eventually(() => expect(receiver.versionsOf(fine)).toEqual([1, 2, 3]));
    await eventually(() => expect(other.versionsOf(failing)).toEqual([1, 2, 3]));
    expect(receiver.versionsOf(failing)).toEqual([1]);
    receiver.answer = () => 200;
    clock.advance(MINUTE);
    await eventually(() => expect(receiver.versionsOf(failing)).toEqual([1, 1, 2, 3]));
  });

  it('is tried ten times over more than a day, always under the same id, and then given up; what follows goes on', async () => {
    const webhook = await subscribe();
    receiver.answer = ({ event }) => (event['aggregateversion'] === 1 ? 500 : 200);
    const ci = newId();
    const begun = clock.now().getTime();
    await emit(...ciFacts(ci, 1, 2));
    for (let tries = 1; tries <= 10; tries++) {
      await eventually(() => expect(receiver.versionsOf(ci).filter((version) => version === 1)).toHaveLength(tries));
      await eventually(async () => expect(await attemptsOf(webhook.id, 1)).toHaveLength(tries));
      const next = await nextAttempt(webhook.id);
      if (tries < 10) {
        expect(next).toBeGreaterThan(clock.now().getTime());
        clock.set(new Date(next));
      }
    }
    expect(clock.now().getTime() - begun).toBeGreaterThan(DAY);
    await eventually(() => expect(receiver.versionsOf(ci).at(-1)).toBe(2));
    expect(new Set(receiver.ids.slice(0, 10)).size).toBe(1);
    const [second, first] = await deliveries(webhook.id);
    expect(first).toMatchObject({ state: 'failed', failedReason: 'tries-used-up' });
    await eventually(async () => expect((await deliveries(webhook.id))[0]).toMatchObject({ state: 'delivered' }));
    expect(second?.id).not.toBe(first?.id);
  });

  it('waits as long as the receiver asks for', async () => {
    const webhook = await subscribe();
    receiver.answer = (_call, response) => void response.writeHead(429, { 'retry-after': '7200' }).end();
    await emit(...ciFacts(newId(), 1));
    await eventually(async () => expect(await attemptsOf(webhook.id, 0)).toHaveLength(1));
    expect((await nextAttempt(webhook.id)) - clock.now().getTime()).toBe(2 * HOUR);
  });

  it('says why there was no answer', async () => {
    const webhook = await subscribe();
    receiver.answer = () => undefined;
    const closed = await subscribe({ url: 'http://127.0.0.1:9/' });
    const inside = await subscribe();
    await gateway.service.database.query('update webhook set url = $2 where id = $1', [inside.id, 'http://10.0.0.1/']);
    await emit(...ciFacts(newId(), 1));
    const errorOf = async (id: string) => (await attemptsOf(id, 0))[0]?.['error'];
    await eventually(async () => expect(await errorOf(webhook.id)).toBe('no whole answer within 2000 ms'));
    await eventually(async () => expect(await errorOf(closed.id)).toContain('ECONNREFUSED'));
    await eventually(async () => expect(await errorOf(inside.id)).toContain('10.0.0.1 is not asked'));
  });

  it('keeps the first KiB of the answer, whatever is in it', async () => {
    const webhook = await subscribe();
    receiver.answer = (_call, response) => void response.writeHead(200).end(`\u0000${'x'.repeat(5_000)}`);
    await emit(...ciFacts(newId(), 1));
    await eventually(async () =>
      expect((await attemptsOf(webhook.id, 0))[0]?.['answer']).toBe(`\uFFFD${'x'.repeat(1_023)}`),
    );
  });
});

async function attemptsOf(id: string, index: number): Promise<Record<string, unknown>[]> {
  const delivery = (await deliveries(id))[index];
  return delivery === undefined ? [] : listIn(delivery, 'attempts');
}

/** Of the one that waits for its time. */
async function nextAttempt(id: string): Promise<number> {
  const waiting = (await deliveries(id, '?state=pending')).map((delivery) => delivery['nextAttemptAt']);
  return Math.max(...waiting.map((at) => (typeof at === 'string' ? Date.parse(at) : 0)));
}

describe('a subscription', () => {
  it('is disabled by 410, and goes on where it stood when it is enabled', async () => {
    const webhook = await subscribe();
    receiver.answer = () => 410;
    const ci = newId();
    await emit(...ciFacts(ci, 1));
    await eventually(async () =>
      expect(await read(webhook.id)).toMatchObject({
        ...{ state: 'disabled', disabledReason: 'gone', version: 2 },
        allowedActions: ['edit', 'rotate-secret', 'enable'],
      }),
    );
    expect(await auditOf(webhook.id)).toEqual(['create', 'give-up']);
    await emit(...ciFacts(newId(), 1));
    expect((await act(webhook.id, 'ping')).status).toBe(409);
    receiver.answer = () => 200;
    expect((await act(webhook.id, 'enable')).body).toMatchObject({ state: 'enabled', disabledReason: null });
    await eventually(() => expect(receiver.versionsOf(ci)).toEqual([1, 1]));
    expect(await deliveries(webhook.id)).toHaveLength(1);
  });

  it('is disabled when its receiver has taken nothing for five days', async () => {
    const webhook = await subscribe();
    receiver.answer = () => 500;
    await emit(...ciFacts(newId(), 1), ...ciFacts(newId(), 1));
    const tried = (times: number) =>
      eventually(async () => {
        for (const index of [0, 1]) expect(await attemptsOf(webhook.id, index)).toHaveLength(times);
      });
    await tried(1);
    expect((await read(webhook.id))['failingSince']).toEqual(expect.any(String));
    clock.advance(5 * DAY - MINUTE);
    await tried(2);
    expect(await read(webhook.id)).toMatchObject({ state: 'enabled' });
    clock.advance(HOUR);
    await eventually(async () =>
      expect(await read(webhook.id)).toMatchObject({ state: 'disabled', disabledReason: 'failing' }),
    );
  });

  it('is no longer failing once something was taken', async () => {
    const webhook = await subscribe();
    receiver.answer = () => 500;
    await emit(...ciFacts(newId(), 1));
    await eventually(async () => expect((await read(webhook.id))['failingSince']).toEqual(expect.any(String)));
    receiver.answer = () => 200;
    await emit(...ciFacts(newId(), 1));
    await eventually(async () => expect((await read(webhook.id))['failingSince']).toBeNull());
  });

  it('signs by both secrets while one takes over from the other', async () => {
    const webhook = await subscribe();
    const [old = ''] = await secretsOf(webhook.id);
    const own = `whsec_${randomBytes(24).toString('base64')}`;
    const rotated = await act(webhook.id, 'rotate-secret', { secret: own, overlapSeconds: 3_600 });
    expect(rotated.status).toBe(200);
    expect(JSON.stringify(rotated.body)).not.toContain(own);
    expect(await secretsOf(webhook.id)).toEqual([own, old]);
    await emit(...ciFacts(newId(), 1));
    await eventually(() => expect(receiver.calls).toHaveLength(1));
    const verify = (secret: string, at: number) => {
      const call = receiver.calls[at];
      const header = (name: string) => String(call?.headers[name]);
      const headers = Object.fromEntries(
        ['webhook-id', 'webhook-timestamp', 'webhook-signature'].map((name) => [name, header(name)]),
      );
      return new Webhook(secret).verify(call?.body ?? '', headers);
    };
    expect([verify(old, 0), verify(own, 0)]).toEqual([receiver.calls[0]?.event, receiver.calls[0]?.event]);

    await act(webhook.id, 'rotate-secret', { overlapSeconds: 0 });
    const [newest = '', ...more] = await secretsOf(webhook.id);
    expect(more).toEqual([]);
    await emit(...ciFacts(newId(), 1));
    await eventually(() => expect(receiver.calls).toHaveLength(2));
    expect(verify(newest, 1)).toEqual(receiver.calls[1]?.event);
    expect(() => verify(own, 1)).toThrow();
    clock.advance(2 * HOUR);
    expect(await secretsOf(webhook.id)).toEqual([newest]);
  });

  it('keeps its secrets enciphered, and tells who has read them', async () => {
    const webhook = await subscribe();
    const [secret = ''] = await secretsOf(webhook.id);
    expect(secret).toMatch(/^whsec_[A-Za-z0-9+/]{43}=$/);
    const [row]: { text: string }[] = await gateway.service.database.query(
      'select secrets::text as text from webhook where id = $1',
      [webhook.id],
    );
    expect(row?.text).not.toContain(secret.slice(6, 20));
    expect(JSON.stringify(await read(webhook.id))).not.toContain(secret);
    const answer = await gateway.api.get(`/v1/webhooks/${webhook.id}/secrets`);
    expect(answer.headers.get('cache-control')).toBe('no-store');
    expect(await auditOf(webhook.id)).toEqual(['create', 'read-secrets', 'read-secrets']);
  });

  it('is edited by a merge patch, at the version that was read, and is deleted with all that belongs to it', async () => {
    const webhook = await subscribe({ filter: { types: ['itops.ci.*'], priorities: [1] } });
    const path = `/v1/webhooks/${webhook.id}`;
    expect((await gateway.api.patch(path, { name: 'other' })).status).toBe(428);
    expect((await gateway.api.patch(path, { name: 'other' }, { 'if-match': '"7"' })).status).toBe(412);
    const edit = { name: 'other', filter: { priorities: null, resource: 'CI' } };
    const edited = await gateway.api.patch(path, edit, { 'if-match': '"1"' });
    expect(edited.body).toMatchObject({ version: 2, name: 'other', filter: { types: ['itops.ci.*'], resource: 'ci' } });
    expect(edited.body['filter']).not.toHaveProperty('priorities');
    expect((await gateway.api.get('/v1/webhooks?name=other')).body['items']).toMatchObject([{ id: webhook.id }]);
    await emit(...ciFacts(newId(), 1));
    await eventually(() => expect(receiver.calls).toHaveLength(1));
    expect((await gateway.api.delete(path, { 'if-match': '*' })).status).toBe(204);
    expect((await gateway.api.get(path)).status).toBe(404);
    expect((await gateway.api.get(`${path}/deliveries`)).status).toBe(404);
    expect(await auditOf(webhook.id)).toEqual(['create', 'edit', 'delete']);
  });

  it.each([
    ['an address inside', { url: 'http://10.0.0.1/' }, '/url'],
    ['an address inside, in another form', { url: 'http://0xa9fea9fe/' }, '/url'],
    ['another protocol', { url: 'ftp://example.com/' }, '/url'],
    ['a password', { url: 'https://a:b@example.com/' }, '/url'],
    ['a type that there is not', { filter: { types: ['itops.nothing.*'] } }, '/filter/types'],
    ['a trail of who did what', { filter: { types: ['itops.audit.sealed.v1'] } }, '/filter/types'],
    ['a resource that there is not', { filter: { resource: 'thing/1' } }, '/filter/resource'],
    ['a priority that there is not', { filter: { priorities: [6] } }, '/filter/priorities'],
    ['a secret that is none', { secret: 'whsec_short' }, '/secret'],
    ['what it does not know', { surprise: 1 }, '/surprise'],
  ])('refuses %s', async (_name, more, pointer) => {
    const { status, body } = await gateway.api.post('/v1/webhooks', { name: 'x', url: 'https://example.com', ...more });
    expect(status).toBe(400);
    expect(String(listIn(body, 'errors')[0]?.['pointer'])).toContain(pointer);
  });
});

describe('on request', () => {
  it('a ping goes out', async () => {
    const webhook = await subscribe({ filter: { types: ['itops.change.*'] } });
    const ping = await act(webhook.id, 'ping');
    expect([ping.status, ping.body['state']]).toEqual([202, 'pending']);
    await eventually(() => expect(receiver.calls).toHaveLength(1));
    expect(receiver.calls[0]?.event).toMatchObject({ type: 'itops.webhook.ping.v1', data: { webhookId: webhook.id } });
    await eventually(async () => {
      const { body } = await gateway.api.get(`/v1/webhooks/${webhook.id}/deliveries/${String(ping.body['id'])}`);
      expect(body).toMatchObject({ state: 'delivered', resource: null });
    });
  });

  it('one delivery, or all of a span of time, goes out again under its id and in its order', async () => {
    const webhook = await subscribe();
    const ci = newId();
    await emit(...ciFacts(ci, 1, 2));
    await eventually(async () => expect(await deliveries(webhook.id, '?state=delivered')).toHaveLength(2));
    const [second, first] = await deliveries(webhook.id);
    expect((await act(webhook.id, `deliveries/${second?.id ?? ''}/redeliver`)).status).toBe(202);
    await eventually(() => expect(receiver.versionsOf(ci)).toEqual([1, 2, 2]));
    expect(receiver.ids.slice(1)).toEqual([second?.['eventId'], second?.['eventId']]);
    await eventually(async () => expect(await deliveries(webhook.id, '?state=delivered')).toHaveLength(2));

    const span = { from: '2020-01-01T00:00:00Z', to: '2999-01-01T00:00:00Z' };
    expect((await act(webhook.id, 'redeliver', { ...span, state: 'failed' })).body).toMatchObject({ count: 0 });
    expect((await act(webhook.id, 'redeliver', span)).body).toEqual({ count: 2, continueFrom: null });
    await eventually(() => expect(receiver.versionsOf(ci)).toEqual([1, 2, 2, 1, 2]));
    await eventually(async () => expect((await attemptsOf(webhook.id, 1)).length).toBe(2));
    expect((await act(webhook.id, `deliveries/${newId()}/redeliver`)).status).toBe(404);
    expect(first?.['state']).toBe('delivered');
  });
});

it('a slow receiver holds up nobody else', async () => {
  receiver.answer = () => undefined;
  await subscribe();
  const quick = await newReceiver();
  await subscribe({ url: quick.url });
  const cis = Array.from({ length: 100 }, () => newId());
  await emit(...cis.flatMap((ci) => ciFacts(ci, 1)));
  await eventually(() => expect(quick.calls).toHaveLength(100));
  expect(receiver.calls.length).toBeLessThan(100);
});
