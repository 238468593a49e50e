import { connect } from 'node:net';

import { ApiClient } from '@itops/testing';

import { type GatewayUnderTest, startGateway, TEST_KEY } from './gateway-under-test';

let gateway: GatewayUnderTest;

describe('the entrance', () => {
  beforeAll(async () => {
    gateway = await startGateway();
  });
  afterAll(() => gateway.close());
  beforeEach(() => {
    gateway.incident.json(200, {});
    gateway.incident.seen.length = 0;
  });

  /** The answer to a head that goes out as it is. */
  async function send(...lines: readonly string[]): Promise<string> {
    const { hostname, port } = new URL(gateway.service.url);
    const socket = connect(Number(port), hostname);
    const all = ['GET /v1/incidents HTTP/1.1', ...lines, `authorization: Bearer ${TEST_KEY}`, 'connection: close'];
    socket.write(`${all.join('\r\n')}\r\n\r\n`);
    return Buffer.concat(await socket.toArray()).toString();
  }

  it.each([[['host: gateway', 'host: other']], [['host: gateway', 'Host: gateway']]])(
    'lets nobody in who names two hosts: %j',
    async (lines) => {
      const answer = await send(...lines);
      expect(answer).toMatch(/^HTTP\/1\.1 400 /);
      expect(answer).toContain('/problems/bad-request');
      expect(gateway.incident.seen).toEqual([]);
    },
  );

  it('lets in who names one', async () => {
    expect(await send('host: gateway')).toMatch(/^HTTP\/1\.1 200 /);
  });

  it.each(['/v1/incident%73', '/%761/incidents'])('does not guess who is meant by %s', async (path) => {
    const answer = await gateway.api.get(path);
    expect(answer).toMatchObject({ status: 400, body: { type: '/problems/bad-request' } });
    expect(gateway.incident.seen).toEqual([]);
  });
});

describe.each([
  ['is named', '127.0.0.1', [401, 401]],
  ['is not named', undefined, [429, 429]],
])('behind a proxy that %s', (_how, proxies, others) => {
  beforeAll(async () => {
    gateway = await startGateway({
      env: { RATE_LIMIT_STRANGERS: '0.001,1', ...(proxies === undefined ? {} : { TRUSTED_PROXIES: proxies }) },
    });
  });
  afterAll(() => gateway.close());

  it('failed attempts count for the address of the caller only as far as the proxy is believed', async () => {
    const from = (address: string) =>
      new ApiClient(gateway.service.url, { authorization: 'Bearer itops_nonsense', 'x-forwarded-for': address });
    expect((await from('192.0.2.1').get('/v1/incidents')).status).toBe(401);
    expect((await from('192.0.2.1').get('/v1/incidents')).status).toBe(429);
    expect((await from('192.0.2.2').get('/v1/incidents')).status).toBe(others[0]);
    // What stands before the proxy's own word anybody can have written.
    expect((await from('192.0.2.1, 192.0.2.3').get('/v1/incidents')).status).toBe(others[1]);
    expect((await from('192.0.2.4, 192.0.2.1').get('/v1/incidents')).status).toBe(429);
  });
});
