import { isPermission, ROLE_NAMES, ROLES } from '@itops/kit';
import { KnownApiKeys } from '@itops/apps/gateway/src/persistence/known-api-keys';
import { ApiClient, type ApiResponse, eventually, newSigningKey, TestIssuer } from '@itops/testing';

import { type DescribedOperation, describedOperations } from './described-operations';
import { startWholeSystem, type WholeSystem } from './whole-system';

const MANY = '900000,900000';
const AT_ONCE = 24;
const ADMIN = { roles: ['itops-admin'] };

let issuer: TestIssuer;
let system: WholeSystem;
let operations: DescribedOperation[];
/** Of an incident and a change that belong to the group `network`. */
let ids: Record<string, string>;
let keys: { revoked: string; expired: string };
let before: State;

beforeAll(async () => {
  issuer = await TestIssuer.start();
  system = await startWholeSystem(new Date().toISOString(), {
    ...issuer.settings,
    ...Object.fromEntries(
      ['READ', 'WRITE', 'REPORT', 'STREAM', 'ADMIN', 'STRANGERS'].map((kind) => [`RATE_LIMIT_${kind}`, MANY]),
    ),
  });
  const document = await system.api.get('/openapi.json');
  operations = describedOperations(document.body);
  const [incident, change] = await Promise.all([
    system.api.post('/v1/incidents', { title: 'Disk full', assignmentGroup: 'network' }),
    system.api.post('/v1/changes', { title: 'A larger disk', type: 'normal', assignmentGroup: 'network' }),
  ]);
  ids = { incidents: String(incident.body['id']), changes: String(change.body['id']) };
  keys = { revoked: await madeKey('revoked'), expired: await madeKey('expired') };
  await endKeys();
  before = await settled();
}, 300_000);
afterAll(async () => {
  await system.close();
  await issuer.stop();
});

async function madeKey(name: string): Promise<string> {
  const made = await system.api.post('/v1/api-keys', { name, roles: ['admin'] });
  const secret = String(made.body['secret']);
  const answer = () => clientOf(secret).get('/v1/incidents');
  await eventually(async () => expect((await answer()).status).toBe(200));
  if (name === 'revoked') {
    await system.api.post(`/v1/api-keys/${String(made.body['id'])}/actions/revoke`, {}, { 'if-match': '*' });
  }
  return secret;
}

/** Time passes for the key that expires; for nothing else, since jobs would notice. */
async function endKeys(): Promise<void> {
  const gateway = system.services.at(-1);
  await gateway?.database.query(
    `update api_key_secret set valid_until = now() - interval '1 day' from api_key k where k.id = key_id and k.name = 'expired'`,
  );
  await gateway?.database.query('update api_key_revision set revision = revision + 1');
  for (const secret of Object.values(keys)) {
    await eventually(async () => expect((await clientOf(secret).get('/v1/incidents')).status).toBe(401));
  }
  // Else it would be written in the middle of the tests that they were used.
  await gateway?.running.app.get(KnownApiKeys).writeUse();
}

/** What may change while nobody is let in: that it was tried, and what the platform tells itself. */
const OF_NO_MATTER = /^(audit_.*|outbox.*|applied|person|seen_rights|idempotency_key|migrations)$/;

/** For each table of each service a digest of all that is in it. */
type State = readonly (readonly { readonly name: string; readonly digest: string }[])[];

function state(): Promise<State> {
  return Promise.all(
    system.services.map(async ({ database }) => {
      const tables: { name: string }[] = await database.query(
        `select tablename as name from pg_tables where schemaname = 'public' order by 1`,
      );
      const digests = tables
        .filter(({ name }) => !OF_NO_MATTER.test(name))
        .map(
          ({ name }) =>
            `select '${name}' as name, md5(string_agg(t::text, '|' order by t::text)) as digest from "${name}" t`,
        );
      return database.query(digests.join(' union all '));
    }),
  );
}

/** The state once what was made is known everywhere. */
async function settled(): Promise<State> {
  await eventually(async () => {
    const found = await system.api.get('/v1/search?q=disk');
    for (const id of Object.values(ids)) expect(JSON.stringify(found.body)).toContain(id);
    const counts = await Promise.all(
      system.services.map(({ database }) =>
        database.query<{ waiting: number }[]>('select count(*)::int as waiting from outbox'),
      ),
    );
    expect(counts.flat().map(({ waiting }) => waiting)).toEqual([0, 0, 0, 0, 0]);
    const one = await state();
    expect(await state()).toEqual(one);
  }, 60_000);
  return state();
}

function clientOf(credential: string | undefined): ApiClient {
  return new ApiClient(system.api.baseUrl, credential === undefined ? {} : { authorization: `Bearer ${credential}` });
}

/** Where the schema's least is too little: one of the members has to be there. */
const BODIES: Readonly<Record<string, object>> = { '/v1/incidents/{id}/actions/assign': { assignee: 'ben' } };

function ask(operation: DescribedOperation, credential: string | undefined): Promise<ApiResponse> {
  const body = BODIES[operation.template] ?? operation.body ?? (operation.method === 'POST' ? {} : undefined);
  return clientOf(credential).send(operation.method, operation.path(ids), body, { 'if-match': '*' });
}

