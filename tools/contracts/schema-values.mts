import * as fc from 'fast-check';
import { type JsonSchema, listAt, schemaAt, schemasAt } from './json-schema.mts';

/** What may be written by a schema: nothing that it does not name, unless it names nothing. */
export function valuesOf(schema: JsonSchema): fc.Arbitrary<unknown> {
  if (Array.isArray(schema['enum'])) return fc.constantFrom(...listAt(schema['enum']));
  if (Array.isArray(schema['anyOf'])) return fc.oneof(...schema['anyOf'].map((one) => valuesOf(schemaAt(one))));
  const bounds = <Low extends string, High extends string>(low: Low, high: High): [number, number] => {
    const [least, most] = [schema[low], schema[high]];
    const from = typeof least === 'number' ? least : typeof most === 'number' ? Math.min(0, most) : 0;
    return [from, typeof most === 'number' ? most : from + 5];
  };
  switch (schema['type']) {
    case 'string': {
      const [minLength, maxLength] = bounds('minLength', 'maxLength');
      return schema['format'] === 'uuid' ? fc.uuid() : fc.string({ minLength, maxLength });
    }
    case 'integer': {
      const [min, max] = bounds('minimum', 'maximum');
      return fc.oneof(fc.integer({ min, max }), fc.constantFrom(min, max));
    }
    case 'number': {
      const [min, max] = bounds('minimum', 'maximum');
      return fc.oneof(fc.double({ min, max, noNaN: true }), fc.constantFrom(min, max));
    }
    case 'boolean':
      return fc.boolean();
    case 'null':
      return fc.constant(null);
    case 'array': {
      const [minLength, maxLength] = bounds('minItems', 'maxItems');
      return fc.array(valuesOf(schemaAt(schema['items'])), { minLength, maxLength });
    }
    case 'object':
      return objectsOf(schema);
    default:
      return fc.jsonValue();
  }
}

function objectsOf(schema: JsonSchema): fc.Arbitrary<unknown> {
  const members = [...schemasAt(schema['properties'])];
  const [values] = schemasAt(schema['patternProperties']).values();
  const named = fc.record(Object.fromEntries(members.map(([name, member]) => [name, valuesOf(member)])), {
    requiredKeys: members.map(([name]) => name).filter((name) => listAt(schema['required']).includes(name)),
  });
  if (values === undefined)
    return members.length > 0 || 'properties' in schema ? named : fc.dictionary(name, fc.jsonValue());
  return fc.dictionary(name, valuesOf(values));
}

const name = fc.constantFrom('a', 'b', 'c', 'd');
const optional = <T,>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> =>
  fc.oneof(fc.constant(undefined), arbitrary);
const low = optional(fc.integer({ min: 0, max: 2 }));
const high = optional(fc.integer({ min: 3, max: 5 }));

function bounded(type: string, least: string, most: string): fc.Arbitrary<JsonSchema> {
  return fc.tuple(low, high).map(([from, to]) => ({
    type,
    ...(from === undefined ? {} : { [least]: from }),
    ...(to === undefined ? {} : { [most]: to }),
  }));
}

const kinds: readonly fc.Arbitrary<JsonSchema>[] = [
  bounded('string', 'minLength', 'maxLength'),
  bounded('integer', 'minimum', 'maximum'),
  bounded('number', 'minimum', 'maximum'),
  fc.subarray(['x', 'y', 'z'], { minLength: 1 }).map((list) => ({ type: 'string', enum: list })),
  fc.constantFrom<JsonSchema[]>({ type: 'boolean' }, { type: 'null' }, { type: 'string', format: 'uuid' }, {}),
  fc.constantFrom<JsonSchema[]>({ type: 'object' }, { type: 'array' }),
];

type Pair = readonly [JsonSchema, JsonSchema];

const leaf: fc.Arbitrary<Pair> = fc.oneof(
  { weight: 5, arbitrary: fc.oneof(...kinds).map((one): Pair => [one, one]) },
  { weight: 2, arbitrary: fc.oneof(...kinds.map((kind) => fc.tuple(kind, kind))) },
  { weight: 1, arbitrary: fc.tuple(fc.oneof(...kinds), fc.oneof(...kinds)) },
);

interface Member {
  readonly name: string;
  readonly schemas: Pair;
  readonly required: readonly [boolean, boolean];
  readonly within: readonly [boolean, boolean];
}

const flags = fc.constantFrom<(readonly [boolean, boolean])[]>(
  [true, true],
  [false, false],
  [true, true],
  [false, true],
);

function objectFrom(members: readonly Member[], side: 0 | 1, isClosed: boolean): JsonSchema {
  const here = members.filter(({ within }) => within[side]);
  return {
    type: 'object',
    properties: Object.fromEntries(here.map((member) => [member.name, member.schemas[side]])),
    required: here.filter(({ required }) => required[side]).map((member) => member.name),
    ...(isClosed ? { additionalProperties: false } : {}),
  };
}

const { pair } = fc.letrec<{ pair: Pair }>((tie) => {
  const members = fc.uniqueArray(fc.record({ name, schemas: tie('pair'), required: flags, within: flags }), {
    selector: (member) => member.name,
    maxLength: 4,
  });
  const closings = fc.constantFrom<(readonly [boolean, boolean])[]>(
    [false, false],
    [false, false],
    [true, true],
    [true, false],
    [false, true],
  );
  return {
    pair: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      { weight: 3, arbitrary: leaf },
      {
        weight: 3,
        arbitrary: fc
          .tuple(members, closings)
          .map(([all, [first, second]]): Pair => [objectFrom(all, 0, first), objectFrom(all, 1, second)]),
      },
      {
        weight: 1,
        arbitrary: fc.tuple(tie('pair'), bounded('array', 'minItems', 'maxItems')).map(([[one, other], list]): Pair => [
          { ...list, items: one },
          { ...list, items: other },
        ]),
      },
      {
        weight: 1,
        arbitrary: tie('pair').map(([one, other]): Pair => {
          const map = (schema: JsonSchema): JsonSchema => ({ type: 'object', patternProperties: { '^(.*)$': schema } });
          return [map(one), map(other)];
        }),
      },
      {
        weight: 1,
        arbitrary: fc
          .tuple(tie('pair'), tie('pair'))
          .map(([[a, b], [c, d]]): Pair => [{ anyOf: [a, c] }, { anyOf: [b, d] }]),
      },
    ),
  };
});

/** An older and a newer schema that have most in common, and often differ in a little. */
export const relatedSchemas = pair;
