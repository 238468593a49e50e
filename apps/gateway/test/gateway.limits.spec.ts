import { once } from 'node:events';
import { connect, type Socket } from 'node:net';

import { ApiClient, eventually, TestIssuer } from '@itops/testing';

import { type GatewayUnderTest, startGateway, TEST_KEY } from './gateway-under-test';

let gateway: GatewayUnderTest;
let issuer: TestIssuer;

describe('the limits of a caller', () => {
  beforeAll(async () => {
    issuer = await TestIssuer.start();
    gateway = await startGateway({
      env: {
        ...issuer.settings,
        RATE_LIMIT_READ: '0.001,3',
        RATE_LIMIT_REPORT: '0.001,1',
        MAX_IN_FLIGHT: '2',
      },
    });
  });
  afterAll(async () => {
    await gateway.close();
    await issuer.stop();
  });
  beforeEach(() => {
    gateway.incident.json(200, {});
    gateway.cmdb.seen.length = 0;
  });

  const anna = () => clientOf(issuer.token({ claims: { sub: 'anna' } }));

  it('are told, and who goes beyond them waits, alone and in that kind of request alone', async () => {
    const client = anna();
    for (const left of [2, 1, 0]) {
      const { status, headers } = await client.get('/v1/incidents');
      expect(status).toBe(200);
      expect(headers.get('ratelimit-policy')).toBe('"read";q=3;w=3000');
      expect(headers.get('ratelimit')).toMatch(new RegExp(`^"read";r=${left};t=\\d+$`));
    }
    const refused = await client.get('/v1/cis');
    expect(refused.status).toBe(429);
    expect(refused.body).toMatchObject({ type: '/problems/rate-limited', 'violated-policies': ['read'] });
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
    expect(refused.headers.get('ratelimit')).toMatch(/^"read";r=0;/);
    expect(gateway.cmdb.seen).toEqual([]);
    // A new token of the same person brings nothing.
    expect((await clientOf(issuer.token({ claims: { sub: 'anna', jti: '2' } })).get('/v1/cis')).status).toBe(429);
    expect((await client.post('/v1/incidents', {})).status).toBe(200);
    expect((await clientOf(issuer.token({ claims: { sub: 'ben' } })).get('/v1/cis')).status).toBe(200);
    expect((await gateway.api.get('/v1/cis')).status).toBe(200);
  });

  it('hold for what is under way at the same time', async () => {
    const release: (() => void)[] = [];
    gateway.incident.answer = (_request, response) => release.push(() => response.end('{}'));
    const client = clientOf(issuer.token({ claims: { sub: 'many' } }));
    const sent = [client.post('/v1/incidents'), client.post('/v1/incidents')];
    await eventually(() => expect(release).toHaveLength(2));
    const third = await client.post('/v1/incidents');
    expect(third).toMatchObject({ status: 429, body: { 'violated-policies': ['in-flight'] } });
    expect(third.headers.get('retry-after')).toBe('1');
    for (const answer of release) answer();
    await Promise.all(sent);
    gateway.incident.json(200, {});
    await eventually(async () => expect((await client.post('/v1/incidents')).status).toBe(200));
  });
});

describe('the limits of an address', () => {
  beforeAll(async () => {
    issuer = await TestIssuer.start();
    gateway = await startGateway({ env: { ...issuer.settings, RATE_LIMIT_STRANGERS: '0.001,3' } });
  });
  afterAll(async () => {
    await gateway.close();
    await issuer.stop();
  });

  it('hold for who fails to be let in, which is recorded, and whoever is known comes through', async () => {
    const known = issuer.token({ claims: { sub: 'known' } });
    expect((await clientOf(known).get('/v1/incidents')).status).toBe(200);
    const late = issuer.token({ claims: { sub: 'late', iat: 1, exp: 2 } });
    expect((await clientOf(late).get('/v1/incidents/INC0000001')).status).toBe(401);
    const asked = () => clientOf('itops_nonsense').get('/v1/incidents');
    for (const _attempt of [1, 2]) expect((await asked()).status).toBe(401);
    const refused = await asked();
    expect(refused).toMatchObject({ status: 429, body: { type: '/problems/rate-limited' } });
    expect(refused.headers.get('retry-after')).toMatch(/^\d+$/);
    // What would cost a signature is not even looked at.
    expect((await clientOf(issuer.token({ claims: { sub: 'new' } })).get('/v1/incidents')).status).toBe(429);
    expect((await clientOf(known).get('/v1/incidents')).status).toBe(200);
    expect((await gateway.api.get('/v1/incidents')).status).toBe(200);
    await eventually(async () => {
      const rows: unknown = await gateway.service.database.query(
        `select actor, action, resource_id, reason, outcome from audit_log where actor = 'user:late'`,
      );
      const tried = {
        action: 'authenticate',
        resource_id: 'GET /v1/*',
        reason: 'credential expired',
        outcome: 'refused',
      };
      expect(rows).toEqual([{ actor: 'user:late', ...tried }]);
    });
  });
});

describe('slow clients', () => {
  const sockets: Socket[] = [];

  beforeAll(async () => {
    gateway = await startGateway({ env: { CLIENT_PATIENCE_MS: '1500' } });
  });
  afterAll(() => gateway.close());
  beforeEach(() => gateway.incident.json(200, {}));
  afterEach(() => {
    for (const socket of sockets.splice(0)) socket.destroy();
  });

  async function open(): Promise<Socket> {
    const { hostname, port } = new URL(gateway.service.url);
    const socket = connect(Number(port), hostname);
    sockets.push(socket);
    socket.on('error', () => undefined);
    await once(socket, 'connect');
    return socket;
  }

  it('that do not finish their headers are cut off', async () => {
    const socket = await open();
    socket.write('GET /v1/incidents HTTP/1.1\r\nhost: x\r\n');
    socket.resume();
    await once(socket, 'close');
  });

  it('that do not finish their body are cut off, and nothing of it stays', async () => {
    const socket = await open();
    socket.write(`POST /v1/incidents HTTP/1.1\r\nhost: x\r\nauthorization: Bearer ${TEST_KEY}\r\n`);
    socket.write('content-type: application/json\r\ncontent-length: 100\r\n\r\n{"title":');
    socket.resume();
    await once(socket, 'close');
    await eventually(async () => expect((await gateway.api.get('/v1/incidents')).status).toBe(200));
  });

  it('that do not read are cut off, and so is what the service still sends', async () => {
    let isSending = true;
    gateway.incident.answer = (_request, response) => {
      response.on('close', () => (isSending = false));
      const more = () => {
        while (isSending && response.write(Buffer.alloc(65_536)));
      };
      response.on('drain', more);
      more();
    };
    const socket = await open();
    socket.pause();
    socket.write(`GET /v1/incidents HTTP/1.1\r\nhost: x\r\nauthorization: Bearer ${TEST_KEY}\r\n\r\n`);
    await eventually(() => expect(isSending).toBe(false));
  });

  it('that have nothing to read may wait', async () => {
    const release: (() => void)[] = [];
    gateway.incident.answer = (_request, response) => release.push(() => response.end('{}'));
    const waiting = gateway.api.get('/v1/incidents');
    const socket = await open();
    socket.resume();
    socket.write('GET /v1/incidents HTTP/1.1\r\nhost: x\r\n');
    // By the time that this one is cut off, patience is over.
    await once(socket, 'close');
    for (const answer of release) answer();
    expect((await waiting).status).toBe(200);
  });
});

function clientOf(credential: string): ApiClient {
  return new ApiClient(gateway.service.url, { authorization: `Bearer ${credential}` });
}
