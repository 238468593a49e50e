import { type TSchema } from '@sinclair/typebox';

import { schemaFrom } from '../validation';

const closedForms = new WeakMap<TSchema, TSchema>();

/**
 * The schema for a writer: a member that it does not name is an error, at every depth, where a reader passes it by. Only so
 * may a later revision give that name a meaning.
 */
export function closedForm(schema: TSchema): TSchema {
  let closed = closedForms.get(schema);
  if (closed === undefined) {
    closed = schemaFrom(closeEach(schema));
    closedForms.set(schema, closed);
  }
  return closed;
}

/** Keywords that hold schemas by name, and those that hold one or a list of them. */
const NAMED = new Set(['properties', 'patternProperties']);
const NESTED = new Set(['items', 'additionalItems', 'additionalProperties', 'anyOf', 'oneOf', 'allOf']);

function closeEach(schema: object): Record<string, unknown> {
  const closed = Object.fromEntries(
    Object.entries(schema).map(([keyword, value]): [string, unknown] => {
      if (NAMED.has(keyword)) return [keyword, eachNamed(value)];
      return [keyword, NESTED.has(keyword) ? closeValue(value) : value];
    }),
  );
  const namesItsMembers = 'properties' in schema && !('patternProperties' in schema);
  return namesItsMembers ? { additionalProperties: false, ...closed } : closed;
}

function eachNamed(schemas: unknown): unknown {
  if (typeof schemas !== 'object' || schemas === null) return schemas;
  return Object.fromEntries(Object.entries(schemas).map(([name, schema]) => [name, closeValue(schema)]));
}

function closeValue(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(closeValue);
  return typeof value === 'object' && value !== null ? closeEach(value) : value;
}
