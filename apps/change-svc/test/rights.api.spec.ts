import { eventually, identifiedAs, startTestService, type TestService } from '@itops/testing';

import { changeService } from '../src/change.service';
import { CHANGE_ACTIONS } from '../src/domain/change.lifecycle';
import { act, expectProblem, itemsOf, openChange } from './service-under-test';

let service: TestService;
beforeAll(async () => {
  service = await startTestService(changeService);
}, 120_000);
afterAll(() => service.close());

const operator = (name: string, ...groups: string[]) => identifiedAs(name, { roles: ['operator'], groups });
const approver = (name: string, ...principals: string[]) => identifiedAs(name, { roles: ['approver'], principals });

const BODIES: Readonly<Record<string, object>> = {
  reject: { reason: 'x' },
  fail: { reason: 'x' },
  cancel: { reason: 'x' },
  close: { closeCode: 'successful' },
};

async function read(change: Record<string, unknown>): Promise<Record<string, unknown>> {
  return (await service.api.get(`/v1/changes/${String(change['id'])}`)).body;
}

describe('a standard change', () => {
  it('is opened by those alone who may approve it in advance', async () => {
    const body = { title: 'Rotate the logs', type: 'standard' };
    const refused = await service.api.post('/v1/changes', body, operator('user:nina', 'network'));
    expectProblem(refused, 403);
    expect(refused.body).toMatchObject({ permission: 'change:open-standard' });
    const manager = identifiedAs('user:cm', { roles: ['change-manager'] });
    expect((await service.api.post('/v1/changes', body, manager)).status).toBe(201);
  });
});

describe('work on a change', () => {
  const ofGroup = CHANGE_ACTIONS.filter((action) => action !== 'approve' && action !== 'reject');

  it.each(ofGroup)("is not done by another group's operator: %s", async (action) => {
    const change = await openChange(service, { assignmentGroup: 'storage' });
    const foreign = await act(service, change, action, BODIES[action], operator('user:nina', 'network'));
    expectProblem(foreign, 403);
    expect(foreign.body).toMatchObject({ permission: 'change:act-any-group' });
    expect(foreign.body['detail']).toContain("'storage'");
    expect(await read(change)).toEqual(change);
  });

  it('is edited and moved by its own group, by anybody while nobody has it, and by who may act for all', async () => {
    const path = (change: Record<string, unknown>) => `/v1/changes/${String(change['id'])}`;
    const edit = (change: Record<string, unknown>, headers: Record<string, string>, body: object = { title: 'new' }) =>
      service.api.patch(path(change), body, { 'if-match': '*', ...headers });

    const ofStorage = await openChange(service, { assignmentGroup: 'storage' });
    expectProblem(await edit(ofStorage, operator('user:nina', 'network')), 403);
    expectProblem(await edit(ofStorage, operator('user:nina', 'network'), { assignmentGroup: 'network' }), 403);
    expectProblem(await edit(ofStorage, operator('user:nina', 'network'), { assignmentGroup: null }), 403);
    expect((await edit(ofStorage, operator('user:sam', 'storage'))).status).toBe(200);
    expect((await edit(ofStorage, identifiedAs('user:cm', { roles: ['change-manager'] }), { impact: 1 })).status).toBe(
      200,
    );
    const ofNobody = await openChange(service, {});
    expect((await edit(ofNobody, operator('user:nina', 'network'))).status).toBe(200);
    expect((await edit(ofStorage, operator('user:sam', 'storage'), { assignmentGroup: 'network' })).status).toBe(200);
    expectProblem(await edit(ofStorage, operator('user:sam', 'storage'), { assignmentGroup: 'storage' }), 403);
  });

  it('decides by the group that the change has when it is done, not when it was asked', async () => {
    for (let round = 0; round < 5; round++) {
      const change = await openChange(service, {});
      const path = `/v1/changes/${String(change['id'])}`;
      const [taken, foreign] = await Promise.all([
        service.api.patch(path, { assignmentGroup: 'storage' }, { 'if-match': '*' }),
        act(service, change, 'cancel', BODIES['cancel'], operator('user:nina', 'network')),
      ]);
      expect([200, 409]).toContain(taken.status);
      expect([200, 403]).toContain(foreign.status);
      const history = itemsOf(await service.api.get(`${path}/history`)).map(({ action }) => action);
      expect(history).toEqual(
        foreign.status === 403 ? ['create', 'edit'] : taken.status === 409 ? ['create', 'cancel'] : ['create', 'never'],
      );
    }
  });
});

