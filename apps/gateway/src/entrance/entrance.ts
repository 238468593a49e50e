import { BadRequestException, PayloadTooLargeException, UnauthorizedException } from '@nestjs/common';
import { type Authority, isUuid, newId, PERMISSIONS, REQUEST_ID_HEADER } from '@itops/kit';
import { CORRELATION_HEADER } from '@itops/platform';
import { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify';

import { isKey, shownKey } from './api-key';
import { BODY_LIMIT, LimitedBody } from './body-limit';
import { isOpenPath, plainPath } from './request-path';

const ADMINISTRATOR: Authority = {
  subject: 'admin',
  credential: 'admin-key',
  principals: ['admin'],
  permissions: new Set(PERMISSIONS),
  groups: [],
};
/** Headers by which the platform's parts speak to each other; from outside they are not believed. */
const OWN_HEADERS = /^x-itops-/;

/** What every request passes before anything else looks at it: path, key, identity, size. */
export function guardEntrance(server: FastifyInstance, apiKeyDigest: Buffer): void {
  server.decorateRequest('authority', undefined);
  server.addHook('onRequest', (request, reply, done) => {
    done(refusal(request, reply, apiKeyDigest));
  });
  server.addHook('preParsing', (request, _reply, payload, done) => {
    const isCounted = request.headers['transfer-encoding'] !== undefined;
    done(null, isCounted ? LimitedBody.of(payload) : payload);
  });
}

function refusal(request: FastifyRequest, reply: FastifyReply, apiKeyDigest: Buffer): Error | undefined {
  const path = plainPath(request.raw.url ?? '');
  identify(request, reply);
  if (path === undefined) {
    return new BadRequestException(
      'The path has empty or dot segments, encoded separators, or is no path. Send it in its plain form.',
    );
  }
  if (isKey(apiKeyDigest, shownKey(request.headers))) request.authority = ADMINISTRATOR;
  else if (!isOpenPath(path)) {
    void reply.header('www-authenticate', 'Bearer realm="itops"');
    return new UnauthorizedException();
  }
  if (Number(request.headers['content-length'] ?? 0) > BODY_LIMIT) return new PayloadTooLargeException();
  return undefined;
}

/** Says what the call belongs to, in the headers that the services and our own controllers read. */
function identify(request: FastifyRequest, reply: FastifyReply): void {
  const { headers } = request.raw;
  for (const name of Object.keys(headers)) if (OWN_HEADERS.test(name)) delete headers[name];
  const given = headers[CORRELATION_HEADER];
  const correlationId = typeof given === 'string' && isUuid(given) ? given : newId();
  headers[CORRELATION_HEADER] = correlationId;
  headers[REQUEST_ID_HEADER] = request.id;
  void reply.header(CORRELATION_HEADER, correlationId);
}
