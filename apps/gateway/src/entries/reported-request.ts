import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { causeOf, idempotencyKeyOf } from '@itops/platform';
import { type FastifyRequest } from 'fastify';

import { type ReportKey } from './event-ids';

/** The body as it was parsed: its contract's schema is the only rule, so no pipe looks at it. */
export const ReportedBody = createParamDecorator(
  (_: undefined, host: ExecutionContext): unknown => host.switchToHttp().getRequest<FastifyRequest>().body,
);

/** The header Idempotency-Key with all that it belongs to, where it is given. @throws InvalidInput */
export const SentKey = createParamDecorator((_: undefined, host: ExecutionContext): ReportKey | undefined => {
  const request = host.switchToHttp().getRequest<FastifyRequest>();
  const key = idempotencyKeyOf(request);
  const [path = ''] = request.url.split('?', 1);
  return key === undefined ? undefined : { caller: causeOf(request).actor, route: `${request.method} ${path}`, key };
});