describe('an approval', () => {
  it('is not given by who stands behind the change by any of their keys, and needs no group', async () => {
    const change = await openChange(service, { assignmentGroup: 'storage', requestedBy: 'somebody else' });
    await act(service, change, 'request-approval', {}, operator('user:sam', 'storage'));
    for (const headers of [
      approver('test'),
      approver('key:1', 'test'),
      approver('user:sam'),
      approver('key:2', 'user:sam'),
    ]) {
      const own = await act(service, change, 'approve', {}, headers);
      expectProblem(own, 403);
      expect(own.body['detail']).toContain('own change');
    }
    expect((await read(change))['state']).toBe('assess');
    await eventually(async () => {
      const refused: unknown[] = await service.database.query(
        `select 1 from audit_log where resource_id = $1 and outcome = 'refused' and action = 'change:approve'`,
        [change['id']],
      );
      expect(refused).toHaveLength(4);
    });
    const history = itemsOf(await service.api.get(`/v1/changes/${String(change['id'])}/history`));
    expect(history.map(({ action }) => action)).toEqual(['create', 'request-approval']);
    expect((await act(service, change, 'approve', {}, approver('user:cab'))).body).toMatchObject({
      state: 'authorize',
    });
  });

  it('is not shown who is barred from it', async () => {
    const change = await openChange(service, {});
    expect(JSON.stringify(await read(change))).not.toContain('authors');
    expect(JSON.stringify(await service.api.get(`/v1/changes/${String(change['id'])}/history`))).not.toContain(
      'authors',
    );
  });

  it('is given by one only, when its author and another ask at once', async () => {
    for (let round = 0; round < 5; round++) {
      const change = await openChange(service, {});
      await act(service, change, 'request-approval');
      const [own, others] = await Promise.all([
        act(service, change, 'approve', {}, approver('bob')),
        act(service, change, 'approve', {}, approver('user:cab')),
      ]);
      expect([403, 409]).toContain(own.status);
      expect(others.status).toBe(200);
    }
  });

  it('and an edit of the plan by the same person never both stand', async () => {
    for (let round = 0; round < 8; round++) {
      const change = await openChange(service, {});
      await act(service, change, 'request-approval');
      const both = { roles: ['change-manager'] as const };
      const [edited, approved] = await Promise.all([
        service.api.patch(
          `/v1/changes/${String(change['id'])}`,
          { implementationPlan: 'mine' },
          { 'if-match': '*', ...identifiedAs('user:eve', both) },
        ),
        act(service, change, 'approve', {}, identifiedAs('user:eve', both)),
      ]);
      expect([
        [200, 403],
        [409, 200],
      ]).toContainEqual([edited.status, approved.status]);
    }
  });

  it('holds for the plan as it was: an edit afterwards is refused and says what to do', async () => {
    const change = await openChange(service, { type: 'emergency' });
    await act(service, change, 'request-approval');
    await act(service, change, 'approve');
    const path = `/v1/changes/${String(change['id'])}`;
    const late = await service.api.patch(path, { backoutPlan: 'none' }, { 'if-match': '*' });
    expectProblem(late, 409);
    expect(late.body).toMatchObject({ fields: ['backoutPlan'], allowedActions: expect.arrayContaining(['reject']) });
    expect((await act(service, change, 'reject', BODIES['reject'])).body).toMatchObject({ state: 'new' });
    expect((await service.api.patch(path, { backoutPlan: 'none' }, { 'if-match': '*' })).status).toBe(200);
  });
});
