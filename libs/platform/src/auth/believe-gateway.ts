import { type Authority, IDENTITY_HEADER } from '@itops/kit';
import { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify';

import { PROBLEM_CONTENT_TYPE, PROBLEM_TYPE_BASE } from '../http/problems/problem';
import { type InternalTokenVerifier } from './internal-token';
import { type Refusals } from './refusals';

declare module 'fastify' {
  interface FastifyRequest {
    /** Who calls, once it has been verified. */
    authority?: Authority | undefined;
  }
}

const OPEN_PATHS = new Set(['/livez', '/readyz', '/metrics', '/openapi.json']);

/** A service answers only who the gateway vouches for: any other call is refused before its body is read. */
export function believeGateway(server: FastifyInstance, verifier: InternalTokenVerifier, refusals: Refusals): void {
  const refuse = (request: FastifyRequest, reply: FastifyReply): void => {
    refusals.tellStranger(request);
    turnAway(request, reply);
  };
  server.decorateRequest('authority', undefined);
  server.addHook('onRequest', (request, reply, done) => {
    const path = request.url.split('?', 1)[0] ?? '';
    if (OPEN_PATHS.has(path)) return done();
    const token = request.headers[IDENTITY_HEADER];
    if (typeof token !== 'string') return refuse(request, reply);
    const known = verifier.known(token);
    if (known !== undefined) {
      request.authority = known;
      return done();
    }
    verifier.verify(token).then((authority) => {
      if (authority === undefined) return refuse(request, reply);
      request.authority = authority;
      return done();
    }, done);
  });
}

function turnAway(request: FastifyRequest, reply: FastifyReply): void {
  void reply
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
}
