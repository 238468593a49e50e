import { isRecord } from '@itops/kit';
import { PROBLEM_KINDS } from '@itops/platform';
import { ApiClient, eventually } from '@itops/testing';

import { type GatewayUnderTest, startGateway } from './gateway-under-test';

let gateway: GatewayUnderTest;

const document = (paths: object, schemas: object) => ({
  openapi: '3.1.0',
  info: { title: 'x', description: 'What it does.' },
  paths,
  components: { schemas, securitySchemes: { other: {} } },
});
const listOf = (schema: string, operationId = `list${schema}`) => ({
  get: {
    operationId,
    responses: { 200: { content: { 'application/json': { schema: { $ref: `#/components/schemas/${schema}` } } } } },
  },
});

beforeAll(async () => {
  gateway = await startGateway();
  gateway.incident.json(
    200,
    document(
      {
        '/v1/incidents': listOf('Note'),
        '/v1/alerts': listOf('Alert'),
        '/v1/dead-letters': listOf('Letter'),
        '/livez': {},
      },
      { Note: { type: 'object' }, Alert: { type: 'object' }, Letter: { type: 'object' } },
    ),
  );
  gateway.change.json(
    200,
    document(
      { '/v1/changes': listOf('Note', 'listChangeNotes'), '/v1/cis': listOf('Note') },
      { Note: { type: 'string' } },
    ),
  );
  gateway.cmdb.json(
    200,
    document({ '/v1/discovery': { post: { operationId: 'Discover', responses: { 200: {} }, parameters: [] } } }, {}),
  );
  gateway.capacity.json(500, {});
});
afterAll(() => gateway.close());

/** The same services for another gateway, which has read none of their documents yet. */
function urlsOf({ cmdb, incident, change, capacity }: GatewayUnderTest): Record<string, string> {
  return { CMDB_URL: cmdb.url, INCIDENT_URL: incident.url, CHANGE_URL: change.url, CAPACITY_URL: capacity.url };
}

function member(value: unknown, ...path: string[]): unknown {
  return path.reduce<unknown>((at, name) => (isRecord(at) ? at[name] : undefined), value);
}

function namesIn(value: unknown): string[] {
  return isRecord(value) ? Object.keys(value) : [];
}

function strings(value: unknown, name: string): string[] {
  if (Array.isArray(value)) return value.flatMap((item) => strings(item, name));
  if (!isRecord(value)) return [];
  return Object.entries(value).flatMap(([key, item]) =>
    key === name && typeof item === 'string' ? [item] : strings(item, name),
  );
}

describe('/openapi.json', () => {
  it('is one document of all services: no dangling reference, each operation id once, a tag for each resource', async () => {
    gateway.capacity.json(500, {});
    const fresh = await startGateway({ env: urlsOf(gateway) });
    const { body } = await fresh.api.get('/openapi.json');
    await fresh.close();
    expect(body['openapi']).toMatch(/^3\.1\./);
    const references = strings(body, '$ref');
    expect(references.length).toBeGreaterThan(3);
    for (const reference of references) expect(member(body, ...reference.slice(2).split('/'))).toBeDefined();
    const ids = strings(body['paths'], 'operationId');
    expect(new Set(ids).size).toBe(ids.length);
    for (const path of ['/v1/alerts', '/v1/changes', '/v1/incidents', '/v1/metrics', '/v1/api-keys', '/v1/stream']) {
      expect(namesIn(body['paths'])).toContain(path);
    }
    expect(namesIn(member(body, 'paths', '/v1/alerts')).sort()).toEqual(['get', 'post']);
    expect(member(body, 'paths', '/v1/alerts', 'post', 'tags')).toEqual(['Alerts']);
    expect(member(body, 'paths', '/v1/stream', 'get', 'tags')).toEqual(['Stream']);
    expect(member(body, 'components', 'schemas', 'IncidentNote')).toEqual({ type: 'object' });
    expect(member(body, 'components', 'schemas', 'ChangeNote')).toEqual({ type: 'string' });
    expect(member(body, 'components', 'schemas', 'Alert')).toEqual({ type: 'object' });
    expect(member(body, 'components', 'schemas', 'Letter')).toBeUndefined();
    expect(member(body, 'components', 'securitySchemes', 'bearer')).toBeDefined();
    expect(member(body, 'components', 'securitySchemes', 'other')).toBeUndefined();
    expect(member(body, 'paths', '/v1/discovery', 'post', 'responses', '202')).toBeDefined();
    expect(member(body, 'paths', '/v1/discovery', 'post', 'responses', '200')).toBeDefined();
    expect(body['x-unavailable']).toEqual(['capacity-svc']);
  });

  it('takes a service in as soon as it is there', async () => {
    gateway.capacity.json(200, document({ '/v1/slos': listOf('Slo') }, { Slo: {} }));
    await eventually(async () => {
      const { body } = await gateway.api.get('/openapi.json');
      expect(member(body, 'paths', '/v1/slos')).toBeDefined();
      expect(body).not.toHaveProperty('x-unavailable');
    });
  });
});

describe('/problems', () => {
  const keyless = () => new ApiClient(gateway.service.url, {});

  it.each(Object.entries(PROBLEM_KINDS))('tells what %s means, without a key', async (kind, { title, status }) => {
    const page = await keyless().get(`/problems/${kind}`);
    expect(page.status).toBe(200);
    expect(page.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(String(page.body['text'])).toContain(`<h1>${title}</h1>`);
    expect(String(page.body['text'])).toContain(`/problems/${kind}</code>, status ${status} `);
  });

  it('shows text as text', async () => {
    const page = await keyless().get('/problems/unauthenticated');
    expect(page.body['text']).toContain('X-API-Key: &lt;key&gt;');
  });

  it.each(['/problems/nonsense', '/problems/constructor', '/problems/', '/problems/busy/more'])(
    'knows nothing of %s',
    async (path) => {
      const answer = await keyless().get(path);
      expect(answer).toMatchObject({ status: 404, body: { type: '/problems/no-such-route', status: 404 } });
    },
  );
});

describe('/docs', () => {
  const keyless = () => new ApiClient(gateway.service.url, {});

  it('loads nothing from elsewhere, and everything it names is there', async () => {
    const page = await keyless().get('/docs');
    expect(page.headers.get('content-security-policy')).toContain("default-src 'none'");
    const text = String(page.body['text']);
    expect(text).not.toMatch(/https?:|\/\/[a-z]/);
    const named = [...text.matchAll(/(?:src|href)="([^"]+)"/g)].map(([, path = '']) => path);
    expect(named.length).toBe(4);
    for (const path of named) expect((await keyless().get(path)).status).toBe(200);
  });

  it('serves nothing else of the package', async () => {
    for (const path of ['/docs/assets/package.json', '/docs/assets/', '/docs/assets/swagger-initializer.js']) {
      expect((await keyless().get(path)).status).toBe(404);
    }
  });

  it('goes with the AsyncAPI document', async () => {
    expect((await keyless().get('/asyncapi.json')).body['asyncapi']).toMatch(/^3\./);
  });
});
