import { type CustomDecorator, SetMetadata } from '@nestjs/common';
import { InvalidInput } from '@itops/kit';
import { type FastifyRequest } from 'fastify';

const HEADER = 'idempotency-key';
const IDEMPOTENCY_KEY = /^[\x21-\x7e]{1,255}$/;

/** The header Idempotency-Key, where it is given. @throws InvalidInput */
export function idempotencyKeyOf(request: FastifyRequest): string | undefined {
  const key = request.headers[HEADER];
  if (key === undefined) return undefined;
  if (typeof key === 'string' && IDEMPOTENCY_KEY.test(key)) return key;
  throw new InvalidInput([
    { pointer: `/headers/${HEADER}`, reason: 'must be 1 to 255 visible ASCII characters without spaces' },
  ]);
}

export const MINDS_KEYS_ITSELF = 'itops:minds-keys-itself';

/** For a route that sees to repetitions under a key by itself, or hands the request on to whoever does. */
export const MindsKeysItself = (): CustomDecorator => SetMetadata(MINDS_KEYS_ITSELF, true);

export const ANSWERS_WITH_SECRET = 'itops:answers-with-secret';

/** For a route whose answer holds a secret: it is kept so that only who sends the same Idempotency-Key can read it. */
export const AnswersWithSecret = (): CustomDecorator => SetMetadata(ANSWERS_WITH_SECRET, true);
