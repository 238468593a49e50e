import { isRecord, newId, type Role } from '@itops/kit';
import { ApiClient, eventually, identifiedAs } from '@itops/testing';

import { type EveryService, operationsOf, startEveryService } from './every-service';

/** Words that stand in security incidents alone, so that where one shows, an incident does. */
const SECRETS = ['Xylophonist', 'quarantined-laptop', 'soc-tier-2', 'Exfiltration'];

let all: EveryService;
let web: string;
/** The ids and numbers of all security incidents. */
const hidden: string[] = [];
let plainId: string;

async function keyOf(...roles: Role[]): Promise<ApiClient> {
  const body = await must(all.admin.post('/v1/api-keys', { name: roles.join(), roles }));
  return new ApiClient(all.gateway.url, { 'x-api-key': String(body['secret']) });
}

async function must(work: ReturnType<ApiClient['get']>): Promise<Record<string, unknown>> {
  const { status, body } = await work;
  if (status > 299) throw new Error(`${status}: ${JSON.stringify(body)}`);
  return body;
}

function items(body: Record<string, unknown>): Record<string, unknown>[] {
  return Array.isArray(body['items']) ? body['items'].filter(isRecord) : [];
}

beforeAll(async () => {
  all = await startEveryService();
  const { admin } = all;
  const item = async (name: string) => String((await must(admin.post('/v1/cis', { class: 'server', name })))['id']);
  web = await item('web-1');
  const db = await item('db-1');
  await must(admin.post('/v1/relationships', { type: 'Depends on', parentId: web, childId: db }));
  // By then the others have heard of the items.
  await eventually(() => must(admin.post('/v1/changes', { title: 'Harden the laptop', cis: [web] })));

  // One that is a security incident from its beginning.
  const secret = { title: 'Xylophonist on the network', description: 'Exfiltration to 203.0.113.7', security: true };
  const born = await eventually(() =>
    must(admin.post('/v1/incidents', { ...secret, ci: web, assignmentGroup: 'soc-tier-2' })),
  );
  await must(admin.post(`/v1/incidents/${String(born['id'])}/notes`, { kind: 'work', text: 'quarantined-laptop' }));

  // One that alerts have opened, that another story names, and that only then turns out to be one.
  await must(
    admin.post('/v1/alerts', { source: 'edr', summary: 'odd login', severity: 'critical', dedupKey: 'login', ci: db }),
  );
  const grown = await eventually(async () => {
    const found = items(await must(admin.get('/v1/incidents?source=alert'))).find(({ title }) => title === 'odd login');
    if (found === undefined) throw new Error('no incident yet');
    return found;
  });
  const plain = await must(admin.post('/v1/incidents', { title: 'Shop is slow', ci: web }));
  plainId = String(plain['id']);
  await all.incident.database.query(
    `insert into incident_timeline (id, incident_id, at, kind, actor, summary, data) values
       ($1, $3, now(), 'alert', 'edr', 'This alert also connects with ' || $4::text, jsonb_build_object('incidents', array[$4::text])),
       ($2, $3, now(), 'capacity', 'service:incident-svc', 'Disk is full', jsonb_build_object('incidentId', $5::text))`,
    [newId(), newId(), plainId, grown['number'], grown['id']],
  );
  // The services, and the search, have seen it while it was for everybody.
  await eventually(async () => {
    expect(JSON.stringify(await must(admin.get('/v1/search?q=login')))).toContain(String(grown['id']));
  });
  await must(
    admin.patch(
      `/v1/incidents/${String(grown['id'])}`,
      { security: true, title: 'Exfiltration by a Xylophonist', description: 'quarantined-laptop' },
      { 'if-match': '*' },
    ),
  );
  hidden.push(...[born, grown].flatMap(({ id, number }) => [String(id), String(number)]));
  await eventually(async () => {
    expect(items(await must(admin.get('/v1/search?q=Xylophonist')))).toHaveLength(2);
  });
}, 240_000);
afterAll(() => all.close());

/** Everything that a caller can read: each GET of the document, with every id, number and name that was found on the way. */
async function readableWorld(api: ApiClient, more: readonly string[]): Promise<Map<string, string>> {
  const reading = (await operationsOf(all.admin)).filter(
    ({ method, path }) => method === 'GET' && path.startsWith('/v1/') && path !== '/v1/stream',
  );
  const seen = new Map<string, string>();
  const known = new Set<string>(more);
  const read = async (path: string) => {
    if (seen.has(path)) return;
    const { status, body, headers } = await api.get(path);
    expect([path, status]).not.toEqual([path, 500]);
    const text = JSON.stringify([status, body, [...headers]]);
    seen.set(path, text);
    for (const [key] of text.matchAll(/[0-9a-f]{8}-[0-9a-f-]{27}|(?:INC|CHG)\d{7}/g))
      if (key !== headers.get('x-request-id') && key !== headers.get('x-correlation-id')) known.add(key);
  };
  const plain = reading.filter(({ path }) => !path.includes('{'));
  for (const { path } of plain) {
    await read(`${path}?limit=200`);
    await read(path);
  }
  for (const secret of [...SECRETS, ...more]) {
    const word = encodeURIComponent(secret);
    await read(`/v1/incidents?q=${word}`);
    await read(`/v1/search?q=${word}`);
    await read(`/v1/incidents?number=${word}`);
    await read(`/v1/incidents?assignmentGroup=${word}`);
    await read(`/v1/alerts?incidentId=${word}`);
  }
  await read('/v1/incidents?security=true');
  await read('/v1/incidents?security!=false');
  await read('/v1/incidents?fields=id,number,title&sort=number');
  const keys = [...known];
  for (const { path } of reading.filter((operation) => operation.path.includes('{'))) {
    for (const key of keys) await read(path.replaceAll(/\{\w+\}/g, encodeURIComponent(key)));
  }
  return seen;
}

