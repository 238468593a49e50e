import { HOUR, isRecord, MINUTE } from '@itops/kit';
import { type ApiResponse, eventually } from '@itops/testing';

import { startWholeSystem, type WholeSystem } from './whole-system';

const BEGIN = '2026-03-02T08:00:00.000Z';

describe('a day on which the news come late', () => {
  let system: WholeSystem;
  let incidentId: string;

  const at = (millis: number): string => new Date(Date.parse(BEGIN) + millis).toISOString();
  const items = (answer: ApiResponse): Record<string, unknown>[] =>
    Array.isArray(answer.body['items']) ? answer.body['items'].filter(isRecord) : [];
  const suspects = async (): Promise<unknown[]> =>
    items(await system.api.get(`/v1/incidents/${incidentId}/suspects`)).map((suspect) => suspect['title']);
  const act = async (action: string, body: object): Promise<ApiResponse> => {
    const { headers } = await system.api.get(`/v1/incidents/${incidentId}`);
    return system.api.post(`/v1/incidents/${incidentId}/actions/${action}`, body, {
      'if-match': headers.get('etag') ?? '',
    });
  };
  const deploy = async (ref: string, ci: string, startedAt: number): Promise<void> => {
    const report = { source: 'pipeline', externalRef: ref, title: ref, ci };
    const answer = await system.api.post('/v1/deployments', [
      { ...report, status: 'started', at: at(startedAt) },
      { ...report, status: 'succeeded', at: at(startedAt + 2 * MINUTE) },
    ]);
    expect(answer.status).toBe(202);
  };

  beforeAll(async () => {
    system = await startWholeSystem(BEGIN);
    const found = await system.api.post('/v1/discovery', {
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
    });
    expect(found.body).toMatchObject({ created: 3 });
    // An incident by hand shows when the other services know the estate.
    await eventually(async () => {
      const asked = await system.api.post('/v1/incidents', { title: 'Is the estate known?', ci: 'payment-db' });
      expect(asked.status).toBe(201);
      const impact = await system.api.get(`/v1/incidents/${String(asked.body['id'])}/impact`);
      await system.api.post(
        `/v1/incidents/${String(asked.body['id'])}/actions/cancel`,
        { reason: 'a question' },
        { 'if-match': '*' },
      );
      expect(items(impact)).toHaveLength(2);
    });
  }, 120_000);

  afterAll(() => system?.close(), 60_000);

  const opensAnIncidentWithoutASuspect = async (): Promise<void> => {
    system.clock.advance(5 * MINUTE);
    const sent = await system.api.post('/v1/alerts', [
      {
        source: 'mon',
        dedupKey: 'pay',
        summary: 'payment fails',
        severity: 'critical',
        ci: 'payment',
        startsAt: at(4 * MINUTE),
      },
      {
        source: 'mon',
        dedupKey: 'front',
        summary: 'storefront fails',
        severity: 'critical',
        ci: 'storefront',
        startsAt: at(5 * MINUTE),
      },
    ]);
    expect(sent).toMatchObject({ status: 202, body: { accepted: 2, rejected: [] } });
    await eventually(async () => {
      const [incident, ...others] = items(await system.api.get('/v1/incidents?source=alert'));
      expect(others).toEqual([]);
      expect(incident).toMatchObject({ alertCount: 2, ciName: 'payment', openedAt: at(5 * MINUTE) });
      incidentId = String(incident?.['id']);
    });
    expect(await suspects()).toEqual([]);
  };

  const findsTheSuspect = async (): Promise<void> => {
    system.clock.advance(3 * HOUR);
    await deploy('payment-db 14.2', 'payment-db', -MINUTE);
    await eventually(async () => expect(await suspects()).toEqual(['payment-db 14.2']));
    const [suspect] = items(await system.api.get(`/v1/incidents/${incidentId}/suspects`));
    expect(suspect).toMatchObject({
      path: [{ ciName: 'payment-db' }, { ciName: 'payment' }],
      reasons: expect.arrayContaining([expect.objectContaining({ kind: 'time' })]),
    });
  };

  const stampsWhatPeopleDo = async (): Promise<void> => {
    system.clock.set(at(4 * HOUR));
    expect((await act('assign', { group: 'payments', assignee: 'anna' })).status).toBe(200);
    expect((await act('start', {})).body).toMatchObject({ state: 'in_progress', acknowledgedAt: at(4 * HOUR) });
    system.clock.advance(HOUR);
    expect((await act('resolve', { closeCode: 'fixed', closeNotes: 'rolled back' })).body).toMatchObject({
      state: 'resolved',
      resolvedAt: at(5 * HOUR),
    });
    expect((await act('start', {})).body).toMatchObject({
      status: 409,
      allowedActions: expect.arrayContaining(['reopen', 'close']),
    });
  };

  const looksForNoFurtherSuspects = async (): Promise<void> => {
    system.clock.set(at(8 * HOUR));
    await deploy('payment 9.1', 'payment', 0);
    await eventually(async () => {
      const changes = items(await system.api.get('/v1/changes?source=deployment'));
      expect(changes.filter((change) => change['state'] === 'closed')).toHaveLength(2);
    });
    // The next alert goes through the same consumer group order of time: once it is there, the change has been seen too.
    await system.api.post('/v1/alerts', {
      source: 'mon',
      dedupKey: 'next-day',
      summary: 'payment fails anew',
      severity: 'critical',
      ci: 'payment',
      startsAt: at(8 * HOUR),
    });
    await eventually(async () => {
      const open = items(await system.api.get('/v1/incidents?source=alert&state=new'));
      expect(open).toHaveLength(1);
      const found = items(await system.api.get(`/v1/incidents/${String(open[0]?.['id'])}/suspects`));
      expect(found.map((suspect) => suspect['title'])).toContain('payment 9.1');
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
