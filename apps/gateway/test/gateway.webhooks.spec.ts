import { randomBytes } from 'node:crypto';

import { DAY, HOUR, MINUTE, newId } from '@itops/kit';
import { eventually } from '@itops/testing';
import { Webhook } from 'standardwebhooks';

import { ciFacts } from './webhook-events';
import { listIn, WebhooksUnderTest } from './webhooks-under-test';

const hooks = new WebhooksUnderTest();

describe('a subscription', () => {
  it('is disabled by 410, and goes on where it stood when it is enabled', async () => {
    const webhook = await hooks.subscribe();
    const { allowedActions } = await hooks.read(webhook.id);
    expect(await hooks.act(webhook.id, 'enable')).toMatchObject({ status: 409, body: { allowedActions } });
    hooks.receiver.answer = () => 410;
    const ci = newId();
    await hooks.emit(...ciFacts(ci, 1));
    await eventually(async () =>
      expect(await hooks.read(webhook.id)).toMatchObject({
        ...{ state: 'disabled', disabledReason: 'gone', version: 2 },
        allowedActions: ['edit', 'rotate-secret', 'enable'],
      }),
    );
    expect(await hooks.auditOf(webhook.id)).toEqual(['create', 'give-up']);
    const missed = newId();
    await hooks.emit(...ciFacts(missed, 1));
    await hooks.untilSeen(missed, 1);
    expect((await hooks.act(webhook.id, 'ping')).status).toBe(409);
    hooks.receiver.answer = () => 200;
    expect((await hooks.act(webhook.id, 'enable')).body).toMatchObject({ state: 'enabled', disabledReason: null });
    await eventually(() => expect(hooks.receiver.versionsOf(ci)).toEqual([1, 1]));
    expect(await hooks.deliveries(webhook.id)).toHaveLength(1);
  });

  it('is disabled when its receiver has taken nothing for five days', async () => {
    const webhook = await hooks.subscribe();
    hooks.receiver.answer = () => 500;
    await hooks.emit(...ciFacts(newId(), 1), ...ciFacts(newId(), 1));
    const tried = (times: number) =>
      eventually(async () => {
        for (const index of [0, 1]) expect(await hooks.attemptsOf(webhook.id, index)).toHaveLength(times);
      }, 40_000);
    await tried(1);
    expect((await hooks.read(webhook.id))['failingSince']).toEqual(expect.any(String));
    hooks.clock.advance(5 * DAY - MINUTE);
    await tried(2);
    expect(await hooks.read(webhook.id)).toMatchObject({ state: 'enabled' });
    hooks.clock.advance(HOUR);
    await eventually(async () =>
      expect(await hooks.read(webhook.id)).toMatchObject({ state: 'disabled', disabledReason: 'failing' }),
    );
  });

  it('is no longer failing once something was taken', async () => {
    const webhook = await hooks.subscribe();
    hooks.receiver.answer = () => 500;
    await hooks.emit(...ciFacts(newId(), 1));
    await eventually(async () => expect((await hooks.read(webhook.id))['failingSince']).toEqual(expect.any(String)));
    hooks.receiver.answer = () => 200;
    await hooks.emit(...ciFacts(newId(), 1));
    await eventually(async () => expect((await hooks.read(webhook.id))['failingSince']).toBeNull());
  });

  it('signs by both secrets while one takes over from the other', async () => {
    const webhook = await hooks.subscribe();
    const [old = ''] = await hooks.secretsOf(webhook.id);
    const own = `whsec_${randomBytes(24).toString('base64')}`;
    const rotated = await hooks.act(webhook.id, 'rotate-secret', { secret: own, overlapSeconds: 3_600 });
    expect(rotated.status).toBe(200);
    expect(JSON.stringify(rotated.body)).not.toContain(own);
    expect(await hooks.secretsOf(webhook.id)).toEqual([own, old]);
    await hooks.emit(...ciFacts(newId(), 1));
    await eventually(() => expect(hooks.receiver.calls).toHaveLength(1));
    const verify = (secret: string, at: number) => {
      const call = hooks.receiver.calls[at];
      const header = (name: string) => String(call?.headers[name]);
      const headers = Object.fromEntries(
        ['webhook-id', 'webhook-timestamp', 'webhook-signature'].map((name) => [name, header(name)]),
      );
      return new Webhook(secret).verify(call?.body ?? '', headers);
    };
    expect([verify(old, 0), verify(own, 0)]).toEqual([hooks.receiver.calls[0]?.event, hooks.receiver.calls[0]?.event]);

    await hooks.act(webhook.id, 'rotate-secret', { overlapSeconds: 0 });
    const [newest = '', ...more] = await hooks.secretsOf(webhook.id);
    expect(more).toEqual([]);
    await hooks.emit(...ciFacts(newId(), 1));
    await eventually(() => expect(hooks.receiver.calls).toHaveLength(2));
    expect(verify(newest, 1)).toEqual(hooks.receiver.calls[1]?.event);
    expect(() => verify(own, 1)).toThrow();
    hooks.clock.advance(2 * HOUR);
    expect(await hooks.secretsOf(webhook.id)).toEqual([newest]);
  });

  it('keeps its secrets enciphered, and tells who has read them', async () => {
    const webhook = await hooks.subscribe();
    const [secret = ''] = await hooks.secretsOf(webhook.id);
    expect(secret).toMatch(/^whsec_[A-Za-z0-9+/]{43}=$/);
    const [row]: { text: string }[] = await hooks.gateway.service.database.query(
      'select secrets::text as text from webhook where id = $1',
      [webhook.id],
    );
    expect(row?.text).not.toContain(secret.slice(6, 20));
    expect(JSON.stringify(await hooks.read(webhook.id))).not.toContain(secret);
    const answer = await hooks.gateway.api.get(`/v1/webhooks/${webhook.id}/secrets`);
    expect(answer.headers.get('cache-control')).toBe('no-store');
    expect(await hooks.auditOf(webhook.id)).toEqual(['create', 'read-secrets', 'read-secrets']);
  });

  it('is edited by a merge patch, at the version that was read, and is deleted with all that belongs to it', async () => {
    const webhook = await hooks.subscribe({ filter: { types: ['itops.ci.*'], priorities: [1] } });
    const path = `/v1/webhooks/${webhook.id}`;
    expect((await hooks.gateway.api.patch(path, { name: 'other' })).status).toBe(428);
    expect((await hooks.gateway.api.patch(path, { name: 'other' }, { 'if-match': '"7"' })).status).toBe(412);
    const edit = { name: 'other', filter: { priorities: null, resource: 'CI' } };
    const edited = await hooks.gateway.api.patch(path, edit, { 'if-match': '"1"' });
    expect(edited.body).toMatchObject({ version: 2, name: 'other', filter: { types: ['itops.ci.*'], resource: 'ci' } });
    expect(edited.body['filter']).not.toHaveProperty('priorities');
    expect((await hooks.gateway.api.get('/v1/webhooks?name=other')).body['items']).toMatchObject([{ id: webhook.id }]);
    await hooks.emit(...ciFacts(newId(), 1));
    await eventually(() => expect(hooks.receiver.calls).toHaveLength(1));
    expect((await hooks.gateway.api.delete(path, { 'if-match': '*' })).status).toBe(204);
    expect((await hooks.gateway.api.get(path)).status).toBe(404);
    expect((await hooks.gateway.api.get(`${path}/deliveries`)).status).toBe(404);
    expect(await hooks.auditOf(webhook.id)).toEqual(['create', 'edit', 'delete']);
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
    const { status, body } = await hooks.gateway.api.post('/v1/webhooks', {
      name: 'x',
      url: 'https://example.com',
      ...more,
    });
    expect(status).toBe(400);
    expect(String(listIn(body, 'errors')[0]?.['pointer'])).toContain(pointer);
  });
});

