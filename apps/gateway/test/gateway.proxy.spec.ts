import { connect } from 'node:net';
import { request as httpRequest } from 'node:http';
import { once } from 'node:events';

import { ApiClient, eventually, identifiedAs } from '@itops/testing';

import { callerIn } from './fake-service';
import { type GatewayUnderTest, startGateway, TEST_KEY } from './gateway-under-test';

let gateway: GatewayUnderTest;

beforeAll(async () => {
  gateway = await startGateway({ env: { UPSTREAM_TIMEOUT_MS: '700' } });
});
afterAll(() => gateway.close());

/** A request with a target exactly as it is written; a client library would tidy it. */
function rawGet(target: string, headers = `authorization: Bearer ${TEST_KEY}\r\n`): Promise<string> {
  const { hostname, port } = new URL(gateway.service.url);
  return new Promise((resolve, reject) => {
    let answer = '';
    const socket = connect(Number(port), hostname, () => {
      socket.write(`GET ${target} HTTP/1.1\r\nhost: gateway\r\n${headers}connection: close\r\n\r\n`);
    });
    socket.on('data', (data) => (answer += data.toString('utf8')));
    socket.on('close', () => resolve(answer));
    socket.on('error', reject);
  });
}

const all = () => [gateway.cmdb, gateway.incident, gateway.change, gateway.capacity];

beforeEach(() => {
  for (const fake of all()) {
    fake.seen.length = 0;
    fake.json(200, { ok: true });
  }
});

describe('the key', () => {
  const keyless = () => new ApiClient(gateway.service.url, {});

  it.each(['/livez', '/readyz', '/metrics', '/openapi.json', '/asyncapi.json', '/docs', '/docs/start.js'])(
    '%s is open',
    async (path) => {
      expect((await keyless().get(path)).status).toBe(200);
    },
  );

  it.each([
    ['none', {}],
    ['a wrong one', { authorization: 'Bearer wrong-key-of-more-than-32-characters!' }],
    ['a part of it', { authorization: `Bearer ${TEST_KEY.slice(0, -1)}` }],
    ['another scheme', { authorization: `Basic ${TEST_KEY}` }],
    ['a wrong X-API-Key', { 'x-api-key': 'wrong' }],
    ["the gateway's own word", identifiedAs('admin')],
  ])('%s is refused with a problem document', async (_name, headers) => {
    for (const path of ['/v1/incidents', '/v1/stream', '/v1/no-such', '/anything']) {
      const answer = await keyless().get(path, headers);
      expect(answer.status).toBe(401);
      expect(answer.headers.get('www-authenticate')).toContain('Bearer');
      expect(answer.headers.get('content-type')).toContain('application/problem+json');
      expect(answer.body).toMatchObject({ type: '/problems/unauthenticated', status: 401, instance: path });
    }
    expect(gateway.incident.seen).toEqual([]);
  });

  it.each([
    ['Authorization', { authorization: `Bearer ${TEST_KEY}` }],
    ['Authorization, any case', { authorization: `bearer ${TEST_KEY}` }],
    ['X-API-Key', { 'x-api-key': TEST_KEY }],
  ])('%s with the key lets in, and goes no further', async (_name, headers) => {
    expect((await keyless().get('/v1/incidents', headers)).status).toBe(200);
    expect(JSON.stringify(gateway.incident.seen)).not.toContain(TEST_KEY);
  });

  it.each([
    ['Authorization and X-API-Key', `authorization: Bearer ${TEST_KEY}\r\nx-api-key: ${TEST_KEY}\r\n`],
    ['two Authorization', `authorization: Bearer ${TEST_KEY}\r\nAuthorization: Bearer other\r\n`],
    ['two X-API-Key', `x-api-key: ${TEST_KEY}\r\nX-API-KEY: ${TEST_KEY}\r\n`],
    ['a scheme that is none and X-API-Key', `authorization: Basic abc\r\nx-api-key: ${TEST_KEY}\r\n`],
  ])('is shown once: %s are refused', async (_name, headers) => {
    const answer = await rawGet('/v1/incidents', headers);
    expect(answer).toMatch(/^HTTP\/1.1 400 /);
    expect(answer).toContain('more than one credential');
    expect(gateway.incident.seen).toEqual([]);
  });
});

