import { type Static, type TSchema } from '@sinclair/typebox';

import { type EventContract } from '../event';
import { isValid } from '../validation';

/** Turns the data of an older version of a fact into that of a later one, so that handlers know only the later. */
export interface Upcaster {
  readonly from: EventContract;
  readonly to: EventContract;
  /** Undefined when the data is not valid by the older schema: then there is nothing to convert. */
  convert(data: unknown): { readonly data: unknown } | undefined;
}

/**
 * @param from the older contract; it stays in the code as long as its topic keeps events of it
 * @param to the next one, of the same topic and aggregate
 * @param convert pure: it sees only the event's data, and the same data always gives the same result
 */
export function defineUpcaster<From extends TSchema, To extends TSchema>(
  from: EventContract<From>,
  to: EventContract<To>,
  convert: (data: Static<From>) => Static<To>,
): Upcaster {
  return {
    from,
    to,
    convert: (data) => (isValid(from.schema, data) ? { data: convert(data) } : undefined),
  };
}
