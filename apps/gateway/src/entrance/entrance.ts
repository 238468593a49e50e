import { BadRequestException, PayloadTooLargeException } from '@nestjs/common';
import { type Authority, isUuid, newId, type RefusedAttempts, REQUEST_ID_HEADER } from '@itops/kit';
import { CORRELATION_HEADER } from '@itops/platform';
import { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify';

import { BODY_LIMIT, LimitedBody } from './body-limit';
import { type Callers } from './callers';
import { shownCredential } from './credential';
import { requireOneHost } from './host';
import { describeBucket, type Limits, RateLimited } from './limits/limits';
import { routeClassOf } from './limits/route-class';
import { Unauthenticated } from './refusals';
import { isOpenPath, plainPath } from './request-path';

/** Headers by which the platform's parts speak to each other; from outside they are not believed. */
const OWN_HEADERS = 'x-itops-';

export interface Guards {
  readonly callers: Callers;
  readonly limits: Limits;
  readonly refused: Pick<RefusedAttempts, 'note'>;
}

/**
 * What every request passes before anything else looks at it, in this order: path, size, correlation, credential, authority,
 * limits. Nothing is waited for where the caller is known already.
 */
export function guardEntrance(server: FastifyInstance, guards: Guards): void {
  server.decorateRequest('authority', undefined);
  server.addHook('onRequest', (request, reply, done) => {
    const refuse = (error: unknown) => done(refusal(error, request, reply, guards));
    try {
      const path = plainPath(request.raw.url ?? '');
      identify(request, reply);
      if (path === undefined) {
        throw new BadRequestException(
          'The path has empty or dot segments, encoded separators, or is no path. Send it in its plain form.',
        );
      }
      requireOneHost(request.raw.rawHeaders);
      if (Number(request.headers['content-length'] ?? 0) > BODY_LIMIT) throw new PayloadTooLargeException();
      if (isOpenPath(path)) return done();
      const shown = shownCredential(request.raw);
      if (shown === undefined) throw new Unauthenticated('missing');
      const known = guards.callers.recognise(shown);
      if (known !== undefined) {
        admit(known, path, request, reply, guards.limits);
        return done();
      }
      guards.limits.requirePatience(request.ip);
      guards.callers
        .verify(shown)
        .then((authority) => admit(authority, path, request, reply, guards.limits))
        .then(() => done(), refuse);
    } catch (error) {
      refuse(error);
    }
  });
  server.addHook('preParsing', (request, _reply, payload, done) => {
    const isCounted = request.headers['transfer-encoding'] !== undefined;
    done(null, isCounted ? LimitedBody.of(payload) : payload);
  });
}

/** Says what the call belongs to, in the headers that the services and our own controllers read. */
function identify(request: FastifyRequest, reply: FastifyReply): void {
  const { headers } = request.raw;
  for (const name in headers) if (name.startsWith(OWN_HEADERS)) delete headers[name];
  const given = headers[CORRELATION_HEADER];
  const correlationId = typeof given === 'string' && isUuid(given) ? given : newId();
  headers[CORRELATION_HEADER] = correlationId;
  headers[REQUEST_ID_HEADER] = request.id;
  void reply.header(CORRELATION_HEADER, correlationId).header('x-request-id', request.id);
}

/** @throws RateLimited */
function admit(authority: Authority, path: string, request: FastifyRequest, reply: FastifyReply, limits: Limits): void {
  request.authority = authority;
  const allowance = limits.of(authority.subject);
  const kind = routeClassOf(request.method, path);
  const now = performance.now();
  const bucket = allowance.of(kind, now);
  const isLetThrough = bucket.take(now);
  void reply.header('ratelimit-policy', limits.policy(kind)).header('ratelimit', describeBucket(kind, bucket));
  if (!isLetThrough) {
    throw new RateLimited(`There were too many requests of yours to ${kind}.`, kind, bucket.secondsToNext);
  }
  // Whoever has gone while their token was verified is told nothing, and so would never be counted off.
  if (kind === 'stream' || request.raw.socket.destroyed) return;
  limits.requirePlace(allowance);
  allowance.inFlight++;
  reply.raw.once('close', () => allowance.inFlight--);
}

/** What the caller is told. Who is not let in is counted and recorded, and not told why for as long as they try too often. */
function refusal(error: unknown, request: FastifyRequest, reply: FastifyReply, guards: Guards): Error {
  if (error instanceof RateLimited) void reply.header('retry-after', String(error.retryAfter));
  if (!(error instanceof Unauthenticated)) return error instanceof Error ? error : new Error(String(error));
  if (error.reason === 'missing') return challenge(error, reply);
  const { limits, refused } = guards;
  const address = request.ip;
  try {
    limits.requirePatience(address);
  } catch (impatience) {
    return refusal(impatience, request, reply, guards);
  }
  limits.noteStranger(address);
  refused.note({
    cause: { actor: error.subject, correlationId: String(request.headers[CORRELATION_HEADER]), requestId: request.id },
    action: 'authenticate',
    resourceType: 'route',
    resourceId: `${request.method} ${request.routeOptions.url ?? '*'}`,
    reason: `credential ${error.reason}`,
  });
  return challenge(error, reply);
}

function challenge(error: Unauthenticated, reply: FastifyReply): Error {
  void reply.header('www-authenticate', error.challenge);
  return error;
}