/** An answer that repeats what the caller has asked for does not tell that it is there. */
function tells(path: string, text: string): string[] {
  return [...SECRETS, ...hidden].filter(
    (secret) => !decodeURIComponent(path).includes(secret) && text.includes(secret),
  );
}

// The one reads what every role reads, the other dead letters as well.
describe.each([['viewer'], ['operator']] as const)('a %s', (role) => {
  it('reads nowhere of any security incident', async () => {
    const world = await readableWorld(await keyOf(role), hidden);
    const answered = [...world.values()].filter((text) => text.startsWith('[200'));
    expect(answered.length).toBeGreaterThan(30);
    expect([...world].flatMap(([path, text]) => tells(path, text).map((secret) => [path, secret]))).toEqual([]);
    for (const key of hidden) {
      for (const rest of ['', '/timeline', '/notes', '/suspects', '/impact']) {
        expect(world.get(`/v1/incidents/${key}${rest}`)).toMatch(/^\[404/);
      }
      expect(world.get(`/v1/alerts?incidentId=${key}`) ?? '').not.toMatch(/odd login/);
    }
  });
});

it('who may see them reads of them at each of these places', async () => {
  const world = await readableWorld(await keyOf('security-responder'), hidden);
  const telling = new Set([...world].filter(([path, text]) => tells(path, text).length > 0).map(([path]) => path));
  const [bornId = '', , grownId = '', grownNumber = ''] = hidden;
  for (const path of [
    ...['/v1/incidents', '/v1/incidents?security=true', '/v1/alerts', `/v1/incidents/${plainId}/timeline`],
    ...[`/v1/incidents/${bornId}`, `/v1/incidents/${bornId}/notes`, `/v1/incidents/${grownNumber}`],
    ...[`/v1/incidents/${grownId}/timeline`, '/v1/search?q=Exfiltration'],
  ]) {
    expect([path, telling.has(path)]).toEqual([path, true]);
  }
});

it('answers for one that is hidden just as for one that is not there, to whatever is tried on it', async () => {
  const operator = await keyOf('operator');
  const [bornId = ''] = hidden;
  const absent = newId();
  const plain = ({ status, body }: { status: number; body: Record<string, unknown> }, id: string) =>
    JSON.stringify([status, { ...body, traceId: '', instance: '' }]).replaceAll(id, 'ID');
  const BODY = { title: 'x', text: 'x', kind: 'work', reason: 'x', closeCode: 'x', closeNotes: 'x', group: 'x' };
  for (const { method, path } of await operationsOf(all.admin)) {
    if (!path.startsWith('/v1/incidents/{')) continue;
    const ask = (id: string) =>
      operator.send(method, path.replaceAll(/\{\w+\}/g, id), method === 'GET' ? undefined : BODY, { 'if-match': '*' });
    const [of, ofNothing] = [await ask(bornId), await ask(absent)];
    expect([method, path, plain(of, bornId)]).toEqual([method, path, plain(ofNothing, absent)]);
  }
  await eventually(async () => {
    const rows: unknown[] = await all.incident.database.query(
      `select 1 from audit_log where outcome = 'refused' and action = 'incident:read-security' and resource_id = $1`,
      [bornId],
    );
    expect(rows.length).toBeGreaterThan(0);
  });
});

it('who may not see one can neither make one nor say that one is', async () => {
  const operator = await keyOf('operator');
  const made = await operator.post('/v1/incidents', { title: 'x', security: true });
  expect([made.status, made.body['permission']]).toEqual([403, 'incident:read-security']);
  const path = `/v1/incidents/${plainId}`;
  const said = await operator.patch(path, { security: true }, { 'if-match': '*' });
  expect([said.status, said.body['permission']]).toEqual([403, 'incident:read-security']);
  expect((await operator.patch(path, { security: false, urgency: 2 }, { 'if-match': '*' })).status).toBe(200);
});

it('its alerts are for all, it is not: they can be acted on and say nothing of it', async () => {
  const operator = identifiedAs('user:olga', { roles: ['operator'] });
  const [alert] = items(await must(all.incident.api.get('/v1/alerts?dedupKey=login', operator)));
  expect(alert).toMatchObject({ summary: 'odd login', incidentId: null });
  const path = `/v1/alerts/${String(alert?.['id'])}/actions/acknowledge`;
  expect(await must(all.incident.api.post(path, {}, { 'if-match': '*', ...operator }))).toMatchObject({
    state: 'acknowledged',
    incidentId: null,
  });
  const [, , grownId = ''] = hidden;
  const event = await all.incident.bus.waitFor('itops.alert.v1', ({ type }) => type.includes('acknowledged'));
  expect(JSON.stringify(event)).not.toContain(grownId);
});

it('a new alert on its item opens an incident that everybody sees, and the item shows no fault because of it', async () => {
  const viewer = await keyOf('viewer');
  expect(await must(viewer.get(`/v1/cis/${web}`))).toMatchObject({ name: 'web-1' });
  await must(
    all.admin.post('/v1/alerts', {
      source: 'prom',
      summary: 'disk full',
      severity: 'critical',
      dedupKey: 'd',
      ci: 'db-1',
    }),
  );
  await eventually(async () => {
    const [incident] = items(await must(viewer.get('/v1/incidents?source=alert&q=disk')));
    expect(incident).toMatchObject({ title: 'disk full', security: false, alertCount: 1 });
  });
});
