import { type Role } from '@itops/kit';
import { type ApiResponse, eventually, identifiedAs } from '@itops/testing';

import { IncidentTest } from './estate';

let test: IncidentTest;
beforeAll(async () => {
  test = await IncidentTest.start();
}, 120_000);
afterAll(() => test.close());

const operator = (...groups: string[]) => identifiedAs('user:olga', { roles: ['operator'], groups });

async function open(fields: object = {}): Promise<string> {
  const { status, body } = await test.service.api.post('/v1/incidents', { title: 'Shop is slow', ...fields });
  expect([status, body]).toEqual([201, body]);
  return String(body['id']);
}

function assign(id: string, to: object, headers: Record<string, string>): Promise<ApiResponse> {
  return test.service.api.post(`/v1/incidents/${id}/actions/assign`, to, { 'if-match': '*', ...headers });
}

it("an operator acts on what is their group's or nobody's, and may give it away, but not take it", async () => {
  const id = await open();
  const edit = (headers: Record<string, string>) =>
    test.service.api.patch(`/v1/incidents/${id}`, { urgency: 1 }, { 'if-match': '*', ...headers });
  expect((await edit(operator('web'))).status).toBe(200);
  expect((await assign(id, { group: 'web' }, operator('web'))).status).toBe(200);
  expect((await edit(operator('web', 'mail'))).status).toBe(200);
  expect((await assign(id, { group: 'storage' }, operator('web'))).body).toMatchObject({ assignmentGroup: 'storage' });
  for (const to of [{ group: 'web' }, { group: null }, { assignee: 'olga' }]) {
    const taken = await assign(id, to, operator('web'));
    expect([taken.status, taken.body['permission']]).toEqual([403, 'incident:act-any-group']);
  }
  expect((await edit(operator('web'))).status).toBe(403);
  expect((await assign(id, { group: 'web' }, identifiedAs('user:lead'))).status).toBe(200);
});

it('the group counts that the incident has when it is done: of two at once one takes it, and the other is refused', async () => {
  for (let round = 0; round < 5; round++) {
    const id = await open();
    const [web, mail] = await Promise.all([
      assign(id, { group: 'web' }, operator('web')),
      assign(id, { group: 'mail' }, operator('mail')),
    ]);
    expect([web.status, mail.status].sort()).toEqual([200, 403]);
  }
});

describe('a security incident that alerts have opened', () => {
  const resolver = (role: Role) => identifiedAs(`user:${role}`, { roles: [role] });

  /** Resolves the one alert of a new one; gives the incident as it then is. */
  async function resolveAlertOf(name: string, isSecurity: boolean, role: Role): Promise<Record<string, unknown>> {
    const { api } = test.service;
    await test.addEstate([name]);
    await test.alert({ summary: name, dedupKey: name, ci: name });
    const [alert] = await eventually(async () => {
      const alerts = await test.list(`/v1/alerts?dedupKey=${name}`);
      expect(alerts).toMatchObject([{ incidentId: expect.any(String) }]);
      return alerts;
    });
    const path = `/v1/incidents/${String(alert?.['incidentId'])}`;
    const marked = await api.patch(path, { security: isSecurity, urgency: 2 }, { 'if-match': '*' });
    expect(marked.body).toMatchObject({ security: isSecurity, source: 'alert' });
    const action = `/v1/alerts/${String(alert?.['id'])}/actions/resolve`;
    const resolved = await api.post(action, {}, { 'if-match': '*', ...resolver(role) });
    expect(resolved.body).toMatchObject({ state: 'resolved' });
    return (await api.get(path)).body;
  }

  it('is not ended by its alerts, whoever resolves them, and least of all by who may not see it', async () => {
    const open = { state: 'new', closeCode: null };
    const over = { state: 'resolved', closeCode: 'alerts_cleared' };
    expect(await resolveAlertOf('hidden', true, 'operator')).toMatchObject(open);
    expect(await resolveAlertOf('seen', true, 'security-responder')).toMatchObject(open);
    expect(await resolveAlertOf('plain', false, 'operator')).toMatchObject(over);
  });
});
