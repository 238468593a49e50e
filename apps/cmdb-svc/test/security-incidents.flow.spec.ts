import { type IncidentData, incidentNoted, incidentOpened, type DomainEvent } from '@itops/contracts';
import { isRecord, newId } from '@itops/kit';
import { type ApiResponse, eventually, identifiedAs, startTestService, type TestService } from '@itops/testing';

import { cmdbService } from '../src/cmdb.service';

let service: TestService;
beforeAll(async () => {
  service = await startTestService(cmdbService);
}, 120_000);
afterAll(() => service.close());

const operator = identifiedAs('user:olga', { roles: ['operator'] });
const responder = identifiedAs('user:rita', { roles: ['security-responder'] });

function incident(id: string, ciId: string, more: Partial<IncidentData> = {}): IncidentData {
  const at = '2026-05-04T10:00:00.000Z';
  return {
    ...{
      id,
      version: 1,
      number: 'INC0000007',
      title: 'Somebody is in',
      description: '',
      state: 'new',
      holdReason: null,
    },
    ...{ impact: 1, urgency: 1, priority: 1, ciId, affectedCis: [ciId], assignmentGroup: null, assignee: null },
    ...{ caller: null, source: 'manual', openedAt: at, acknowledgedAt: null, resolvedAt: null, closedAt: null },
    ...{ reopenCount: 0, reassignmentCount: 0, closeCode: null, closeNotes: null, causedByChangeId: null },
    ...{ alertCount: 0, major: null, ...more },
  };
}

async function newCi(): Promise<string> {
  const answer = await service.api.post('/v1/cis', { class: 'server', name: `srv-${newId()}` });
  return String(answer.body['id']);
}

async function statusOf(ciId: string): Promise<unknown> {
  return (await service.api.get(`/v1/cis/${ciId}`)).body['operationalStatus'];
}

function itemsOf({ body }: ApiResponse): Record<string, unknown>[] {
  return Array.isArray(body['items']) ? body['items'].filter(isRecord) : [];
}

it('a security incident moves the status of no item, and gives back what it has moved before', async () => {
  const [plain, quiet] = [await newCi(), await newCi()];
  const id = newId();
  await service.bus.emitEvents([
    incidentOpened.of(newId(), 1, incident(newId(), quiet, { security: true })),
    incidentOpened.of(id, 1, incident(id, plain)),
  ]);
  await eventually(async () => expect(await statusOf(plain)).toBe('non_operational'));
  await service.bus.emitEvents([
    incidentNoted.of(id, 2, { ...incident(id, plain, { version: 2, security: true }), note: null }),
  ]);
  await eventually(async () => expect(await statusOf(plain)).toBe('operational'));
  expect(await statusOf(quiet)).toBe('operational');
});

it('what is put aside of a security incident is shown to those alone who may see the incident', async () => {
  const kinds = { plain: newId(), security: newId() };
  const broken = (id: string, security: boolean): DomainEvent => ({
    ...incidentOpened.of(id, 1, incident(id, newId(), { security, description: 'says "security":true' })),
    data: { ...incident(id, newId(), { security, description: 'says "security":true' }), state: 'nowhere' },
  });
  await service.bus.emitEvents([broken(kinds.plain, false), broken(kinds.security, true)]);
  const seen = async (id: string, headers: Record<string, string>) =>
    itemsOf(await service.api.get(`/v1/dead-letters?aggregate=${id}`, headers));
  const [letter] = await eventually(async () => {
    const found = await seen(kinds.security, responder);
    expect(found).toHaveLength(1);
    return found;
  });
  await eventually(async () => expect(await seen(kinds.plain, operator)).toHaveLength(1));
  expect(await seen(kinds.security, operator)).toEqual([]);
  const path = `/v1/dead-letters/${String(letter?.['id'])}`;
  expect((await service.api.get(path, responder)).status).toBe(200);
  expect((await service.api.get(path, operator)).status).toBe(404);
  const groups = (headers: Record<string, string>) =>
    service.api.get(`/v1/dead-letters/groups?aggregate=${kinds.security}`, headers);
  expect(itemsOf(await groups(responder))).toHaveLength(1);
  expect(itemsOf(await groups(operator))).toEqual([]);
});
