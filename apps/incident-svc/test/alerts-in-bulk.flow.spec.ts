import { domainTopics } from '@itops/contracts';
import { newId } from '@itops/kit';
import { ApiClient, eventually, identifiedAs } from '@itops/testing';

import { IncidentTest, rows, text } from './estate';

const at = new Date(Date.UTC(2023, 4, 1, 10)).toISOString();

let test: IncidentTest;
beforeAll(async () => {
  test = await IncidentTest.start();
});
beforeEach(async () => {
  await test.reset();
});
afterAll(() => test.close());

const bulk = (action: string, ids: unknown, api = test.service.api, headers: Record<string, string> = {}) =>
  api.post('/v1/alerts/bulk', { action, ids }, headers);

describe('many alerts', () => {
  it('are acknowledged and declared over together, which ends their incidents', async () => {
    await test.addEstate(['shop', 'mill']);
    for (const ci of ['shop', 'shop', 'mill']) await test.alert({ summary: newId(), ci, startsAt: at });
    const ids = (await test.alertsAre(3)).map((alert) => text(alert, 'id'));
    const send = () => bulk('acknowledge', ids, test.service.api, { 'idempotency-key': 'all-of-them' });
    const [acknowledged, again] = [await send(), await send()];
    expect(acknowledged.body).toMatchObject({ succeeded: 3, failed: 0 });
    expect(again.body).toEqual(acknowledged.body);
    expect(rows(acknowledged.body['items']).map(({ status, resource }) => [status, resource])).toEqual(
      await Promise.all(ids.map(async (id) => [200, (await test.service.api.get(`/v1/alerts/${id}`)).body])),
    );

    const resolved = await bulk('resolve', [...ids, ids[0], newId(), 'x']);
    expect(rows(resolved.body['items']).map(({ index, status }) => [index, status])).toEqual(
      [200, 200, 200, 409, 404, 404].map((status, index) => [index, status]),
    );
    expect(rows((await bulk('resolve', ids)).body['items']).map(({ error }) => error)).toMatchObject(
      ids.map(() => ({ type: '/problems/illegal-transition', status: 409 })),
    );
    const incidents = await test.list('/v1/incidents');
    expect(incidents.length).toBeGreaterThan(0);
    for (const incident of incidents) {
      expect(incident).toMatchObject({ state: 'resolved', closeCode: 'alerts_cleared' });
      const timeline = await test.list(`/v1/incidents/${text(incident, 'id')}/timeline`);
      const told = timeline.filter(({ summary }) => /^(Acknowledged|Declared over):/.test(String(summary)));
      expect(told).toHaveLength(2 * Number(incident['alertCount']));
    }
    for (const id of ids) {
      await test.service.bus.waitFor(
        domainTopics.alert.name,
        ({ subject, type }) => subject === id && type.includes('resolved'),
      );
    }
    const audited: { count: number }[] = await test.service.database.query(
      `select count(*)::int as count from audit_log where resource_type = 'alert' and resource_id = any($1)`,
      [ids],
    );
    expect(audited).toEqual([{ count: 6 }]);
  });

  it('of a group of others are left alone, each told so, and the attempt is in the audit trail', async () => {
    await test.alert({ summary: 'ours', startsAt: at });
    const incident = await test.oneIncident();
    expect((await test.act(incident, 'assign', { group: 'Network' })).status).toBe(200);
    const [alert = {}] = await test.alertsAre(1);
    const operator = new ApiClient(
      test.service.url,
      identifiedAs('user:olga', { roles: ['operator'], groups: ['Shop'] }),
    );
    const answer = await bulk('acknowledge', [text(alert, 'id')], operator);
    expect(answer).toMatchObject({
      status: 200,
      body: { succeeded: 0, failed: 1, items: [{ index: 0, status: 403 }] },
    });
    expect((await test.service.api.get(`/v1/alerts/${text(alert, 'id')}`)).body).toEqual(alert);
    await eventually(async () => {
      const noted: unknown[] = await test.service.database.query(
        `select 1 from audit_log where actor = 'user:olga' and resource_id = $1`,
        [text(incident, 'id')],
      );
      expect(noted).toHaveLength(1);
    });
  });

  it.each([
    ['an unknown action', 'silence', [newId()]],
    ['nothing', 'resolve', []],
    ['too many', 'resolve', Array.from({ length: 501 }, () => newId())],
    ['numbers', 'resolve', [7]],
  ])('are refused with %s', async (_, action, ids) => {
    expect((await bulk(action, ids)).status).toBe(400);
  });
});
