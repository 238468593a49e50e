import { DAY, MINUTE, newId, permissionsOf, type Role } from '@itops/kit';
import { ApiClient, eventually, TestIssuer } from '@itops/testing';

import { SeenRights } from '../src/persistence/seen-rights';
import { ciFacts, incidentFact } from './webhook-events';
import { type Shown, WebhooksUnderTest } from './webhooks-under-test';

let issuer: TestIssuer;
beforeAll(async () => {
  issuer = await TestIssuer.start();
});
afterAll(() => issuer.stop());
const hooks = new WebhooksUnderTest(() => issuer.settings);

const LOST = {
  ...{ state: 'disabled', disabledReason: null },
  disabledDetail: expect.stringContaining('may no longer see anything'),
};

function expectLost({ id }: Shown): Promise<void> {
  return eventually(async () => expect(await hooks.read(id)).toMatchObject(LOST));
}

/** Emits a security incident and, behind it, an item; gives what of these came. */
async function seenOf(): Promise<{ incident: unknown[]; ci: unknown[] }> {
  const [incident, ci] = [newId(), newId()];
  await hooks.emit(incidentFact(incident, 1, { security: true }), ...ciFacts(ci, 1));
  await eventually(() => expect(hooks.receiver.versionsOf(ci)).toEqual([1]));
  return { incident: hooks.receiver.versionsOf(incident), ci: hooks.receiver.versionsOf(ci) };
}

describe('the webhook of a machine', () => {
  async function newKey(...roles: Role[]): Promise<{ id: string; api: ApiClient }> {
    const asked = { name: 'owner', roles, expiresInDays: 10 };
    const { body } = await hooks.gateway.api.post('/v1/api-keys', asked);
    const api = new ApiClient(hooks.gateway.service.url, { 'x-api-key': String(body['secret']) });
    return { id: String(body['id']), api };
  }

  const revoke = (id: string) => hooks.gateway.api.post(`/v1/api-keys/${id}/actions/revoke`, {}, { 'if-match': '*' });

  it('is disabled with its key, says why, and goes on for who enables it', async () => {
    const key = await newKey('admin');
    const webhook = await hooks.subscribe({}, key.api);
    const ci = newId();
    await hooks.emit(...ciFacts(ci, 1));
    await eventually(() => expect(hooks.receiver.versionsOf(ci)).toEqual([1]));
    expect((await revoke(key.id)).status).toBe(200);
    await expectLost(webhook);
    const rows: unknown = await hooks.gateway.service.database.query(
      `select actor, action, reason from audit_log where resource_id = $1 and action = 'give-up'`,
      [webhook.id],
    );
    expect(rows).toEqual([{ actor: 'service:gateway', action: 'give-up', reason: expect.stringContaining('revoked') }]);
    await hooks.emit(...ciFacts(ci, 2));
    await hooks.untilSeen(ci, 2);
    expect((await hooks.act(webhook.id, 'enable')).body).toMatchObject({ owner: 'admin', state: 'enabled' });
    await hooks.emit(...ciFacts(ci, 3));
    await eventually(() => expect(hooks.receiver.versionsOf(ci)).toContain(3));
    expect(hooks.receiver.versionsOf(ci)).toEqual([1, 3]);
  });

  it('is disabled when its key expires', async () => {
    const key = await newKey('admin');
    const webhook = await hooks.subscribe({}, key.api);
    hooks.clock.advance(10 * DAY - MINUTE);
    await seenOf();
    hooks.clock.advance(MINUTE);
    await expectLost(webhook);
  });

  it('keeps what waits when its key is revoked, for who enables it', async () => {
    const key = await newKey('admin');
    const webhook = await hooks.subscribe({}, key.api);
    hooks.receiver.answer = () => 500;
    const ci = newId();
    await hooks.emit(...ciFacts(ci, 1));
    await eventually(async () => expect(await hooks.attemptsOf(webhook.id, 0)).toHaveLength(1));
    await revoke(key.id);
    hooks.clock.advance(DAY);
    await expectLost(webhook);
    expect(await hooks.deliveries(webhook.id)).toMatchObject([{ state: 'pending' }]);
    expect(hooks.receiver.versionsOf(ci)).toEqual([1]);
    hooks.receiver.answer = () => 204;
    await hooks.act(webhook.id, 'enable');
    await eventually(() => expect(hooks.receiver.versionsOf(ci)).toEqual([1, 1]));
  });

  it('gets what its key may see now, and never more than when it was saved', async () => {
    const key = await newKey('admin');
    await hooks.subscribe({}, key.api);
    const rolesBecome = (...roles: Role[]) =>
      hooks.gateway.service.database.query('update api_key set roles = $2 where id = $1', [key.id, roles]);
    expect((await seenOf()).incident).toEqual([1]);
    await rolesBecome('viewer');
    expect((await seenOf()).incident).toEqual([]);
    await rolesBecome('auditor');
    expect((await seenOf()).incident).toEqual([1]);
  });
});