describe('forwarding', () => {
  it.each([
    ['/v1/incidents?limit=1&state=new,closed', () => gateway.incident],
    ['/v1/alerts', () => gateway.incident],
    ['/v1/problems/PRB0000001', () => gateway.incident],
    ['/v1/changes', () => gateway.change],
    ['/v1/deploy-gate?ci=web', () => gateway.change],
    ['/v1/cis/1/impact?direction=affected', () => gateway.cmdb],
    ['/v1/ci-classes', () => gateway.cmdb],
    ['/v1/resources', () => gateway.capacity],
    ['/v1/breaches', () => gateway.capacity],
  ])('%s goes to its service unchanged', async (path, service) => {
    expect((await gateway.api.get(path)).status).toBe(200);
    expect(service().seen.map(({ url }) => url)).toEqual([path]);
    expect(all().reduce((sum, fake) => sum + fake.seen.length, 0)).toBe(1);
  });

  it('passes the body and the wanted headers on, and takes out what is not for the service', async () => {
    const correlationId = '0199f0c5-1111-7aaa-8bbb-000000000001';
    await gateway.api.post(
      '/v1/incidents',
      { title: 'Disk full' },
      {
        'if-match': '"3"',
        'x-correlation-id': correlationId,
        ...identifiedAs('root'),
        'x-itops-anything': 'x',
        te: 'trailers',
        cookie: 'a=b',
      },
    );
    const [seen] = gateway.incident.seen;
    expect(seen).toMatchObject({ method: 'POST', body: '{"title":"Disk full"}' });
    expect(seen?.headers).toMatchObject({
      'content-type': 'application/json',
      'if-match': '"3"',
      'x-correlation-id': correlationId,
      host: new URL(gateway.incident.url).host,
    });
    expect(callerIn(seen)).toMatchObject({ sub: 'admin', credential: 'admin-key', aud: 'itops-services' });
    for (const name of ['authorization', 'x-api-key', 'x-itops-anything', 'te', 'cookie']) {
      expect(seen?.headers).not.toHaveProperty(name);
    }
  });

  it('makes a correlation id where none or no UUID is given, and tells it', async () => {
    const answer = await gateway.api.get('/v1/incidents', { 'x-correlation-id': 'no uuid' });
    const made = gateway.incident.seen[0]?.headers['x-correlation-id'];
    expect(made).toMatch(/^[0-9a-f]{8}-/);
    expect(answer.headers.get('x-correlation-id')).toBe(made);
  });

  it('keeps our own headers even where Connection names them', async () => {
    const named = 'x-itops-identity, X-ITOPS-Request-Id, x-correlation-id, x-custom';
    const answer = await rawGet(
      '/v1/incidents',
      `authorization: Bearer ${TEST_KEY}\r\nx-itops-request-id: mine\r\nconnection: ${named}\r\nx-custom: 1\r\n`,
    );
    const [seen] = gateway.incident.seen;
    expect(callerIn(seen)).toMatchObject({ sub: 'admin' });
    expect(seen?.headers).not.toHaveProperty('x-custom');
    for (const [header, told] of [
      ['x-itops-request-id', /^x-request-id: (\S+)/im],
      ['x-correlation-id', /^x-correlation-id: (\S+)/im],
    ] as const) {
      expect(seen?.headers[header]).toMatch(/^[0-9a-f-]{36}$/);
      expect(told.exec(answer)?.[1]).toBe(seen?.headers[header]);
    }
  });

  it("hands the service's answer back: status, ETag, Location, Link, type and body", async () => {
    gateway.change.answer = (_request, response) => {
      response
        .writeHead(201, {
          'content-type': 'application/vnd.test+json',
          etag: '"7"',
          location: '/v1/changes/1',
          link: '</v1/changes?cursor=x>; rel="next"',
          'x-itops-secret': 'stays inside',
        })
        .end('{"a":1}');
    };
    const answer = await gateway.api.post('/v1/changes', {});
    expect(answer.status).toBe(201);
    expect(answer.body).toEqual({ a: 1 });
    expect(answer.headers.get('etag')).toBe('"7"');
    expect(answer.headers.get('location')).toBe('/v1/changes/1');
    expect(answer.headers.get('link')).toBe('</v1/changes?cursor=x>; rel="next"');
    expect(answer.headers.get('content-type')).toBe('application/vnd.test+json');
    expect(answer.headers.get('x-itops-secret')).toBeNull();
  });

  it.each([204, 304, 404, 409, 412, 428, 500])('hands status %d back as it is', async (status) => {
    gateway.incident.answer = (_request, response) => response.writeHead(status).end();
    expect((await gateway.api.patch('/v1/incidents/1', {})).status).toBe(status);
  });

  it('answers HEAD and empty POST bodies', async () => {
    expect((await gateway.api.send('HEAD', '/v1/incidents', undefined)).status).toBe(200);
    expect((await gateway.api.post('/v1/incidents/1/actions/start')).status).toBe(200);
    expect(gateway.incident.seen.map(({ method, body }) => method + body)).toEqual(['HEAD', 'POST']);
  });

  it('gives 404 for a path that no service has', async () => {
    for (const path of ['/v1/unknown', '/v1/', '/v1/Incidents', '/', '/v2/incidents', '/v1/internal']) {
      const answer = await gateway.api.get(path);
      expect(answer.status).toBe(404);
      expect(answer.body['type']).toBe('/problems/no-such-route');
    }
    expect(all().every((fake) => fake.seen.length === 0)).toBe(true);
  });

  it.each([
    '/v1/incidents/../cis',
    '/v1/incidents/..',
    '/v1/incidents/./x',
    '/v1/incidents/%2e%2e/cis',
    '/v1/incidents/%2E%2e/metrics',
    '/v1/incidents/..%2fcis',
    '/v1/incidents/a%2Fb',
    '/v1/incidents/a%5cb',
    '/v1/incidents\\..\\cis',
    '//v1/incidents',
    '/v1//incidents',
    '/v1/incidents//',
    '/v1/incidents/%00',
    '/v1/%69ncidents',
    '/%76%31/incidents',
    '/livez/../v1/incidents',
    '/docs/../v1/incidents',
    '/docs/%2e%2e/v1/incidents',
    '/docs/assets/../../package.json',
    'http://other/v1/incidents',
    'http://127.0.0.1/livez',
    '*',
    '/v1/incidents#/../x',
  ])('lets no trick with the path through: %s', async (target) => {
    expect(await rawGet(target)).toMatch(/^HTTP\/1.1 400 /);
    expect(await rawGet(target, '')).toMatch(/^HTTP\/1.1 4\d\d /);
    expect(all().every((fake) => fake.seen.length === 0)).toBe(true);
  });
});

