import { once } from 'node:events';
import { createServer, type RequestListener, type Server } from 'node:http';

import { isRecord } from '@itops/kit';

import { OutgoingRefused, permittedAddresses, type Resolve } from './guarded-connector';
import { specialPurpose } from './networks';
import { Outgoing } from './outgoing';
import { OutgoingRules } from './outgoing-rules';

describe('an address', () => {
  it.each([
    ['0.0.0.0', '"this" network'],
    ['0.255.1.2', '"this" network'],
    ['10.0.0.1', 'private'],
    ['10.255.255.255', 'private'],
    ['100.64.0.1', 'shared by a carrier'],
    ['100.127.255.255', 'shared by a carrier'],
    ['100.100.100.200', 'a metadata service'],
    ['127.0.0.1', 'loopback'],
    ['127.255.255.254', 'loopback'],
    ['168.63.129.16', 'a metadata service'],
    ['169.254.0.1', 'link-local'],
    ['169.254.169.254', 'a metadata service'],
    ['169.254.170.2', 'a metadata service'],
    ['172.16.0.1', 'private'],
    ['172.31.255.255', 'private'],
    ['192.0.0.1', 'reserved'],
    ['192.0.0.192', 'a metadata service'],
    ['192.0.2.1', 'for documentation or benchmarks'],
    ['192.88.99.1', 'reserved'],
    ['192.168.1.1', 'private'],
    ['198.18.0.1', 'for documentation or benchmarks'],
    ['198.19.255.255', 'for documentation or benchmarks'],
    ['198.51.100.7', 'for documentation or benchmarks'],
    ['203.0.113.7', 'for documentation or benchmarks'],
    ['224.0.0.1', 'multicast'],
    ['239.255.255.250', 'multicast'],
    ['240.0.0.1', 'reserved'],
    ['255.255.255.255', 'reserved'],
    ['::', '"this" network'],
    ['::1', 'loopback'],
    ['0:0:0:0:0:0:0:1', 'loopback'],
    ['::7f00:1', 'reserved'],
    ['::ffff:127.0.0.1', 'loopback'],
    ['::ffff:7f00:1', 'loopback'],
    ['::FFFF:A9FE:A9FE', 'a metadata service'],
    ['::ffff:10.0.0.1', 'private'],
    ['::ffff:0.0.0.0', '"this" network'],
    ['64:ff9b::10.0.0.1', 'private'],
    ['64:ff9b::a9fe:a9fe', 'a metadata service'],
    ['64:ff9b:1::1', 'reserved'],
    ['100::1', 'reserved'],
    ['2001::1', 'reserved'],
    ['2001:0:4136:e378:8000:63bf:3fff:fdd2', 'reserved'],
    ['2001:2::1', 'for documentation or benchmarks'],
    ['2001:db8::1', 'for documentation or benchmarks'],
    ['2002:7f00:1::', 'reserved'],
    ['3fff::1', 'for documentation or benchmarks'],
    ['4000::1', 'reserved'],
    ['5f00::1', 'reserved'],
    ['fc00::1', 'private'],
    ['fd00:ec2::254', 'a metadata service'],
    ['fd12:3456:789a::1', 'private'],
    ['fe80::1', 'link-local'],
    ['febf::1', 'link-local'],
    ['fec0::1', 'private'],
    ['ff02::1', 'multicast'],
    ['localhost', 'no address'],
    ['0x7f.1', 'no address'],
  ])('%s is no public one: %s', (address, reason) => {
    expect(specialPurpose(address)).toBe(reason);
  });

  it.each(['1.1.1.1', '8.8.8.8', '9.255.255.255', '11.0.0.0', '100.63.255.255', '100.128.0.0', '126.255.255.255'])(
    '%s is public',
    (address) => expect(specialPurpose(address)).toBeUndefined(),
  );
  it.each(['128.0.0.0', '172.15.255.255', '172.32.0.0', '192.167.255.255', '192.169.0.0', '223.255.255.255'])(
    '%s is public',
    (address) => expect(specialPurpose(address)).toBeUndefined(),
  );
  it.each(['2606:4700:4700::1111', '2a00:1450:4001::1', '::ffff:8.8.8.8', '64:ff9b::808:808', '2001:4860:4860::8888'])(
    '%s is public',
    (address) => expect(specialPurpose(address)).toBeUndefined(),
  );
});

