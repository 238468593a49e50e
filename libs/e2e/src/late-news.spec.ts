import { answerOf, ifMatch, type OpsClient, type Schemas } from '@itops/client';
import { HOUR, MINUTE } from '@itops/kit';
import { eventually } from '@itops/testing';

import { startWholeSystem, type WholeSystem } from './whole-system';

const BEGIN = '2026-03-02T08:00:00.000Z';

describe('a day on which the news come late', () => {
  let system: WholeSystem;
  let client: OpsClient;
  let incidentId: string;

  const at = (millis: number): string => new Date(Date.parse(BEGIN) + millis).toISOString();
  const suspectsOf = async (id: string): Promise<Schemas['SuspectDto'][]> =>
    (await answerOf(client.GET('/v1/incidents/{id}/suspects', { params: { path: { id } } }))).items;
  const suspects = async (): Promise<string[]> => (await suspectsOf(incidentId)).map(({ title }) => title);
  /** The incident by its id, in the version that it has now. */
  const asItIs = async () => {
    const path = { id: incidentId };
    return { path, header: ifMatch(await answerOf(client.GET('/v1/incidents/{id}', { params: { path } }))) };
  };
  const alertIncidents = async (state: Schemas['IncidentResource']['state'][] = []) => {
    const query = { source: ['alert' as const], ...(state.length === 0 ? {} : { state }) };
    return (await answerOf(client.GET('/v1/incidents', { params: { query } }))).items;
  };
  const deploy = async (ref: string, ci: string, startedAt: number): Promise<void> => {
    const report = { source: 'pipeline', externalRef: ref, title: ref, ci };
    const reports = [
      { ...report, status: 'started' as const, at: at(startedAt) },
      { ...report, status: 'succeeded' as const, at: at(startedAt + 2 * MINUTE) },
    ];
    expect(await answerOf(client.POST('/v1/deployments', { body: reports }))).toMatchObject({ accepted: 2 });
  };

  beforeAll(async () => {
    system = await startWholeSystem(BEGIN);
    client = system.client;
    const found = await answerOf(
      client.POST('/v1/discovery', {
        body: {
          source: 'estate',
          items: [
            { class: 'web_application', externalId: 'front', name: 'storefront' },
            { class: 'application_service', externalId: 'pay', name: 'payment' },
            { class: 'database_instance', externalId: 'db', name: 'payment-db' },
          ],
          relationships: [
            { type: 'Depends on', parent: { externalId: 'front' }, child: { externalId: 'pay' } },
            { type: 'Depends on', parent: { externalId: 'pay' }, child: { externalId: 'db' } },
          ],
        },
      }),
    );
    expect(found).toMatchObject({ created: 3 });
    // An incident by hand shows when the other services know the estate.
    await eventually(async () => {
      const body = { title: 'Is the estate known?', ci: 'payment-db' };
      const asked = await answerOf(client.POST('/v1/incidents', { body }));
      const path = { id: asked.id };
      const { items } = await answerOf(client.GET('/v1/incidents/{id}/impact', { params: { path } }));
      await client.POST('/v1/incidents/{id}/actions/cancel', {
        params: { path, header: ifMatch(asked) },
        body: { reason: 'a question' },
      });
      expect(items).toHaveLength(2);
    });
  }, 120_000);

  afterAll(() => system?.close(), 60_000);

  const opensAnIncidentWithoutASuspect = async (): Promise<void> => {
    system.clock.advance(5 * MINUTE);
    const critical = { source: 'mon', severity: 'critical' } as const;
    const alerts = [
      { ...critical, dedupKey: 'pay', summary: 'payment fails', ci: 'payment', startsAt: at(4 * MINUTE) },
      { ...critical, dedupKey: 'front', summary: 'storefront fails', ci: 'storefront', startsAt: at(5 * MINUTE) },
    ];
    const sent = await answerOf(client.POST('/v1/alerts', { body: alerts }));
    expect(sent).toMatchObject({ accepted: 2, rejected: [] });
    await eventually(async () => {
      const [incident, ...others] = await alertIncidents();
      expect(others).toEqual([]);
      expect(incident).toMatchObject({ alertCount: 2, ciName: 'payment', openedAt: at(5 * MINUTE) });
      incidentId = incident?.id ?? '';
    });
    expect(await suspects()).toEqual([]);
  };

  const findsTheSuspect = async (): Promise<void> => {
    system.clock.advance(3 * HOUR);
    await deploy('payment-db 14.2', 'payment-db', -MINUTE);
    await eventually(async () => expect(await suspects()).toEqual(['payment-db 14.2']));
    const [suspect] = await suspectsOf(incidentId);
    expect(suspect).toMatchObject({
      path: [{ ciName: 'payment-db' }, { ciName: 'payment' }],
      reasons: expect.arrayContaining([expect.objectContaining({ kind: 'time' })]),
    });
  };

  const stampsWhatPeopleDo = async (): Promise<void> => {
    system.clock.set(at(4 * HOUR));
    const assignment = { group: 'payments', assignee: 'anna' };
    await client.POST('/v1/incidents/{id}/actions/assign', { params: await asItIs(), body: assignment });
    const start = async () =>
      answerOf(client.POST('/v1/incidents/{id}/actions/start', { params: await asItIs(), body: {} }));
    expect(await start()).toMatchObject({ state: 'in_progress', acknowledgedAt: at(4 * HOUR) });
    system.clock.advance(HOUR);
    const body = { closeCode: 'fixed', closeNotes: 'rolled back' };
    const resolved = client.POST('/v1/incidents/{id}/actions/resolve', { params: await asItIs(), body });
    expect(await answerOf(resolved)).toMatchObject({
      ...{ state: 'resolved', resolvedAt: at(5 * HOUR) },
      allowedActions: expect.arrayContaining(['reopen', 'close']),
    });
    await expect(start()).rejects.toMatchObject({ status: 409, type: '/problems/illegal-transition' });
  };

  const looksForNoFurtherSuspects = async (): Promise<void> => {
    system.clock.set(at(8 * HOUR));
    await deploy('payment 9.1', 'payment', 0);
    await eventually(async () => {
      const query = { source: ['deployment' as const], state: ['closed' as const] };
      const { items } = await answerOf(client.GET('/v1/changes', { params: { query } }));
      expect(items).toHaveLength(2);
    });
    // The next alert goes through the same consumer group order of time: once it is there, the change has been seen too.
    const alert = { source: 'mon', dedupKey: 'next-day', summary: 'payment fails anew', ci: 'payment' };
    await client.POST('/v1/alerts', { body: { ...alert, severity: 'critical', startsAt: at(8 * HOUR) } });
    await eventually(async () => {
      const [open, ...others] = await alertIncidents(['new']);
      expect(others).toEqual([]);
      expect((await suspectsOf(open?.id ?? '')).map(({ title }) => title)).toContain('payment 9.1');
    });
    expect(await suspects()).toEqual(['payment-db 14.2']);
  };

  it('opens an incident, finds its suspect late, stamps what people do, and then looks no further', async () => {
    await opensAnIncidentWithoutASuspect();
    await findsTheSuspect();
    await stampsWhatPeopleDo();
    await looksForNoFurtherSuspects();
  }, 120_000);
});