describe('bodies', () => {
  const large = `{"title":"${'x'.repeat(2 * 1024 * 1024)}"}`;

  it.each(['/v1/incidents', '/v1/alerts', '/v1/metrics', '/v1/discovery'])('refuses 2 MiB on %s', async (path) => {
    const answer = await gateway.api.post(path, large);
    expect(answer.status).toBe(413);
    expect(answer.body).toMatchObject({ type: '/problems/too-large', status: 413 });
    expect(gateway.incident.seen).toEqual([]);
  });

  it.each(['/v1/incidents', '/v1/alerts'])('refuses 2 MiB of unannounced length on %s', async (path) => {
    const request = httpRequest(gateway.service.url + path, {
      method: 'POST',
      headers: { authorization: `Bearer ${TEST_KEY}`, 'content-type': 'application/json' },
    });
    request.on('error', () => undefined);
    request.write(large.slice(0, 1024 * 1024));
    request.end(large.slice(1024 * 1024));
    const [response]: { statusCode?: number }[] = await once(request, 'response');
    expect(response?.statusCode).toBe(413);
    expect(gateway.incident.seen).toEqual([]);
  });

  it('passes 1 MiB through', async () => {
    const body = `"${'x'.repeat(1024 * 1024 - 2)}"`;
    expect((await gateway.api.post('/v1/incidents', body)).status).toBe(200);
    expect(gateway.incident.seen[0]?.body.length).toBe(1024 * 1024);
  });

  it.each(['{"source":', '{"a":1}}', 'nonsense', '{"__proto__":{"a":1}}', ''])(
    'refuses a body on a durable entry that is no JSON: %s',
    async (body) => {
      for (const path of ['/v1/alerts', '/v1/metrics', '/v1/deployments', '/v1/discovery']) {
        const answer = await gateway.api.post(path, body);
        expect(answer.status).toBe(400);
        expect(answer.headers.get('content-type')).toContain('application/problem+json');
      }
    },
  );

  it('refuses another media type on a durable entry', async () => {
    const answer = await gateway.api.post('/v1/alerts', '<a/>', { 'content-type': 'application/xml' });
    expect(answer.status).toBe(415);
  });
});