/** The operations whose answer is another than expected, with that answer. */
async function wrongAnswers(
  asked: readonly DescribedOperation[],
  credential: (operation: DescribedOperation) => string | undefined,
  isRight: (answer: ApiResponse, operation: DescribedOperation) => boolean,
): Promise<string[]> {
  const wrong: string[] = [];
  const waiting = [...asked];
  const worker = async (): Promise<void> => {
    for (let operation = waiting.pop(); operation !== undefined; operation = waiting.pop()) {
      const answer = await ask(operation, credential(operation));
      if (isRight(answer, operation)) continue;
      wrong.push(
        `${operation.method} ${operation.template}: ${answer.status} ${JSON.stringify(answer.body).slice(0, 200)}`,
      );
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
  return wrong;
}

const isUnauthenticated = ({ status, body, headers }: ApiResponse) =>
  status === 401 &&
  body['type'] === '/problems/unauthenticated' &&
  headers.get('www-authenticate')?.startsWith('Bearer realm="itops"') === true;

const isForbidden = ({ status, body }: ApiResponse, { permission }: DescribedOperation) =>
  status === 403 && body['type'] === '/problems/forbidden' && body['permission'] === permission;

/** The most powerful role that lacks a permission; none where every role has it. */
function rolesWithout(permission: string): string[] {
  if (!isPermission(permission)) throw new Error(`'${permission}' is no permission`);
  const lacking = ROLE_NAMES.filter((role) => !ROLES[role].some((held) => held === permission));
  const [most] = lacking.sort((one, other) => ROLES[other].length - ROLES[one].length);
  return most === undefined ? [] : [`itops-${most}`];
}

const now = () => Math.floor(Date.now() / 1_000);

describe('every operation of the merged document', () => {
  it('says what it asks for, and there are as many as there should be', () => {
    expect(operations.length).toBeGreaterThan(90);
    const silent = operations.filter(({ permission }) => permission !== 'any-caller' && !isPermission(permission));
    expect(silent.map(({ method, template }) => `${method} ${template}`)).toEqual([]);
  });

  it.each<[string, () => string | undefined]>([
    ['no token', () => undefined],
    ['an expired token', () => issuer.token({ claims: { ...ADMIN, iat: now() - 900, exp: now() - 300 } })],
    ['a token that is not valid yet', () => issuer.token({ claims: { ...ADMIN, nbf: now() + 600 } })],
    ['a token for somebody else', () => issuer.token({ claims: { ...ADMIN, aud: 'another-api' } })],
    ['a token of another issuer', () => issuer.token({ claims: { ...ADMIN, iss: 'https://other.example' } })],
    ['a token that is not signed', () => issuer.unsigned(ADMIN)],
    ['a token signed with the public key as a secret', () => issuer.signedWithPublicKey(ADMIN)],
    ['a token by a key that nobody knows', () => issuer.token({ claims: ADMIN, key: newSigningKey() })],
    ['what is no token', () => 'nonsense'],
    ['a revoked key', () => keys.revoked],
    ['an expired key', () => keys.expired],
  ])('refuses %s', async (_what, credential) => {
    const shown = credential();
    expect(await wrongAnswers(operations, () => shown, isUnauthenticated)).toEqual([]);
  });

  it('refuses a role that lacks its permission, and names it', async () => {
    const asking = operations.filter(({ permission }) => permission !== 'any-caller');
    const tokens = new Map(
      [...new Set(asking.map(({ permission }) => permission))].map((permission) => [
        permission,
        issuer.token({ claims: { sub: `without-${permission}`, roles: rolesWithout(permission) } }),
      ]),
    );
    expect(await wrongAnswers(asking, ({ permission }) => tokens.get(permission), isForbidden)).toEqual([]);
  });

  it('on what belongs to another group refuses who may act for their own', async () => {
    const own = ['incident:act', 'change:act'];
    const acting = operations.filter(
      ({ permission, template }) => own.includes(permission) && /^\/v1\/(incidents|changes)\/\{/.test(template),
    );
    expect(acting.length).toBeGreaterThan(10);
    const stranger = issuer.token({ claims: { sub: 'stranger', roles: ['itops-operator'], groups: ['database'] } });
    const isRefused = ({ status }: ApiResponse) => status === 403;
    expect(await wrongAnswers(acting, () => stranger, isRefused)).toEqual([]);
  });

  it('lets the right ones in, so that it was the credential that kept the others out', async () => {
    const reading = operations.filter(({ method, template }) => method === 'GET' && template !== '/v1/stream');
    const admin = issuer.token({ claims: { ...ADMIN, sub: 'right' } });
    const isLetIn = ({ status }: ApiResponse) => status !== 401 && status !== 403 && status < 500;
    expect(await wrongAnswers(reading, () => admin, isLetIn)).toEqual([]);
  });

  // The order of tests is by chance; each leaves everything as it was.
  afterEach(async () => {
    expect(await state()).toEqual(before);
  });
});
