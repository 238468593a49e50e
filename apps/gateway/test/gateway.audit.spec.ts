import { auditSealed, type AuditSealedData, auditTopics, type SealedAuditRow } from '@itops/contracts';
import { isRecord, newId } from '@itops/kit';
import { eventually } from '@itops/testing';

import { type GatewayUnderTest, startGateway, TEST_KEY } from './gateway-under-test';

const HASH = 'ab'.repeat(32);
const chain = newId();
const flow = newId();

function row(seq: number, fields: Partial<SealedAuditRow> = {}): SealedAuditRow {
  return {
    ...{ seq, id: newId(), at: `2026-05-04T10:00:${String(seq % 60).padStart(2, '0')}.000Z` },
    ...{ actor: 'user:1', credential: 'jwt:k', action: 'update', resourceType: 'incident', resourceId: `i${seq % 7}` },
    ...{
      outcome: 'done',
      attempts: 1,
      correlationId: flow,
      causationId: null,
      requestId: `r${seq}`,
      traceparent: null,
    },
    digests: { before: HASH, after: HASH, reason: null },
    ...{ previousHash: HASH, hash: HASH },
    content: { salt: '0a'.repeat(16), before: { n: seq }, after: { n: seq + 1 }, reason: null },
    ...fields,
  };
}

describe('the audit trail at the gateway', () => {
  let gateway: GatewayUnderTest;
  let version = 0;

  beforeAll(async () => {
    gateway = await startGateway();
  });

  afterAll(() => gateway.close());

  async function tell(data: Partial<AuditSealedData>): Promise<void> {
    const whole = { chain, service: 'incident-svc', rows: [], checkpoint: null, erased: [], ...data };
    await gateway.service.bus.emitEvents([auditSealed.of(chain, ++version, whole)], 'incident-svc');
  }

  async function items(query: string): Promise<Record<string, unknown>[]> {
    const { status, body } = await gateway.api.get(`/v1/audit?${query}`);
    expect({ status, body }).toMatchObject({ status: 200 });
    const { items: found } = body;
    return Array.isArray(found) ? found.filter(isRecord) : [];
  }

  async function exported(query = ''): Promise<Record<string, unknown>[]> {
    const answer = await fetch(`${gateway.service.url}/v1/audit/export?${query}`, {
      headers: { authorization: `Bearer ${TEST_KEY}` },
    });
    expect(answer.status).toBe(200);
    expect(answer.headers.get('content-type')).toContain('application/x-ndjson');
    const lines = (await answer.text()).trimEnd().split('\n');
    return lines.map((line): unknown => JSON.parse(line)).filter(isRecord);
  }

  it('is listed by who, what, where, outcome, flow and time, newest first, erased where that was told, and exported whole', async () => {
    const checkpoint = {
      ...{ chain, service: 'incident-svc', seq: 2, hash: HASH, at: '2026-05-04T10:00:02.000Z' },
      ...{ keyId: 'k', signature: 's' },
    };
    await tell({
      rows: [row(1, { at: '2026-05-04T09:00:00.000Z' }), row(2, { actor: 'key:2', action: 'resolve' })],
      checkpoint,
    });
    const rest = Array.from({ length: 450 }, (_, index) => row(index + 3));
    await tell({ rows: [...rest, row(453, { outcome: 'refused', attempts: 4, actor: 'user:9' })] });
    await tell({ erased: [1] });
    await eventually(async () => {
      expect(await items(`service=incident-svc&outcome=refused`)).toHaveLength(1);
      const [first] = await items(`service=incident-svc&sort=at&limit=1`);
      expect(first).toMatchObject({ seq: 1, hasContent: false, before: null });
    });
    expect(await items('actor=key:2')).toMatchObject([
      { action: 'resolve', seq: 2, before: { n: 2 }, after: { n: 3 }, requestId: 'r2', credential: 'jwt:k' },
    ]);
    expect(await items('actor=user:9')).toMatchObject([{ outcome: 'refused', attempts: 4 }]);
    expect(await items('action=resolve&resourceType=incident&resourceId=i2')).toHaveLength(1);
    expect(await items(`correlationId=${flow}&at>=2026-05-04T10:00:59Z&limit=200`)).toHaveLength(7);
    const { body } = await gateway.api.get(`/v1/audit?service=incident-svc&limit=200`);
    const cursor = String(body['nextCursor']);
    expect(await items(`service=incident-svc&limit=200&cursor=${cursor}`)).toHaveLength(200);
    const [one] = await items('actor=user:9');
    expect((await gateway.api.get(`/v1/audit/entries/${String(one?.['id'])}`)).body).toEqual(one);
    expect((await gateway.api.get(`/v1/audit/entries/${newId()}`)).status).toBe(404);

    const lines = await exported('service=incident-svc');
    expect(lines[0]).toMatchObject({ kind: 'export', version: 1, service: 'incident-svc' });
    expect(lines.slice(1, 4)).toMatchObject([
      { kind: 'row', seq: 1, content: null, digests: { before: HASH } },
      { kind: 'row', seq: 2, content: { salt: '0a'.repeat(16), before: { n: 2 } } },
      { kind: 'checkpoint', ...checkpoint },
    ]);
    expect(lines.filter(({ kind }) => kind === 'row').map(({ seq }) => seq)).toEqual(
      Array.from({ length: 453 }, (_, index) => index + 1),
    );
    expect(lines.at(-1)).toEqual({ kind: 'end', rows: 453 });
    const part = await exported('service=incident-svc&from=2026-05-05T09:59:59%2B23:59');
    // Without gaps, though only some rows are of that time.
    expect(part.filter(({ kind }) => kind === 'row').map(({ seq }) => seq)).toEqual(
      Array.from({ length: 453 - 58 }, (_, index) => index + 59),
    );
  });

  it('forgets a person by their stable name, and tells each service to erase by what they are called', async () => {
    const { database, bus } = gateway.service;
    await database.query(`insert into person values ('user:77', 'Ann Smith', 'ann@example.org', now())`);
    const named = await gateway.api.post('/v1/audit/erasures', { subject: 'user:77', reason: 'Ann Smith asked' });
    expect(named).toMatchObject({ status: 400, body: { errors: [{ pointer: '/reason' }] } });
    const answer = await gateway.api.post('/v1/audit/erasures', { subject: 'user:77', reason: 'they asked' });
    expect(answer.status).toBe(202);
    const { erasures } = answer.body;
    const ordered = await eventually(() => {
      const seen = bus.all(auditTopics.erasure.name);
      expect(seen).toHaveLength(2);
      return seen;
    });
    expect(ordered.map(({ data }) => data['subject']).sort()).toEqual(['Ann Smith', 'ann@example.org']);
    expect(ordered.map(({ subject }) => subject).sort()).toEqual([erasures].flat().sort());
    expect(await database.query(`select 1 from person where subject = 'user:77'`)).toEqual([]);
    // The gateway erases in its own trail, too.
    await eventually(async () => {
      expect(await items('service=gateway&resourceType=erasure&action=erase')).toHaveLength(2);
      expect(await items('service=gateway&resourceType=erasure&action=order')).toMatchObject([
        { actor: 'admin', reason: 'they asked' },
        { actor: 'admin', reason: 'they asked' },
      ]);
    });
  });

  it('tells also of itself: who exported it', async () => {
    await exported('service=nobody');
    await eventually(async () => {
      expect(await items('service=gateway&action=export&resourceId=nobody')).toMatchObject([
        { actor: 'admin', credential: 'admin-key', resourceType: 'audit-trail', seq: expect.any(Number) },
      ]);
    });
  });
});
