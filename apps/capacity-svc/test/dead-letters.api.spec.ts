import { type CiData, ciCreated, ciUpdated, type DomainEvent, domainTopics } from '@itops/contracts';
import { isRecord, newId } from '@itops/kit';
import { eventually, startTestService, type TestService } from '@itops/testing';

import { capacityService } from '../src/capacity.service';

let service: TestService;

beforeAll(async () => {
  service = await startTestService(capacityService);
});
afterAll(() => service.close());

function ci(id: string, version: number): DomainEvent {
  const at = '2026-05-04T10:00:00.000Z';
  const data: CiData = {
    id,
    version,
    class: 'server',
    name: `web-${id}`,
    attributes: {},
    externalIds: [],
    stage: 'operate',
    operationalStatus: 'operational',
    ownerGroup: null,
    criticality: 2,
    createdAt: at,
    updatedAt: at,
  };
  return (version === 1 ? ciCreated : ciUpdated).of(id, version, data);
}

function itemsOf(body: Record<string, unknown>): Record<string, unknown>[] {
  return Array.isArray(body['items']) ? body['items'].filter(isRecord) : [];
}

/** Version 2 can't be understood, version 3 waits behind it. Newest first. */
async function parked(id: string): Promise<Record<string, unknown>[]> {
  await service.bus.emitEvents([ci(id, 1), { ...ci(id, 2), data: { nothing: 'of it' } }, ci(id, 3)]);
  return eventually(async () => {
    const found = itemsOf((await service.api.get(`/v1/dead-letters?aggregate=${id}`)).body);
    expect(found).toHaveLength(2);
    return found;
  });
}

function byVersion(letters: readonly Record<string, unknown>[], version: number): Record<string, unknown> {
  return letters.find((letter) => letter['aggregateVersion'] === version) ?? {};
}

