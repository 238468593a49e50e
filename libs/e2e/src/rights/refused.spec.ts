import { generateKeyPairSync } from 'node:crypto';

import { IDENTITY_HEADER, isPermission, isRecord, newId, PERMISSIONS } from '@itops/kit';
import { issueIdentity } from '@itops/platform';
import { eventually, identifiedAs, type TestService } from '@itops/testing';

import { type EveryService, type Operation, operationsOf, startEveryService } from './every-service';

const SERVICES = ['cmdb', 'incident', 'change', 'capacity'] as const;

let all: EveryService;
/** Of each kind of resource one that is there, by the path that lists it. */
const examples = new Map<string, string>();

beforeAll(async () => {
  all = await startEveryService();
  const { cmdb, incident, change, capacity } = all;
  const add = async (service: TestService, path: string, body: object): Promise<string> => {
    const answer = await service.api.post(path, body);
    if (answer.status !== 201) throw new Error(`${path}: ${answer.status} ${JSON.stringify(answer.body)}`);
    const id = String(answer.body['id']);
    examples.set(path, id);
    return id;
  };
  const parentId = await add(cmdb, '/v1/cis', { class: 'server', name: `web-${newId()}` });
  const childId = await add(cmdb, '/v1/cis', { class: 'server', name: `db-${newId()}` });
  await add(cmdb, '/v1/relationships', { type: 'Depends on', parentId, childId });
  await add(change, '/v1/changes', { title: 'Replace the disk', assignmentGroup: 'storage' });
  await add(incident, '/v1/incidents', { title: 'Shop is slow', assignmentGroup: 'storage' });
  await add(capacity, '/v1/thresholds', { metric: 'cpu.utilization', comparator: '>', value: 90, severity: 'warning' });
  await all.admin.post('/v1/alerts', { source: 'prom', summary: 'disk full', severity: 'critical', dedupKey: 'disk' });
  const incidentId = await eventually(async () => {
    const { items } = (await incident.api.get('/v1/alerts')).body;
    const [alert]: unknown[] = Array.isArray(items) ? items : [];
    if (!isRecord(alert) || typeof alert['incidentId'] !== 'string') throw new Error('the alert is not there yet');
    examples.set('/v1/alerts', String(alert['id']));
    return alert['incidentId'];
  });
  const path = `/v1/incidents/${incidentId}/actions/assign`;
  expect((await incident.api.post(path, { group: 'storage' }, { 'if-match': '*' })).status).toBe(200);
}, 240_000);
afterAll(() => all.close());

/** What the service holds that the request could have changed. */
async function holdings({ database }: TestService): Promise<Record<string, unknown>> {
  const tables = await database.query<{ name: string }[]>(
    `select relname as name from pg_class c where relkind in ('r', 'p') and relnamespace = 'public'::regnamespace
       and relname !~ '^(audit_|outbox|inbox|applied|migrations)' and not relispartition order by 1`,
  );
  const sums: Record<string, unknown> = {};
  for (const { name } of tables) {
    const [row] = await database.query<{ sum: string }[]>(
      `select count(*) || ':' || coalesce(sum(hashtext(t::text)::bigint), 0) as sum from "${name}" t`,
    );
    sums[name] = row?.sum;
  }
  return sums;
}

/** With the id of something that is there, so that the request would have changed it. */
function concrete({ path }: Operation): string {
  const [, list = ''] = /^(\/v1\/[a-z-]+)/.exec(path) ?? [];
  return path.replaceAll('{id}', examples.get(list) ?? newId()).replaceAll(/\{\w+\}/g, 'retire');
}

const BODY = {
  title: 'changed',
  text: 'changed',
  kind: 'work',
  reason: 'x',
  closeCode: 'x',
  closeNotes: 'x',
  name: 'x',
};
const foreign = generateKeyPairSync('ed25519').privateKey;

async function foreignToken(): Promise<Record<string, string>> {
  const eve = { subject: 'user:eve', credential: 'test', principals: ['user:eve'], groups: ['storage'] };
  return { [IDENTITY_HEADER]: await issueIdentity({ ...eve, permissions: new Set(PERMISSIONS) }, foreign, 60) };
}

/** Everything but what the operation asks for. */
const without = (permission: unknown) =>
  identifiedAs('user:mallory', { permissions: PERMISSIONS.filter((one) => one !== permission), groups: ['storage'] });

