import { DAY, HOUR, MINUTE, newId } from '@itops/kit';
import { eventually } from '@itops/testing';
import { Webhook } from 'standardwebhooks';

import { ciFacts, incidentFact } from './webhook-events';
import { WebhooksUnderTest } from './webhooks-under-test';

const hooks = new WebhooksUnderTest();

describe('a delivery', () => {
  it('is the CloudEvent, signed so that the standard verifier takes it, and shows in the log', async () => {
    const webhook = await hooks.subscribe();
    const [secret = ''] = await hooks.secretsOf(webhook.id);
    const [event] = ciFacts(newId(), 1);
    if (event === undefined) throw new Error('no event');
    await hooks.emit(event);
    await eventually(() => expect(hooks.receiver.calls).toHaveLength(1));
    const [call] = hooks.receiver.calls;
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
      expect(await hooks.deliveries(webhook.id)).toMatchObject([
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
    const [delivery] = await hooks.deliveries(webhook.id);
    const one = await hooks.gateway.api.get(`/v1/webhooks/${webhook.id}/deliveries/${delivery?.id ?? ''}`);
    expect(one.body).toEqual(delivery);
  });

  it.each([
    ['types', { types: ['itops.ci.*'] }],
    ['a CI', (ci: string) => ({ ci })],
    ['a kind of resource', { resource: 'ci' }],
    ['one resource', (ci: string) => ({ resource: `ci/${ci}` })],
  ])('is made for %s that the filter names, and for nothing else', async (_name, filter) => {
    const [ci, incident] = [newId(), newId()];
    await hooks.subscribe({ filter: typeof filter === 'function' ? filter(ci) : filter });
    const all = await hooks.newReceiver();
    await hooks.subscribe({ url: all.url });
    await hooks.emit(incidentFact(incident, 1), ...ciFacts(ci, 1));
    await eventually(() => expect(all.calls).toHaveLength(2));
    await eventually(() => expect(hooks.receiver.calls).toHaveLength(1));
    expect(hooks.receiver.versionsOf(ci)).toEqual([1]);
  });

  it('is made for the priorities that the filter names', async () => {
    const webhook = await hooks.subscribe({ filter: { priorities: [1, 2] } });
    const [urgent, other] = [newId(), newId()];
    await hooks.emit(incidentFact(other, 1), ...ciFacts(newId(), 1), incidentFact(urgent, 1, { priority: 2 }));
    await eventually(() => expect(hooks.receiver.versionsOf(urgent)).toEqual([1]));
    expect(await hooks.deliveries(webhook.id)).toHaveLength(1);
  });

  it('is made only of what its owner may see, and not sent when they may no longer', async () => {
    const webhook = await hooks.subscribe();
    const permit = (permissions: string[]) =>
      hooks.gateway.service.database.query('update webhook set permissions = $2 where id = $1', [
        webhook.id,
        permissions,
      ]);
    await permit(['incident:read']);
    const [secret, open] = [newId(), newId()];
    await hooks.emit(...ciFacts(newId(), 1), incidentFact(secret, 1, { security: true }), incidentFact(open, 1));
    await eventually(() => expect(hooks.receiver.versionsOf(open)).toEqual([1]));
    expect(await hooks.deliveries(webhook.id)).toHaveLength(1);

    await permit(['incident:read', 'incident:read-security']);
    hooks.receiver.answer = () => 500;
    await hooks.emit(incidentFact(secret, 2, { security: true }));
    await eventually(() => expect(hooks.receiver.versionsOf(secret)).toEqual([2]));
    await permit(['incident:read']);
    hooks.clock.advance(HOUR);
    await eventually(async () =>
      expect((await hooks.deliveries(webhook.id))[0]).toMatchObject({ state: 'failed', failedReason: 'not-permitted' }),
    );
    expect(hooks.receiver.versionsOf(secret)).toEqual([2]);
  });

  it('holds up what follows of its resource, and nothing else', async () => {
    await hooks.subscribe();
    const other = await hooks.newReceiver();
    await hooks.subscribe({ url: other.url });
    const [failing, fine] = [newId(), newId()];
    hooks.receiver.answer = ({ event }) => (event['subject'] === failing ? 503 : 200);
    await hooks.emit(...ciFacts(failing, 1, 2, 3), ...ciFacts(fine, 1, 2, 3));
    await eventually(() => expect(hooks.receiver.versionsOf(fine)).toEqual([1, 2, 3]));
    await eventually(() => expect(other.versionsOf(failing)).toEqual([1, 2, 3]));
    expect(hooks.receiver.versionsOf(failing)).toEqual([1]);
    hooks.receiver.answer = () => 200;
    hooks.clock.advance(MINUTE);
    await eventually(() => expect(hooks.receiver.versionsOf(failing)).toEqual([1, 1, 2, 3]));
  });

  it('is tried ten times over more than a day, always under the same id, and then given up; what follows goes on', async () => {
    const webhook = await hooks.subscribe();
    hooks.receiver.answer = ({ event }) => (event['aggregateversion'] === 1 ? 500 : 200);
    const ci = newId();
    const begun = hooks.clock.now().getTime();
    await hooks.emit(...ciFacts(ci, 1, 2));
    for (let tries = 1; tries <= 10; tries++) {
      await eventually(() =>
        expect(hooks.receiver.versionsOf(ci).filter((version) => version === 1)).toHaveLength(tries),
      );
      await eventually(async () => expect(await hooks.attemptsOf(webhook.id, 1)).toHaveLength(tries));
      const next = await nextAttempt(webhook.id);
      if (tries < 10) {
        expect(next).toBeGreaterThan(hooks.clock.now().getTime());
        hooks.clock.set(new Date(next));
      }
    }
    expect(hooks.clock.now().getTime() - begun).toBeGreaterThan(DAY);
    await eventually(() => expect(hooks.receiver.versionsOf(ci).at(-1)).toBe(2));
    expect(new Set(hooks.receiver.ids.slice(0, 10)).size).toBe(1);
    const [second, first] = await hooks.deliveries(webhook.id);
    expect(first).toMatchObject({ state: 'failed', failedReason: 'tries-used-up' });
    await eventually(async () => expect((await hooks.deliveries(webhook.id))[0]).toMatchObject({ state: 'delivered' }));
    expect(second?.id).not.toBe(first?.id);
  });

  it('waits as long as the receiver asks for', async () => {
    const webhook = await hooks.subscribe();
    hooks.receiver.answer = (_call, response) => void response.writeHead(429, { 'retry-after': '7200' }).end();
    await hooks.emit(...ciFacts(newId(), 1));
    await eventually(async () => expect(await hooks.attemptsOf(webhook.id, 0)).toHaveLength(1));
    expect((await nextAttempt(webhook.id)) - hooks.clock.now().getTime()).toBe(2 * HOUR);
  });

  it('says why there was no answer', async () => {
    const webhook = await hooks.subscribe();
    hooks.receiver.answer = () => undefined;
    const closed = await hooks.subscribe({ url: 'http://127.0.0.1:9/' });
    const inside = await hooks.subscribe();
    await hooks.gateway.service.database.query('update webhook set url = $2 where id = $1', [
      inside.id,
      'http://10.0.0.1/',
    ]);
    await hooks.emit(...ciFacts(newId(), 1));
    const errorOf = async (id: string) => (await hooks.attemptsOf(id, 0))[0]?.['error'];
    await eventually(async () => expect(await errorOf(webhook.id)).toBe('no whole answer within 2000 ms'));
    await eventually(async () => expect(await errorOf(closed.id)).toContain('ECONNREFUSED'));
    await eventually(async () => expect(await errorOf(inside.id)).toContain('10.0.0.1 is not asked'));
  });

  it('keeps the first KiB of the answer, whatever is in it', async () => {
    const webhook = await hooks.subscribe();
    hooks.receiver.answer = (_call, response) => void response.writeHead(200).end(`\u0000${'x'.repeat(5_000)}`);
    await hooks.emit(...ciFacts(newId(), 1));
    await eventually(async () =>
      expect((await hooks.attemptsOf(webhook.id, 0))[0]?.['answer']).toBe(`\uFFFD${'x'.repeat(1_023)}`),
    );
  });
});

/** Of the one that waits for its time. */
async function nextAttempt(id: string): Promise<number> {
  const waiting = (await hooks.deliveries(id, '?state=pending')).map((delivery) => delivery['nextAttemptAt']);
  return Math.max(...waiting.map((at) => (typeof at === 'string' ? Date.parse(at) : 0)));
}

it('a slow receiver holds up nobody else', async () => {
  hooks.receiver.answer = () => undefined;
  await hooks.subscribe();
  const quick = await hooks.newReceiver();
  await hooks.subscribe({ url: quick.url });
  const cis = Array.from({ length: 100 }, () => newId());
  await hooks.emit(...cis.flatMap((ci) => ciFacts(ci, 1)));
  await eventually(() => expect(quick.calls).toHaveLength(100));
  expect(hooks.receiver.calls.length).toBeLessThan(100);
});
