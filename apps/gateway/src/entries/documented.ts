import { type TSchema } from '@sinclair/typebox';

import { MOST_REPORTS } from './sorting';

/** A contract's schema as the OpenAPI document takes it. */
export function described(schema: TSchema) {
  return { ...schema };
}

/** How the OpenAPI document describes a body that is one report or a list of them. */
export function oneOrMany(schema: TSchema) {
  return { oneOf: [{ ...schema }, { type: 'array', items: { ...schema }, minItems: 1, maxItems: MOST_REPORTS }] };
}

export const IDEMPOTENCY_HEADER = {
  name: 'Idempotency-Key',
  required: false,
  description:
    'The same report sent again under the same key becomes the same event, which is not applied a second time.',
  schema: { type: 'string', minLength: 1, maxLength: 255 },
} as const;