describe('on request', () => {
  it('a ping goes out', async () => {
    const webhook = await hooks.subscribe({ filter: { types: ['itops.change.*'] } });
    const ping = await hooks.act(webhook.id, 'ping');
    expect([ping.status, ping.body['state']]).toEqual([202, 'pending']);
    await eventually(() => expect(hooks.receiver.calls).toHaveLength(1));
    expect(hooks.receiver.calls[0]?.event).toMatchObject({
      type: 'itops.webhook.ping.v1',
      data: { webhookId: webhook.id },
    });
    await eventually(async () => {
      const { body } = await hooks.gateway.api.get(`/v1/webhooks/${webhook.id}/deliveries/${String(ping.body['id'])}`);
      expect(body).toMatchObject({ state: 'delivered', resource: null });
    });
  });

  it('one delivery, or all of a span of time, goes out again under its id and in its order', async () => {
    const webhook = await hooks.subscribe();
    const ci = newId();
    await hooks.emit(...ciFacts(ci, 1, 2));
    await eventually(async () => expect(await hooks.deliveries(webhook.id, '?state=delivered')).toHaveLength(2));
    const [second, first] = await hooks.deliveries(webhook.id);
    expect((await hooks.act(webhook.id, `deliveries/${second?.id ?? ''}/redeliver`)).status).toBe(202);
    await eventually(() => expect(hooks.receiver.versionsOf(ci)).toEqual([1, 2, 2]));
    expect(hooks.receiver.ids.slice(1)).toEqual([second?.['eventId'], second?.['eventId']]);
    await eventually(async () => expect(await hooks.deliveries(webhook.id, '?state=delivered')).toHaveLength(2));

    const span = { from: '2020-01-01T00:00:00Z', to: '2999-01-01T00:00:00Z' };
    expect((await hooks.act(webhook.id, 'redeliver', { ...span, state: 'failed' })).body).toMatchObject({ count: 0 });
    expect((await hooks.act(webhook.id, 'redeliver', span)).body).toEqual({ count: 2, continueFrom: null });
    await eventually(() => expect(hooks.receiver.versionsOf(ci)).toEqual([1, 2, 2, 1, 2]));
    await eventually(async () => expect((await hooks.attemptsOf(webhook.id, 1)).length).toBe(2));
    expect((await hooks.act(webhook.id, `deliveries/${newId()}/redeliver`)).status).toBe(404);
    expect(first?.['state']).toBe('delivered');
  });
});
