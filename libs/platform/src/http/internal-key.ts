import { createHash, timingSafeEqual } from 'node:crypto';

import { type FastifyInstance } from 'fastify';

import { PROBLEM_CONTENT_TYPE, PROBLEM_TYPE_BASE } from './problems/problem';
import { INTERNAL_KEY_HEADER } from './request';

const OPEN_PATHS = new Set(['/livez', '/readyz', '/metrics', '/openapi.json']);

/** A service answers only the gateway: a call without the shared secret is refused before its body is read. */
export function requireInternalKey(server: FastifyInstance, key: string): void {
  const expected = createHash('sha256').update(key).digest();
  server.addHook('onRequest', async (request, reply) => {
    const path = request.url.split('?', 1)[0] ?? '';
    if (OPEN_PATHS.has(path)) return;
    const given = request.headers[INTERNAL_KEY_HEADER];
    const digest = createHash('sha256')
      .update(typeof given === 'string' ? given : '')
      .digest();
    if (timingSafeEqual(expected, digest)) return;
    await reply
      .status(401)
      .header('content-type', PROBLEM_CONTENT_TYPE)
      .send(
        JSON.stringify({
          type: `${PROBLEM_TYPE_BASE}unauthenticated`,
          title: 'Only the gateway may call a service',
          status: 401,
          detail: 'Send the request to the gateway; it adds what a service asks for.',
          instance: request.url,
        }),
      );
  });
}
