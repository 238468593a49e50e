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
