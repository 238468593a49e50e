/** The processes of `bench -- gateway`: which part this one plays says its first argument. Prints the port it listens on. */
import { type AddressInfo } from 'node:net';

import httpProxy from '@fastify/http-proxy';
import fastify from 'fastify';

import { constantService } from './raw-http.mts';

const [part, upstream = ''] = process.argv.slice(2);
const item = { id: '0199f0c5-1111-7aaa-8bbb-000000000001', title: 'Disk full on db-07', state: 'new', priority: 3 };
const BODY = JSON.stringify({ items: Array.from({ length: 8 }, () => item), nextCursor: null });

if (part === 'service') {
  const server = constantService(BODY);
  server.listen(0, '127.0.0.1', () => {
    const address: AddressInfo | string | null = server.address();
    if (address !== null && typeof address === 'object') console.log(address.port);
  });
} else {
  const server = fastify();
  // Everything as it comes out of the box, as many connections as the gateway may open.
  await server.register(httpProxy, { upstream, undici: { connections: 256 } });
  const url = await server.listen({ port: 0, host: '127.0.0.1' });
  console.log(new URL(url).port);
}