const CALLERS: readonly [
  string,
  number,
  (operation: Operation) => Record<string, string> | Promise<Record<string, string>>,
][] = [
  ['without any word of the gateway', 401, () => ({ [IDENTITY_HEADER]: '' })],
  ['with a word that has expired', 503, () => identifiedAs('user:late', { expiresIn: -3_600 })],
  ['with a word by another key', 401, foreignToken],
  ['with every permission but the one', 403, ({ permission }) => without(permission)],
  ['with no permission at all', 403, () => identifiedAs('user:nobody', { permissions: [] })],
];

describe.each(SERVICES)('%s-svc', (name) => {
  it.each(CALLERS)('changes nothing for a caller %s, and answers %i', async (_who, status, headersOf) => {
    const service = all[name];
    const operations = await operationsOf(service.api);
    expect(operations.length).toBeGreaterThan(8);
    const before = await holdings(service);
    for (const operation of operations) {
      const { method, path, permission } = operation;
      expect([path, typeof permission === 'string' && isPermission(permission)]).toEqual([path, true]);
      const headers = { 'if-match': '*', ...(await headersOf(operation)) };
      const answer = await service.api.send(method, concrete(operation), method === 'GET' ? undefined : BODY, headers);
      expect([method, path, answer.status]).toEqual([method, path, status]);
      expect(answer.headers.get('content-type')).toContain('application/problem+json');
      expect(answer.headers.get('etag')).toBe(null);
      if (status === 403) expect([path, answer.body['permission']]).toEqual([path, permission]);
    }
    expect(await holdings(service)).toEqual(before);
  });

  it('keeps in its audit trail who was refused what', async () => {
    const service = all[name];
    const [operation] = (await operationsOf(service.api)).filter(({ method }) => method === 'POST');
    if (operation === undefined) throw new Error('there is nothing to be refused');
    const caller = `user:${newId()}`;
    const headers = identifiedAs(caller, { permissions: [] });
    await service.api.send('POST', concrete(operation), BODY, { ...headers, 'x-itops-request-id': 'req-7' });
    await eventually(async () => {
      const rows: unknown = await service.database.query(
        `select action, resource_type, resource_id, outcome, credential, request_id from audit_log where actor = $1`,
        [caller],
      );
      expect(rows).toEqual([
        {
          ...{ action: operation.permission, resource_type: 'route', outcome: 'refused' },
          resource_id: `POST ${operation.path.replaceAll(/\{(\w+)\}/g, ':$1')}`,
          ...{ credential: 'test', request_id: 'req-7' },
        },
      ]);
    });
  });
});

/** What each operation on something of a group takes, by the last part of its path. */
const BODIES: Readonly<Record<string, object>> = {
  '{id}': { title: 'changed' },
  notes: { kind: 'work', text: 'changed' },
  assign: { group: 'network' },
  hold: { reason: 'vendor' },
  resolve: { closeCode: 'x', closeNotes: 'x' },
  close: {},
};
const REASON = ['cancel', 'reopen', 'fail'];

it.each([
  ['incident', 'incident:act', 'incident:act-any-group'],
  ['incident', 'alert:act', 'incident:act-any-group'],
  ['change', 'change:act', 'change:act-any-group'],
] as const)("%s-svc: nobody changes by %s what is another group's", async (name, permission, needed) => {
  const service = all[name];
  const operations = (await operationsOf(service.api)).filter((operation) => operation.permission === permission);
  expect(operations.length).toBeGreaterThan(1);
  const before = await holdings(service);
  for (const operation of operations) {
    const { method, path } = operation;
    const last = path.split('/').at(-1) ?? '';
    const plainBody = REASON.includes(last) ? { reason: 'x' } : (BODIES[last] ?? {});
    const ofAlert = last === 'bulk' ? { action: 'resolve', ids: [examples.get('/v1/alerts')] } : {};
    const ofChange = last === 'close' ? { closeCode: 'successful' } : plainBody;
    const body = { 'alert:act': ofAlert, 'change:act': ofChange, 'incident:act': plainBody }[permission];
    const headers = { 'if-match': '*', ...identifiedAs('user:olga', { roles: ['operator'], groups: ['network'] }) };
    const answer = await service.api.send(method, concrete(operation), body, headers);
    const told = last === 'bulk' ? JSON.stringify(answer.body) : JSON.stringify([answer.status, answer.body]);
    expect([method, path, told]).toEqual([method, path, expect.stringContaining(`"permission":"${needed}"`)]);
    expect([method, path, told]).toEqual([method, path, expect.stringContaining('403')]);
  }
  expect(await holdings(service)).toEqual(before);
});
