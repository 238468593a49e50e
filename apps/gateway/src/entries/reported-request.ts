import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { InvalidInput } from '@itops/kit';
import { type FastifyRequest } from 'fastify';

/** The body as it was parsed: its contract's schema is the only rule, so no pipe looks at it. */
export const ReportedBody = createParamDecorator(
  (_: undefined, host: ExecutionContext): unknown => host.switchToHttp().getRequest<FastifyRequest>().body,
);

const IDEMPOTENCY_KEY = /^[\x21-\x7e]{1,255}$/;

/** The header Idempotency-Key, where it is given. @throws InvalidInput */
export const IdempotencyKey = createParamDecorator((_: undefined, host: ExecutionContext): string | undefined => {
  const key = host.switchToHttp().getRequest<FastifyRequest>().headers['idempotency-key'];
  if (key === undefined) return undefined;
  if (typeof key === 'string' && IDEMPOTENCY_KEY.test(key)) return key;
  throw new InvalidInput([
    { pointer: '/headers/idempotency-key', reason: 'must be 1 to 255 visible ASCII characters without spaces' },
  ]);
});
