import { type CiData, ciCreated } from '@itops/contracts';
import { isRecord, newId } from '@itops/kit';
import { type ApiResponse, eventually, identifiedAs, type TestService } from '@itops/testing';

/** A CI as cmdb-svc would tell of it. */
export function someCi(more: Partial<CiData> = {}): CiData {
  const now = new Date().toISOString();
  return {
    id: newId(),
    version: 1,
    class: 'server',
    name: `srv-${newId()}`,
    attributes: {},
    externalIds: [],
    stage: 'operate',
    operationalStatus: 'operational',
    ownerGroup: null,
    criticality: 2,
    createdAt: now,
    updatedAt: now,
    ...more,
  };
}

/** Makes the CIs known to the service, and waits until they are. */
export async function makeKnown(service: TestService, cis: readonly CiData[]): Promise<void> {
  await service.bus.emitEvents(cis.map((ci) => ciCreated.of(ci.id, ci.version, ci)));
  await eventually(async () => {
    const rows: unknown = await service.database.query('select id from known_ci where id = any ($1)', [
      cis.map(({ id }) => id),
    ]);
    expect(rows).toHaveLength(cis.length);
  });
}

/** POSTs a request for change, which must succeed. */
export async function openChange(service: TestService, body: object): Promise<Record<string, unknown>> {
  const answer = await service.api.post('/v1/changes', { title: 'Replace the disk', ...body });
  if (answer.status !== 201) throw new Error(`${answer.status}: ${JSON.stringify(answer.body)}`);
  return answer.body;
}

/** Does an action at the version given; `'*'` takes any. Somebody else approves than does all the rest. */
export function act(
  service: TestService,
  change: Record<string, unknown>,
  action: string,
  body: object = {},
  headers: Record<string, string> = {},
): Promise<ApiResponse> {
  return service.api.post(`/v1/changes/${String(change['id'])}/actions/${action}`, body, {
    'if-match': '*',
    ...identifiedAs(action === 'approve' ? 'cab' : 'bob'),
    ...headers,
  });
}

export function itemsOf(answer: ApiResponse): Record<string, unknown>[] {
  const { items } = answer.body;
  if (!Array.isArray(items)) throw new Error(`${answer.status}: ${JSON.stringify(answer.body)}`);
  return items.filter(isRecord);
}

export function expectProblem(answer: ApiResponse, status: number): void {
  expect({ status: answer.status, body: answer.body }).toMatchObject({ status, body: { status } });
  expect(answer.headers.get('content-type')).toContain('application/problem+json');
  expect(answer.body['type']).toMatch(/^\/problems\/[a-z-]+$/);
  expect(answer.body['title']).toBeTruthy();
  expect(answer.body['detail']).toBeTruthy();
}