describe('the webhook of a person', () => {
  const base = Math.floor(Date.now() / 1_000) - 300;
  let serial = 0;
  let sub: string;
  beforeEach(() => {
    sub = `owner-${++serial}`;
  });

  /** With a token that was issued at this second. */
  function withToken(second: number, ...roles: Role[]): ApiClient {
    const claims = { sub, iat: base + second, jti: newId(), roles: roles.map((role) => `itops-${role}`) };
    return new ApiClient(hooks.gateway.service.url, { authorization: `Bearer ${issuer.token({ claims })}` });
  }

  async function known(): Promise<{ permissions: unknown; second: number } | undefined> {
    const [row]: { permissions: string[]; issued_at: Date }[] = await hooks.gateway.service.database.query(
      'select permissions, issued_at from seen_rights where subject = $1',
      [`user:${sub}`],
    );
    return row && { permissions: row.permissions.sort(), second: row.issued_at.getTime() / 1_000 - base };
  }

  /** Shows the token, and waits until it is known. */
  async function show(second: number, ...roles: Role[]): Promise<void> {
    await withToken(second, ...roles).get('/v1/incidents');
    await eventually(async () => expect(await known()).toEqual({ permissions: permissionsOf(roles).sort(), second }));
  }

  it('gets what the newest token permits that was seen, whichever is shown last', async () => {
    const webhook = await hooks.subscribe({}, withToken(0, 'admin'));
    expect((await seenOf()).incident).toEqual([1]);
    await show(10, 'operator');
    expect((await seenOf()).incident).toEqual([]);
    await withToken(5, 'admin').get('/v1/incidents');
    // What was seen before it is written before it, or with it.
    await show(11, 'operator');
    expect((await seenOf()).incident).toEqual([]);
    expect(await hooks.read(webhook.id)).toMatchObject({ state: 'enabled', owner: `user:${sub}` });
    await show(20);
    await expectLost(webhook);
    await show(30, 'admin');
    expect(await hooks.read(webhook.id)).toMatchObject(LOST);
  });

  it('keeps its owner’s rights known, and nobody else’s, when no token of theirs was seen for long', async () => {
    await show(0, 'viewer');
    const [other, owner] = [sub, `${sub}-subscribed`];
    sub = owner;
    await hooks.subscribe({}, withToken(0, 'admin'));
    await show(1, 'admin');
    const rights = new SeenRights(hooks.gateway.service.database);
    const issued = (base + 1) * 1_000;
    const areKnown = async (): Promise<boolean[]> => {
      const answers: boolean[] = [];
      for (const one of [other, owner]) {
        sub = one;
        answers.push((await known()) !== undefined);
      }
      return answers;
    };
    await rights.sweep(new Date(issued + 90 * DAY - MINUTE));
    expect(await areKnown()).toEqual([true, true]);
    await rights.sweep(new Date(issued + 90 * DAY + MINUTE));
    expect(await areKnown()).toEqual([false, true]);
  });

  it('is saved with what the token permits that is shown, not with what was known before', async () => {
    await show(0, 'operator');
    await hooks.subscribe({}, withToken(10, 'admin'));
    expect((await seenOf()).incident).toEqual([1]);
  });

  it('gets what both permit of two tokens of the same moment', async () => {
    await show(0, 'auditor');
    await withToken(0, 'operator').get('/v1/incidents');
    const operator = permissionsOf(['operator']);
    const both = permissionsOf(['auditor']).filter((one) => operator.includes(one));
    await eventually(async () => expect(await known()).toEqual({ permissions: both.sort(), second: 0 }));
  });
});