describe('a URL', () => {
  const guard = new Outgoing(OutgoingRules.publicOnly);
  afterAll(() => guard.close());

  it.each([
    ['http://127.0.0.1/', 'loopback'],
    ['http://2130706433/', 'loopback'],
    ['http://017700000001/', 'loopback'],
    ['http://0x7f000001/', 'loopback'],
    ['http://0x7f.0.0.1/', 'loopback'],
    ['http://0177.0.0.1/', 'loopback'],
    ['http://127.1/', 'loopback'],
    ['http://127.000.000.001/', 'loopback'],
    ['http://%31%32%37.0.0.1/', 'loopback'],
    ['http://①②⑦.⓪.⓪.①/', 'loopback'],
    ['http://127。0。0。1/', 'loopback'],
    ['http://0/', '"this" network'],
    ['http://2852039166/', 'a metadata service'],
    ['http://[::1]/', 'loopback'],
    ['http://[::ffff:169.254.169.254]/', 'a metadata service'],
    ['http://[0:0:0:0:0:ffff:7f00:0001]/', 'loopback'],
    ['http://10.0.0.1:443/', 'private'],
    ['https://8.8.8.8:22/', 'port 22'],
    ['https://example.com:6379/', 'port 6379'],
    ['https://example.com@10.0.0.1/', 'user'],
    ['https://user:pass@example.com/', 'user'],
    ['https://example.com/#x', 'fragment'],
    ['ftp://example.com/', 'https://'],
    ['file:///etc/passwd', 'https://'],
    ['gopher://127.0.0.1:6379/_x', 'https://'],
    ['data:text/plain,x', 'https://'],
    ['//example.com', 'must be a URL'],
    ['example.com', 'must be a URL'],
  ])('%s is refused: %s', (url, reason) => {
    expect(guard.refuses(url)).toContain(reason);
  });

  it.each(['https://example.com', 'http://example.com/hooks?x=1', 'https://8.8.8.8/', 'https://[2606:4700::1]/x'])(
    '%s may be tried',
    (url) => expect(guard.refuses(url)).toBeUndefined(),
  );
});

describe('what is allowed beside', () => {
  const judge = (allowed: string, host: string, address: string, port: number) =>
    OutgoingRules.parse(allowed).refusesAddress(host, address, port);

  it.each([
    ['10.0.0.0/8', 'a.internal', '10.1.2.3', 443, undefined],
    ['10.0.0.0/8', 'a.internal', '10.1.2.3', 8443, 'private'],
    ['10.0.0.0/8', 'a.internal', '192.168.0.1', 443, 'private'],
    ['10.0.0.0/8:8443', 'a.internal', '10.1.2.3', 8443, undefined],
    ['10.0.0.0/8:*', 'a.internal', '10.1.2.3', 12_345, undefined],
    ['hooks.internal', 'Hooks.Internal.', '127.0.0.1', 80, undefined],
    ['hooks.internal', 'other.internal', '127.0.0.1', 80, 'loopback'],
    ['hooks.internal:9000', 'hooks.internal', '127.0.0.1', 9_000, undefined],
    ['hooks.internal:9000', 'hooks.internal', '127.0.0.1', 80, 'loopback'],
    ['example.com:9000', 'example.com', '8.8.8.8', 9_000, undefined],
    ['[::1]:*', '::1', '::1', 9_000, undefined],
    ['fd00::/8', 'a.internal', 'fd12::1', 443, undefined],
    ['127.0.0.1', 'a', '127.0.0.2', 443, 'loopback'],
    ['127.0.0.0/8, hooks.internal', 'a', '::ffff:127.0.0.1', 443, 'loopback'],
    ['', 'example.com', '8.8.8.8', 443, undefined],
  ])('%s: %s at %s port %i', (allowed, host, address, port, reason) => {
    const found = judge(allowed, host, address, port);
    if (reason === undefined) expect(found).toBeUndefined();
    else expect(found).toContain(reason);
  });

  it.each([
    '10.0.0.0/33',
    '10.1',
    'a b',
    'hooks.internal:0',
    'hooks.internal:70000',
    'https://x',
    '::1/129',
    '[::1',
    'x/8',
  ])('%s is no entry', (entry) => expect(() => OutgoingRules.parse(`example.com,${entry}`)).toThrow(entry));
});

describe('the addresses of a host', () => {
  const of = (addresses: readonly string[], host = 'hooks.example', port = 443) =>
    permittedAddresses(OutgoingRules.publicOnly, () => Promise.resolve(addresses), host, port);

  it('are only those on the public internet', async () => {
    expect(await of(['10.0.0.1', '8.8.8.8', '::1', '2606:4700::1'])).toEqual(['8.8.8.8', '2606:4700::1']);
  });

  it('are refused when there is none of these, with the reason', async () => {
    await expect(of(['127.0.0.1', '10.0.0.1'])).rejects.toThrow(OutgoingRefused);
    await expect(of(['::ffff:169.254.169.254'])).rejects.toThrow('a metadata service');
    await expect(of([])).rejects.toThrow('no address');
    await expect(of(['8.8.8.8'], 'hooks.example', 25)).rejects.toThrow('port 25');
  });
});