describe('a service in trouble', () => {
  it('that is away gives 503 with Retry-After, and works again when it is back', async () => {
    const { port } = gateway.capacity;
    await gateway.capacity.stop();
    for (const send of [() => gateway.api.get('/v1/resources'), () => gateway.api.post('/v1/thresholds', {})]) {
      const answer = await send();
      expect(answer.status).toBe(503);
      expect(answer.headers.get('retry-after')).toBe('5');
      expect(answer.body).toMatchObject({ type: '/problems/unavailable', status: 503 });
    }
    expect((await gateway.api.get('/v1/incidents')).status).toBe(200);
    await gateway.capacity.listen(port);
    await eventually(async () => expect((await gateway.api.get('/v1/resources')).status).toBe(200));
  });

  it('that does not answer gives 504', async () => {
    gateway.incident.answer = () => undefined;
    const answer = await gateway.api.get('/v1/incidents');
    expect(answer.status).toBe(504);
    expect(answer.body).toMatchObject({ type: '/problems/upstream-timeout', status: 504 });
  });

  it('is asked once more after a reset when the request is safe, and never for a change', async () => {
    const resetOnce = () => {
      let first = true;
      gateway.incident.answer = (_request, response) => {
        if (first) response.socket?.resetAndDestroy();
        else response.end('{}');
        first = false;
      };
    };
    resetOnce();
    expect((await gateway.api.get('/v1/incidents')).status).toBe(200);
    expect(gateway.incident.seen.length).toBe(2);
    resetOnce();
    expect((await gateway.api.post('/v1/incidents', {})).status).toBe(503);
    expect(gateway.incident.seen.length).toBe(3);
  });

  it('is told when the client has gone', async () => {
    const hung = Promise.withResolvers<void>();
    const asked = Promise.withResolvers<void>();
    gateway.incident.answer = (_request, response) => {
      response.on('close', () => hung.resolve());
      asked.resolve();
    };
    const leaving = new AbortController();
    const sent = fetch(`${gateway.service.url}/v1/incidents`, {
      headers: { authorization: `Bearer ${TEST_KEY}` },
      signal: leaving.signal,
    }).catch(() => undefined);
    await asked.promise;
    const at = performance.now();
    leaving.abort();
    await Promise.all([hung.promise, sent]);
    expect(performance.now() - at).toBeLessThan(600);
  });

  it('is shown by /readyz but does not make the gateway unready', async () => {
    gateway.change.json(503, { status: 'waiting' });
    const answer = await gateway.api.get('/readyz');
    expect(answer.status).toBe(200);
    expect(answer.body['checks']).toMatchObject({ 'change-svc': { ready: true, detail: 'not ready: waiting' } });
  });
});
