import { DAY, HOUR, ManualClock } from '@itops/kit';
import { ApiClient, type ApiResponse, createTestDatabase, eventually, newPrefix, TestIssuer } from '@itops/testing';

import { isApiKeyText, newApiKeyText } from '../src/entrance/api-key-text';
import { KnownApiKeys } from '../src/persistence/known-api-keys';
import { callerIn } from './fake-service';
import { type GatewayUnderTest, startGateway } from './gateway-under-test';

const START = '2026-06-01T08:00:00Z';

let clock: ManualClock;
let gateway: GatewayUnderTest;
let issuer: TestIssuer;

beforeAll(async () => {
  clock = new ManualClock(START);
  issuer = await TestIssuer.start();
  gateway = await startGateway({ clock, env: { ...issuer.settings, RATE_LIMIT_STRANGERS: '1000,100000' } });
});
afterAll(async () => {
  await gateway.close();
  await issuer.stop();
});
beforeEach(() => {
  gateway.incident.seen.length = 0;
});

let serial = 0;
async function make(fields: object = {}, as = gateway.api): Promise<ApiResponse & { id: string; secret: string }> {
  const answer = await as.post('/v1/api-keys', { name: `key ${++serial}`, roles: ['integration'], ...fields });
  return { ...answer, id: String(answer.body['id']), secret: String(answer.body['secret']) };
}

const tryOut = (secret: string, at = gateway) =>
  new ApiClient(at.service.url, { 'x-api-key': secret }).get('/v1/incidents');

const act = (id: string, action: string, body: object = {}, etag = '*') =>
  gateway.api.post(`/v1/api-keys/${id}/actions/${action}`, body, { 'if-match': etag });