describe('a call', () => {
  const servers: Server[] = [];
  const guards: Outgoing[] = [];
  let calls = 0;

  beforeEach(() => {
    calls = 0;
  });
  afterEach(async () => {
    await Promise.all(guards.splice(0).map((guard) => guard.close()));
    for (const server of servers.splice(0)) {
      server.closeAllConnections();
      server.close();
    }
  });

  async function listen(answer: RequestListener): Promise<number> {
    const server = createServer((request, response) => {
      calls++;
      answer(request, response);
    });
    servers.push(server);
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    const address = server.address();
    return isRecord(address) && typeof address['port'] === 'number' ? address['port'] : 0;
  }

  function post(rules: string, url: string, options: { resolve?: Resolve; timeoutMs?: number } = {}) {
    const guard = new Outgoing(OutgoingRules.parse(rules), options.resolve);
    guards.push(guard);
    const { timeoutMs = 5_000 } = options;
    return guard.post({ url: new URL(url), headers: {}, body: '{}', timeoutMs, keptBytes: 100 });
  }

  it('reaches what is allowed, and keeps the beginning of the answer', async () => {
    const port = await listen((_request, response) => response.writeHead(201).end('é'.repeat(10_000)));
    const { status, text } = await post('127.0.0.1:*', `http://127.0.0.1:${port}/x?y=1`);
    expect([status, text]).toEqual([201, 'é'.repeat(50)]);
  });

  it('does not reach what is inside', async () => {
    const port = await listen((_request, response) => response.end());
    for (const host of ['127.0.0.1', '[::ffff:127.0.0.1]', '2130706433', 'localhost', '0']) {
      await expect(post(`example.com:*`, `http://${host}:${port}/`)).rejects.toThrow(OutgoingRefused);
    }
    expect(calls).toBe(0);
  });

  it('is judged by the address that it goes to, whatever the name meant a moment before', async () => {
    const port = await listen((_request, response) => response.end());
    const said = ['8.8.8.8', '127.0.0.1'];
    const rebinding: Resolve = () => Promise.resolve([said.shift() ?? '127.0.0.1']);
    expect(await permittedAddresses(OutgoingRules.publicOnly, rebinding, 'evil.test', 443)).toEqual(['8.8.8.8']);
    await expect(post('x.test:*', `http://evil.test:${port}/`, { resolve: rebinding })).rejects.toThrow('loopback');
    expect(calls).toBe(0);
  });

  it('resolves a name once, and goes to what was resolved', async () => {
    const port = await listen((_request, response) => response.end('there'));
    let lookups = 0;
    const resolve: Resolve = () => Promise.resolve([lookups++ === 0 ? '127.0.0.1' : '10.0.0.1']);
    const { text } = await post('127.0.0.1:*', `http://hooks.test:${port}/`, { resolve });
    expect([text, lookups]).toEqual(['there', 1]);
  });

  it('follows no redirect', async () => {
    const inside = await listen((_request, response) => response.end('secret'));
    const outside = await listen((_request, response) =>
      response.writeHead(302, { location: `http://localhost:${inside}/` }).end('moved'),
    );
    const { status, text } = await post('127.0.0.1:*', `http://127.0.0.1:${outside}/`);
    expect([status, text, calls]).toEqual([302, 'moved', 1]);
  });

  it('ends after its time also while a name is looked up or connected to', async () => {
    const never: Resolve = () => new Promise(() => undefined);
    const asked = post('hooks.test:*', 'http://hooks.test/', { resolve: never, timeoutMs: 100 });
    await expect(asked).rejects.toMatchObject({ name: 'TimeoutError' });
  });

  it('ends with an endless answer, and after its time', async () => {
    const endless = await listen((_request, response) => {
      response.writeHead(200);
      const more = () => {
        if (!response.destroyed) response.write('x'.repeat(10_000), () => setImmediate(more));
      };
      more();
    });
    expect((await post('127.0.0.1:*', `http://127.0.0.1:${endless}/`)).text).toBe('x'.repeat(100));
    const silent = await listen(() => undefined);
    await expect(post('127.0.0.1:*', `http://127.0.0.1:${silent}/`, { timeoutMs: 100 })).rejects.toThrow();
    const dripping = await listen((_request, response) => {
      response.writeHead(200);
      const drip = setInterval(() => response.write('x'), 20);
      response.on('close', () => clearInterval(drip));
    });
    await expect(post('127.0.0.1:*', `http://127.0.0.1:${dripping}/`, { timeoutMs: 200 })).rejects.toThrow();
  });
});