describe('dead letters over HTTP', () => {
  it('are shown with all that is known of them, one by one and by cause', async () => {
    const id = newId();
    const letter = byVersion(await parked(id), 2);
    expect(letter).toMatchObject({
      service: 'capacity-svc',
      topic: domainTopics.ci.name,
      reasonKind: 'invalid-data',
      status: 'parked',
      allowedActions: ['redrive', 'discard'],
      attempts: 1,
      frame: null,
      payload: { data: { nothing: 'of it' } },
    });
    expect((await service.api.get(`/v1/dead-letters/${String(letter['id'])}`)).body).toEqual(letter);
    const groups = itemsOf((await service.api.get(`/v1/dead-letters/groups?aggregate=${id}`)).body);
    expect(groups).toHaveLength(2);
    expect(groups.find(({ reasonKind }) => reasonKind === 'invalid-data')).toMatchObject({
      service: 'capacity-svc',
      count: 1,
      exampleId: letter['id'],
      exampleReason: letter['reason'],
    });
  });

  it('are settled once under an idempotency key, and the answer stays the first', async () => {
    const letters = await parked(newId());
    const head = String(byVersion(letters, 2)['id']);
    const post = (path: string, body: object, key: string) =>
      service.api.post(`/v1/dead-letters/${path}`, body, { 'idempotency-key': key });
    const redrive = () => post(`${head}/redrive`, {}, `redrive ${head}`.replace(' ', '-'));
    const [redriven, once] = [await redrive(), await redrive()];
    expect(redriven.body).toMatchObject({ failed: 1, letter: { attempts: 2 } });
    expect(once.body).toEqual(redriven.body);
    const discard = (reason: string) => post(`${head}/discard`, { reason }, `discard-${head}`);
    const discarded = await Promise.all([discard('nobody needs it'), discard('nobody needs it')]);
    for (const answer of discarded) {
      expect(answer).toMatchObject({ status: 200, body: { redriven: 1, letter: { status: 'discarded' } } });
    }
    expect((await discard('for another reason')).status).toBe(422);
    const many = () => post('discard', { aggregate: newId(), reason: 'none is there' }, `many-${head}`);
    expect((await many()).status).toBe(200);
    expect((await many()).status).toBe(422);
  });

  it('are redriven and discarded, and say in which state they are', async () => {
    const id = newId();
    const letters = await parked(id);
    const [head, follower] = [byVersion(letters, 2), byVersion(letters, 3)].map((letter) => String(letter['id']));
    const early = await service.api.post(`/v1/dead-letters/${follower}/redrive`, {});
    expect(early.status).toBe(409);
    expect(early.body).toMatchObject({ type: '/problems/conflict', waitsFor: head });

    const again = await service.api.post(`/v1/dead-letters/${head}/redrive`, {});
    expect(again.status).toBe(200);
    expect(again.body).toMatchObject({ redriven: 0, failed: 1, letter: { status: 'parked', attempts: 2 } });

    const discarded = await service.api.post(`/v1/dead-letters/${head}/discard`, { reason: 'sent by mistake' });
    expect(discarded.status).toBe(200);
    expect(discarded.body).toMatchObject({
      redriven: 1,
      letter: { status: 'discarded', discardReason: 'sent by mistake', settledBy: 'test', allowedActions: [] },
    });
    const { body } = await service.api.get(`/v1/dead-letters/${follower}`);
    expect(body).toMatchObject({ status: 'redriven', settledBy: 'test' });

    for (const path of [`${head}/redrive`, `${head}/discard`]) {
      const refused = await service.api.post(`/v1/dead-letters/${path}`, { reason: 'again' });
      expect(refused.status).toBe(409);
      expect(refused.body).toMatchObject({ type: '/problems/illegal-transition', state: 'discarded' });
    }
    const audited: unknown = await service.database.query(
      `select action, actor, reason from audit_log where resource_id = $1 order by at`,
      [head],
    );
    expect(audited).toMatchObject([
      { action: 'redrive', actor: 'test' },
      { action: 'discard', actor: 'test', reason: 'sent by mistake' },
    ]);
  });

  it('are discarded by a filter as a task that can be looked at', async () => {
    const id = newId();
    await parked(id);
    const filter = { aggregate: id, reasonKind: 'invalid-data' };
    const task = await service.api.post('/v1/dead-letters/discard', { ...filter, reason: 'all of it' });
    expect(task.status).toBe(200);
    expect(task.body).toMatchObject({ state: 'done', action: 'discard', filter, total: 1, settled: 1, remaining: 0 });
    expect((await service.api.get(`/v1/dead-letter-tasks/${String(task.body['id'])}`)).body).toEqual(task.body);
    expect(itemsOf((await service.api.get(`/v1/dead-letters?aggregate=${id}&status=parked`)).body)).toEqual([]);
  });

  it('say what is wrong with a request', async () => {
    const unknown = newId();
    const letter = String(byVersion(await parked(newId()), 2)['id']);
    const refusals: [number, string, object][] = [
      [404, `${unknown}/redrive`, {}],
      [404, `${unknown}/discard`, { reason: 'x' }],
      [404, 'no-id/redrive', {}],
      [400, `${letter}/discard`, {}],
      [400, `${letter}/discard`, { reason: '' }],
      [400, `${letter}/discard`, { reason: 'x', surprise: 1 }],
      [400, 'redrive', {}],
      [400, 'redrive', { surprise: 'x' }],
      [400, 'redrive', { topic: 7 }],
      [400, 'discard', { topic: 'itops.ci.v1' }],
    ];
    for (const [status, path, body] of refusals) {
      const given = await service.api.post(`/v1/dead-letters/${path}`, body);
      expect([path, given.status]).toEqual([path, status]);
      expect(String(given.body['detail'])).not.toBe('');
    }
    for (const path of [unknown, `tasks/${unknown}`, 'no-id']) {
      expect((await service.api.get(`/v1/dead-letters/${path}`)).status).toBe(404);
    }
    expect((await service.api.get('/v1/dead-letters?surprise=1')).status).toBe(400);
    expect((await service.api.get('/v1/dead-letters/groups?status=odd')).status).toBe(400);
  });
});
