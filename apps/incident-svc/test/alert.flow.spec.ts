import { domainTopics } from '@itops/contracts';
import { HOUR, MINUTE, newId } from '@itops/kit';
import { eventually } from '@itops/testing';

import { etag, IncidentTest, rows, text } from './estate';

const start = Date.UTC(2023, 4, 1, 10);
const at = (millis: number) => new Date(start + millis).toISOString();

let test: IncidentTest;
beforeAll(async () => {
  test = await IncidentTest.start();
});
beforeEach(async () => {
  await test.reset();
});
afterAll(() => test.close());

describe('alerts', () => {
  it('open an incident, with its item, impact, timeline and events, and end it when they are over', async () => {
    await test.addEstate(['shop>db'], 1);
    await test.alert({ summary: 'db is slow', ci: 'db', dedupKey: 'a', startsAt: at(0) });
    const incident = await test.oneIncident();
    expect(incident).toMatchObject({
      number: 'INC0000001',
      title: 'db is slow',
      state: 'new',
      source: 'alert',
      ciId: test.idOf('db'),
      ciName: 'db',
      impact: 1,
      urgency: 1,
      priority: 1,
      alertCount: 1,
      affectedCis: [test.idOf('db'), test.idOf('shop')],
    });
    const [alert] = await test.alertsAre(1);
    expect(alert).toMatchObject({
      state: 'firing',
      occurrences: 1,
      firstSeenAt: at(0),
      ciName: 'db',
      incidentId: incident['id'],
    });
    const opened = await test.service.bus.waitFor(
      domainTopics.incident.name,
      ({ type, subject }) => type === 'itops.incident.opened.v1' && subject === incident['id'],
    );
    const fired = await test.service.bus.waitFor(
      domainTopics.alert.name,
      ({ type, subject }) => type === 'itops.alert.fired.v1' && subject === alert?.['id'],
    );
    expect(opened.event['correlationid']).toBe(fired.event['correlationid']);
    expect(opened.event['causationid']).toBe(fired.event['causationid']);
    expect(fired.data).toMatchObject({ incidentId: incident['id'], ciId: test.idOf('db') });

    await test.alert({ summary: 'db is slow', ci: 'db', dedupKey: 'a', status: 'resolved', endsAt: at(MINUTE) });
    expect(await test.oneIncident('&state=resolved')).toMatchObject({
      closeCode: 'alerts_cleared',
    });
    await test.alertsAre(1, '&state=resolved');
    const timeline = await test.list(`/v1/incidents/${text(incident, 'id')}/timeline`);
    expect(timeline.map(({ kind }) => kind)).toEqual(['alert', 'alert', 'state', 'state']);
    await eventually(() => expect(test.events(incident['id']).map(({ type }) => type)).toEqual(['opened', 'resolved']));
  });

  it('of a storm over 30 items become one incident, in whatever order and batches', async () => {
    const leaves = Array.from({ length: 30 }, (_, index) => `n${index}`);
    await test.addEstate(leaves.map((name, index) => (index < 6 ? `${name}>root` : `${name}>n${index % 6}`)));
    const shuffled = [...leaves, 'root'].sort((one, other) => hash(one) - hash(other));
    expect(shuffled.indexOf('root')).toBeGreaterThan(3);
    for (const [index, name] of shuffled.entries()) {
      await test.alert({
        summary: `${name} is down`,
        ci: { source: 'cmdb', externalId: `ext-${name}` },
        startsAt: at(index * 1000),
      });
      if (index % 10 === 5)
        await eventually(async () => expect((await test.list('/v1/alerts?limit=200')).length).toBeGreaterThan(index));
    }
    await test.alertsAre(31);
    const incident = await eventually(async () => {
      const found = await test.oneIncident();
      expect(found['alertCount']).toBe(31);
      return found;
    });
    expect(incident).toMatchObject({ ciName: 'root', source: 'alert' });
    expect(await test.list(`/v1/alerts?limit=200&incidentId=${text(incident, 'id')}`)).toHaveLength(31);
    await eventually(() => {
      const versions = test.events(incident['id']).map(({ version }) => version);
      expect(versions).toEqual(versions.map((_, index) => index + 1));
      expect(versions.length).toBe(incident['version']);
    });
  });

  it('that are sent 10,000 times are one alert', async () => {
    const data = { source: 'prom', summary: 'again and again', severity: 'error', dedupKey: 'x' };
    await Promise.all(Array.from({ length: 10_000 }, () => test.alert(data)));
    await eventually(async () => expect((await test.alertsAre(1))[0]).toMatchObject({ occurrences: 10_000 }), 50_000);
    await test.oneIncident();
    const [alert] = await test.alertsAre(1);
    const events = await eventually(() => {
      const seen = test.service.bus.all(domainTopics.alert.name).filter(({ subject }) => subject === alert?.['id']);
      expect(seen.length).toBe(alert?.['version']);
      return seen.map(({ event }) => event['aggregateversion']);
    });
    expect(events).toEqual(events.map((_, index) => index + 1));
    expect(events.length).toBeLessThan(2_000);
  });

  it('that are delivered again do no harm', async () => {
    const id = newId();
    await test.alert({ summary: 'once', dedupKey: 'x' }, id);
    await test.alert({ summary: 'once', dedupKey: 'x' }, id);
    await test.alert({ summary: 'last', dedupKey: 'x' });
    await eventually(async () => expect((await test.alertsAre(1))[0]).toMatchObject({ summary: 'last' }));
    expect((await test.alertsAre(1))[0]).toMatchObject({ occurrences: 2 });
  });

  it('that come out of order do not move the state', async () => {
    await test.alert({ summary: 'x', dedupKey: 'x', startsAt: at(HOUR) });
    await test.alert({ summary: 'x', dedupKey: 'x', status: 'resolved', endsAt: at(0) });
    await test.alert({ summary: 'unknown', dedupKey: 'y', status: 'resolved' });
    await test.alert({ summary: 'mark', dedupKey: 'x', startsAt: at(HOUR + 1) });
    await eventually(async () =>
      expect((await test.alertsAre(1))[0]).toMatchObject({ summary: 'mark', state: 'firing' }),
    );
  });

  it('that fire again soon reopen their incident; later they open another', async () => {
    const report = (minutes: number) => test.alert({ summary: 'x', dedupKey: 'x', startsAt: at(minutes * MINUTE) });
    const over = (minutes: number) =>
      test.alert({ summary: 'x', dedupKey: 'x', status: 'resolved', endsAt: at(minutes * MINUTE) });
    await report(0);
    await over(5);
    await report(15);
    await eventually(async () =>
      expect(await test.oneIncident()).toMatchObject({ state: 'in_progress', reopenCount: 1 }),
    );
    await over(20);
    await report(40);
    await eventually(async () => {
      const states = (await test.list('/v1/incidents?sort=openedAt')).map(({ state }) => state);
      expect(states).toEqual(['resolved', 'new']);
    });
    await test.alertsAre(1);
  });

  it('that are no incident by themselves only join one on their item, until they grow worse', async () => {
    await test.addEstate(['web>app']);
    await test.alert({ summary: 'warned', ci: 'app', severity: 'warning', dedupKey: 'w', startsAt: at(0) });
    await test.alertsAre(1);
    expect(await test.list('/v1/incidents')).toEqual([]);
    await test.alert({ summary: 'web down', ci: 'web', severity: 'error', dedupKey: 'e', startsAt: at(0) });
    const incident = await test.oneIncident();
    await test.alert({ summary: 'slow', ci: 'web', severity: 'info', dedupKey: 'i', startsAt: at(0) });
    await test.alertsAre(2, `&incidentId=${text(incident, 'id')}`);
    await test.alert({ summary: 'warned', ci: 'app', severity: 'critical', dedupKey: 'w', startsAt: at(0) });
    await test.alertsAre(3, `&incidentId=${text(incident, 'id')}`);
    expect(await test.oneIncident()).toMatchObject({ ciName: 'app', urgency: 1 });
  });

  it('whose item is not known yet open an incident, and are linked when it is', async () => {
    await test.alert({ summary: 'x', ci: 'late', dedupKey: 'x', annotations: { runbook: 'read me' }, startsAt: at(0) });
    expect(await test.oneIncident()).toMatchObject({ ciId: null });
    await test.addEstate(['late'], 2);
    await eventually(async () => expect(await test.oneIncident()).toMatchObject({ ciName: 'late', impact: 2 }));
    expect((await test.alertsAre(1))[0]).toMatchObject({ ciName: 'late', annotations: { runbook: 'read me' } });
  });

  it('are acknowledged and declared over by people, which ends their incident', async () => {
    await test.alert({ summary: 'x', dedupKey: 'x', startsAt: at(0) });
    const [alert = {}] = await test.alertsAre(1);
    const path = `/v1/alerts/${text(alert, 'id')}`;
    expect((await test.service.api.post(`${path}/actions/acknowledge`, {})).status).toBe(428);
    const acknowledged = await test.service.api.post(`${path}/actions/acknowledge`, {}, etag(alert));
    expect(acknowledged.body).toMatchObject({ state: 'acknowledged', allowedActions: ['resolve'] });
    expect((await test.service.api.post(`${path}/actions/resolve`, {}, etag(alert))).status).toBe(412);
    expect((await test.service.api.post(`${path}/actions/resolve`, {}, { 'if-match': '*' })).status).toBe(200);
    expect((await test.service.api.post(`${path}/actions/resolve`, {}, { 'if-match': '*' })).status).toBe(409);
    expect((await test.service.api.post(`${path}/actions/silence`, {}, { 'if-match': '*' })).body).toMatchObject({
      status: 404,
      actions: ['acknowledge', 'resolve'],
    });
    expect(await test.oneIncident()).toMatchObject({ state: 'resolved', closeCode: 'alerts_cleared' });
  });

  it('on items beside each other that begin together become one incident, and its timeline says why', async () => {
    await test.addEstate(['Shop>search', 'Shop>balancer', 'Shop>mail']);
    await test.alert({ summary: 'search', ci: 'search', startsAt: at(0) });
    const incident = await test.oneIncident();
    await test.alert({ summary: 'balancer', ci: 'balancer', startsAt: at(4 * MINUTE) });
    await test.alertsAre(2, `&incidentId=${text(incident, 'id')}`);
    // Neither is its likely origin any more than the other; it is still found by both.
    await test.alert({ summary: 'mail', ci: 'mail', startsAt: at(13 * MINUTE) });
    await test.alertsAre(3, `&incidentId=${text(incident, 'id')}`);
    const impact = await test.service.api.get(`/v1/incidents/${text(incident, 'id')}/impact`);
    expect(impact.body).toMatchObject({ ciId: test.idOf('search'), truncated: false });
    expect(rows(impact.body['items'])).toMatchObject([
      { ciName: 'balancer', distance: 0, effect: 'degraded' },
      { ciName: 'mail', distance: 0 },
      { ciName: 'Shop', distance: 1, effect: 'down' },
    ]);
    const timeline = await test.list(`/v1/incidents/${text(incident, 'id')}/timeline`);
    expect(timeline.map(({ summary }) => summary)).toEqual(
      expect.arrayContaining([
        'critical alert "balancer" joined: balancer and search both hit Shop, and began within 4 minutes of each other',
        'critical alert "mail" joined: mail and balancer both hit Shop, and began within 9 minutes of each other',
      ]),
    );
  });

  it('connecting two open incidents join the older, which says so', async () => {
    await test.addEstate(['shop>db', 'shop>mail']);
    await test.alert({ summary: 'mail', ci: 'mail', startsAt: at(0) });
    const older = await test.oneIncident();
    await test.alert({ summary: 'db', ci: 'db', startsAt: at(30 * MINUTE) });
    await eventually(async () => expect(await test.list('/v1/incidents')).toHaveLength(2));
    await test.alert({ summary: 'shop', ci: 'shop', startsAt: at(31 * MINUTE) });
    const alerts = await test.alertsAre(3);
    expect(alerts.find(({ ciName }) => ciName === 'shop')?.['incidentId']).toBe(older['id']);
    const { body } = await test.service.api.get(`/v1/incidents/${text(older, 'number')}/timeline`);
    expect(rows(body['items']).map(({ summary }) => summary)).toContain(
      'This alert also connects with INC0000002; it joined the older incident',
    );
  });
});

/** Any fixed disorder. */
function hash(name: string): number {
  return [...name].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) % 1009, 7);
}
