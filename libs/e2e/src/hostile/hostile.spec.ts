import {
  eventually,
  identifiedAs,
  newPrefix,
  startTestService,
  TEST_IDENTITY_KEYS,
  TestIssuer,
  type TestService,
} from '@itops/testing';
import { gatewayService } from '@itops/apps/gateway/src/gateway.service';
import { incidentService } from '@itops/apps/incident-svc/src/incident.service';
import { IDENTITY_HEADER } from '@itops/kit';

import { bodies } from './bodies';
import { content } from './content';
import { framing, slow } from './framing';
import { headers } from './headers';
import { type Hostile, type Target } from './hostile-request';
import { paths } from './paths';
import { queries, targets } from './queries';
import { answersIn, exchange, type RawAnswer } from './raw-connection';
import { contentsOf } from './table-contents';

const KEY = 'hostile-test-key-of-more-than-32-characters';
const SECRETS_KEY = 'hostile-secrets-key-of-more-than-32-characters';
const LONGEST_RUN_MS = 240_000;
const LONGEST_REFUSAL = 128 * 1024;
const AT_ONCE = 16;
/** Other services than this one are not there: nothing of the corpus may get so far. */
const NOWHERE = 'http://127.0.0.1:9';

let incident: TestService;
let gateway: TestService;
let issuer: TestIssuer;
let target: Target;

beforeAll(async () => {
  issuer = await TestIssuer.start();
  const prefix = newPrefix();
  incident = await startTestService(incidentService, { prefix });
  gateway = await startTestService(gatewayService, {
    prefix,
    env: {
      ...{ API_KEY: KEY, SECRETS_KEY, INCIDENT_URL: incident.url },
      ...{ CMDB_URL: NOWHERE, CHANGE_URL: NOWHERE, CAPACITY_URL: NOWHERE },
      ...{ CLIENT_PATIENCE_MS: '3000', RATE_LIMIT_STRANGERS: '1000,10000', ...issuer.settings },
    },
  });
  target = await prepare();
});
afterAll(async () => {
  await gateway.close();
  await incident.close();
  await issuer.stop();
});

async function prepare(): Promise<Target> {
  const ids: string[] = [];
  for (const title of ['one', 'two', 'three']) {
    const { status, body } = await incident.api.post('/v1/incidents', { title });
    expect(status).toBe(201);
    ids.push(String(body['id']));
  }
  // The gateway's copy for its search follows a moment later.
  await eventually(async () => expect((await contentsOf(gateway.database))['search_document']).toMatch(/^3 /));
  const page = await gateway.api.get('/v1/incidents?limit=1', { authorization: `Bearer ${KEY}` });
  const cursor = page.body['nextCursor'];
  if (typeof cursor !== 'string') throw new Error('The list of incidents has no second page');
  const changed = (claims: Record<string, unknown>) => issuer.token({ claims });
  return {
    key: KEY,
    viewer: changed({ sub: 'viewer', roles: ['itops-viewer'] }),
    expired: changed({ sub: 'late', roles: ['itops-admin'], iat: 1, exp: 2 }),
    unsigned: issuer.unsigned({ sub: 'none', roles: ['itops-admin'] }),
    signedWithPublicKey: issuer.signedWithPublicKey({ sub: 'confused', roles: ['itops-admin'] }),
    word: identifiedAs('root')[IDENTITY_HEADER] ?? '',
    incidentId: ids[0] ?? '',
    cursor,
  };
}

/** What is wrong with the answers; empty when nothing is. */
function complaints({ statuses, problem }: Hostile, answers: readonly RawAnswer[]): string[] {
  const found: string[] = [];
  const came = answers.map(({ status }) => status);
  if (came.join() !== statuses.join()) found.push(`answered ${came.join()} instead of ${statuses.join()}`);
  const last = answers.at(-1);
  const isProblem = /^content-type: application\/problem\+json/im.test(last?.head ?? '');
  if (problem !== undefined && !(isProblem && last?.body.includes(`"type":"/problems/${problem}"`))) {
    found.push(`is not told ${problem} but ${last?.body.slice(0, 300)}`);
  }
  for (const { status, head, body } of answers) {
    const text = head + body;
    if (status >= 500) found.push(`an error of the platform: ${body.slice(0, 300)}`);
    if (status >= 400 && body.length > LONGEST_REFUSAL) found.push(`a refusal of ${body.length} bytes`);
    if (/^access-control-allow/im.test(head)) found.push('lets other origins in');
    if (/^x-injected/im.test(head)) found.push('a header was injected');
    const secrets = [
      KEY,
      SECRETS_KEY,
      TEST_IDENTITY_KEYS.CURSOR_KEY,
      target.word,
      'PRIVATE KEY',
      'postgres://',
      'node_modules',
      '.ts:',
    ];
    for (const secret of secrets) if (text.includes(secret)) found.push(`tells ${secret.slice(0, 20)}`);
  }
  return found;
}

/** Sends a few at the same time, so that the slow ones do not hold up the others. */
async function sendAll(all: readonly Hostile[]): Promise<string[]> {
  const found: string[] = [];
  const left = [...all];
  const one = async (): Promise<void> => {
    for (let hostile = left.shift(); hostile !== undefined; hostile = left.shift()) {
      const { name } = hostile;
      try {
        const answers = answersIn(await exchange(gateway.url, hostile.bytes));
        found.push(...complaints(hostile, answers).map((complaint) => `${name}: ${complaint}`));
      } catch (error) {
        found.push(`${name}: ${error instanceof Error ? error.message : String(error)}`);
      }
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, one));
  return found;
}

describe('hostile requests', () => {
  const kinds = { bodies, content, paths, framing, slow, headers, queries, targets };

  it('are at least 200, each with a name of its own', () => {
    const all = Object.entries(kinds).flatMap(([kind, make]) => make(target).map(({ name }) => `${kind}: ${name}`));
    expect(all.length).toBeGreaterThanOrEqual(200);
    expect(new Set(all).size).toBe(all.length);
  });

  it.each(Object.keys(kinds))(
    '%s are answered as they should be, and change nothing',
    async (kind) => {
      const make = new Map(Object.entries(kinds)).get(kind);
      const before = await Promise.all([contentsOf(incident.database), contentsOf(gateway.database)]);
      expect(await sendAll(make?.(target) ?? [])).toEqual([]);
      expect(await Promise.all([contentsOf(incident.database), contentsOf(gateway.database)])).toEqual(before);
      for (const { url } of [gateway, incident]) expect((await fetch(`${url}/readyz`)).status).toBe(200);
      const asked = await gateway.api.get(`/v1/incidents/${target.incidentId}`, { authorization: `Bearer ${KEY}` });
      expect(asked).toMatchObject({ status: 200, body: { version: 1, title: 'one' } });
    },
    LONGEST_RUN_MS,
  );
});