describe('a key of a machine', () => {
  it('lets in at once, as itself, with its maker behind it and no more than its roles', async () => {
    const made = await make({ groups: ['network'] });
    expect(made.status).toBe(201);
    expect(made.headers.get('location')).toBe(`/v1/api-keys/${made.id}`);
    expect(made.headers.get('etag')).toMatch(/^"1/);
    expect(isApiKeyText(made.secret)).toBe(true);
    expect(made.body).toMatchObject({
      state: 'active',
      allowedActions: ['rotate', 'revoke'],
      expiresAt: new Date(clock.now().getTime() + 90 * DAY).toISOString(),
    });
    expect((await tryOut(made.secret)).status).toBe(200);
    const caller = callerIn(gateway.incident.seen.at(-1));
    expect(caller).toMatchObject({
      sub: `key:${made.id}`,
      credential: `key:${made.id}`,
      principals: [`key:${made.id}`, 'admin', '*'],
      groups: ['network'],
    });
    expect(JSON.stringify(caller)).not.toContain('api-key:manage');
    expect((await new ApiClient(gateway.service.url, { 'x-api-key': made.secret }).get('/v1/api-keys')).status).toBe(
      403,
    );
  });

  it('is shown once, and kept as a digest', async () => {
    const { id, secret } = await make();
    const read = await gateway.api.get(`/v1/api-keys/${id}`);
    expect(read.body).not.toHaveProperty('secret');
    const tables = ['api_key', 'api_key_secret', 'audit_log', 'idempotency_key', 'outbox'];
    for (const table of tables) {
      const rows: unknown = await gateway.service.database.query(`select * from ${table}`);
      expect(JSON.stringify(rows)).not.toContain(secret);
    }
    expect(JSON.stringify(read.body)).not.toContain(secret.slice(0, 12));
  });

  it('made again under the same Idempotency-Key is the same, and its kept answer is sealed', async () => {
    const key = { 'idempotency-key': '0f4b6b1e-5a53-4f7b-8e3f-5d8f6b0c1d2e' };
    const body = { name: 'once', roles: ['viewer'] };
    const first = await gateway.api.post('/v1/api-keys', body, key);
    const again = await gateway.api.post('/v1/api-keys', body, key);
    expect(again.headers.get('idempotency-replayed')).toBe('true');
    expect(again.body).toEqual(first.body);
    const kept: unknown = await gateway.service.database.query('select body from idempotency_key');
    expect(JSON.stringify(kept)).not.toMatch(/itops_|once/);
  });

  it('leaves a row in the audit trail for each thing that is done with it', async () => {
    const { id } = await make();
    await act(id, 'rotate');
    await act(id, 'revoke', { reason: 'It was in a log.' });
    const rows: unknown = await gateway.service.database.query(
      `select actor, credential, action, reason from audit_log where resource_id = $1 order by at, id`,
      [id],
    );
    const by = { actor: 'admin', credential: 'admin-key' };
    expect(rows).toEqual([
      { ...by, action: 'create', reason: null },
      { ...by, action: 'rotate', reason: null },
      { ...by, action: 'revoke', reason: 'It was in a log.' },
    ]);
  });

  it('has two secrets while it is rotated, then one', async () => {
    const { id, secret } = await make({ expiresInDays: 10 });
    const rotated = await act(id, 'rotate', { overlapMinutes: 60 }, '"1"');
    expect(rotated).toMatchObject({ status: 200, body: { version: 2, secrets: [{}, {}] } });
    const next = String(rotated.body['secret']);
    expect((await tryOut(next)).status).toBe(200);
    expect((await tryOut(secret)).status).toBe(200);
    clock.advance(HOUR);
    expect((await tryOut(next)).status).toBe(200);
    const over = await tryOut(secret);
    expect(over).toMatchObject({ status: 401, body: { detail: expect.stringContaining('expired') } });
    expect((await gateway.api.get(`/v1/api-keys/${id}`)).body['secrets']).toHaveLength(1);
  });

  it('that is revoked lets nobody in, and who shows it is recorded by its name', async () => {
    const { id, secret } = await make();
    expect((await tryOut(secret)).status).toBe(200);
    expect((await act(id, 'revoke')).body).toMatchObject({ state: 'revoked', allowedActions: [] });
    await eventually(async () => expect((await tryOut(secret)).status).toBe(401), 2_000);
    const refused = await tryOut(secret);
    expect(refused.body['detail']).toMatch(/^This key has been revoked\./);
    expect(refused.headers.get('www-authenticate')).toContain('error_description="This key has been revoked"');
    // Whoever has not got all of it learns nothing.
    expect((await tryOut(newApiKeyText())).body['detail']).toContain('not known here');
    expect((await act(id, 'revoke')).status).toBe(409);
    await eventually(async () => {
      const rows: unknown = await gateway.service.database.query(
        `select outcome from audit_log where actor = $1 and action = 'authenticate'`,
        [`key:${id}`],
      );
      expect(rows).toEqual([{ outcome: 'refused' }]);
    });
  });

  it('is changed only by who has read it', async () => {
    const { id } = await make();
    const path = `/v1/api-keys/${id}/actions/revoke`;
    expect((await gateway.api.post(path, {})).status).toBe(428);
    expect((await gateway.api.post(path, {}, { 'if-match': '"7"' })).status).toBe(412);
    expect((await act('0199f0c5-1111-7aaa-8bbb-000000000001', 'revoke')).status).toBe(404);
  });

  it.each([
    [{ roles: [] }],
    [{ roles: ['god'] }],
    [{ roles: ['viewer', 'viewer'] }],
    [{ name: '' }],
    [{ expiresInDays: 366 }],
    [{ expiresInDays: 0 }],
  ])('is not made of %j', async (fields) => {
    expect(await make(fields)).toMatchObject({ status: 400, body: { type: '/problems/invalid-input' } });
  });

  it('is made only by who may', async () => {
    const as = (roles: string[]) =>
      new ApiClient(gateway.service.url, { authorization: `Bearer ${issuer.token({ claims: { roles } })}` });
    expect((await make({}, as(['itops-operator']))).status).toBe(403);
    expect((await as(['itops-auditor']).get('/v1/api-keys')).status).toBe(200);
    expect((await make({}, as(['itops-auditor']))).status).toBe(403);
    expect((await make({}, as(['itops-admin']))).body).toMatchObject({ createdBy: 'user:anna' });
  });

  it('is found by its state', async () => {
    const { id } = await make();
    await act(id, 'revoke');
    const list = await gateway.api.get('/v1/api-keys?state=revoked&limit=200');
    expect(JSON.stringify(list.body)).toContain(id);
    expect(
      JSON.stringify((await gateway.api.get('/v1/api-keys?state=active&sort=expiresAt&limit=200')).body),
    ).not.toContain(id);
    expect(JSON.stringify(list.body)).not.toMatch(/digest|itops_\w{10}/);
  });

  it('tells when it was last used', async () => {
    const { id, secret } = await make();
    expect((await tryOut(secret)).status).toBe(200);
    await gateway.service.running.app.get(KnownApiKeys).writeUse();
    expect((await gateway.api.get(`/v1/api-keys/${id}`)).body['lastUsedAt']).toBe(clock.now().toISOString());
  });
});

describe('several gateways', () => {
  it('over one database know of each other what was made and revoked, and go on while that is away', async () => {
    const database = await createTestDatabase('shared_gateways');
    const shared = { env: { DATABASE_URL: database.url }, prefix: newPrefix() };
    const one = await startGateway(shared);
    const other = await startGateway(shared);
    const made = await make({}, one.api);
    expect((await tryOut(made.secret, other)).status).toBe(200);
    const path = `/v1/api-keys/${made.id}/actions/revoke`;
    const staying = await make({}, one.api);
    expect((await tryOut(staying.secret, other)).status).toBe(200);
    await one.api.post(path, {}, { 'if-match': '*' });
    await eventually(async () => expect((await tryOut(made.secret, other)).status).toBe(401), 2_000);
    await database.drop();
    await eventually(async () =>
      expect(JSON.stringify((await other.api.get('/readyz')).body)).toMatch(/"ready":false/),
    );
    expect((await tryOut(staying.secret, other)).status).toBe(200);
    expect((await tryOut(made.secret, other)).status).toBe(401);
    await Promise.all([one.close(), other.close()]);
  });
});
