import { Ajv } from 'ajv';
import * as fc from 'fast-check';
import { compare, type Finding } from './compatibility.mts';
import type { JsonSchema } from './json-schema.mts';
import { relatedSchemas, valuesOf } from './schema-values.mts';

const text = { type: 'string' };
const none = { type: 'null' };
const object = (properties: JsonSchema, required: string[] = [], more: JsonSchema = {}): JsonSchema => ({
  type: 'object',
  properties,
  required,
  ...more,
});
const member = (schema: JsonSchema): JsonSchema => object({ a: schema }, ['a']);
const words = (...list: string[]): JsonSchema => ({ type: 'string', enum: list });
const map = (schema: JsonSchema, more: JsonSchema = {}): JsonSchema => ({
  type: 'object',
  patternProperties: { '^(.*)$': schema },
  ...more,
});
const closed = { additionalProperties: false };

/** As an event is judged: the new schema reads the old events, and the old one the new. */
function both(older: JsonSchema, newer: JsonSchema): Finding[] {
  return [...compare(older, newer, '', 'backward'), ...compare(newer, older, '', 'forward')];
}
const places = (findings: readonly Finding[]): string[] => findings.map(({ pointer, rule }) => `${pointer} ${rule}`);

describe('between two versions of an event', () => {
  it.each<[string, JsonSchema, JsonSchema]>([
    ['nothing', member(text), member(text)],
    ['what it tells people', member(text), { ...member({ ...text, description: 'The name.' }), title: 'A' }],
    ['a member that has the name of an annotation', object({ title: text }), object({ title: text })],
    ['the order of words', member(words('x', 'y')), member(words('y', 'x'))],
    ['a new optional member', member(text), object({ a: text, b: text }, ['a'])],
    ['a new optional member deep below', member(object({})), member(object({ b: words('x') }))],
    [
      'a new optional member in a list',
      member({ type: 'array', items: object({}) }),
      member({ type: 'array', items: object({ b: text }) }),
    ],
    [
      'a new optional member of what may be null',
      member({ anyOf: [object({}), none] }),
      member({ anyOf: [object({ b: text }), none] }),
    ],
    ['the order of alternatives', member({ anyOf: [text, none] }), member({ anyOf: [none, text] })],
  ])('may differ: %s', (_what, older, newer) => {
    expect(both(older, newer)).toEqual([]);
  });

  it.each<[string, JsonSchema, JsonSchema, string]>([
    ['a new required member', object({}), member(text), '/a required'],
    ['a removed member', member(text), object({}), '/a member-removed'],
    ['a removed optional member', object({ a: text }), object({}), '/a member-removed'],
    ['a renamed member', member(text), object({ b: text }, ['b']), '/a member-removed'],
    ['a renamed optional member', object({ a: text }), object({ b: text }), '/a member-removed'],
    ['an optional member that becomes required', object({ a: text }), member(text), '/a required'],
    ['a required member that becomes optional', member(text), object({ a: text }), '/a required'],
    ['another type', member(text), member({ type: 'boolean' }), '/a type'],
    ['a narrower type', member({ type: 'number' }), member({ type: 'integer' }), '/a type'],
    ['a wider type', member({ type: 'integer' }), member({ type: 'number' }), '/a type'],
    ['a type where there was none', member({}), member(text), '/a type'],
    ['no type where there was one', member(text), member({}), '/a type'],
    ['null where there was none', member(text), member({ anyOf: [text, none] }), '/a type'],
    ['null no more', member({ anyOf: [text, none] }), member(text), '/a type'],
    [
      'one more alternative',
      member({ anyOf: [text, none] }),
      member({ anyOf: [text, none, { type: 'boolean' }] }),
      '/a alternatives',
    ],
    ['one word less', member(words('x', 'y')), member(words('x')), '/a words'],
    ['one word more', member(words('x')), member(words('x', 'y')), '/a words'],
    [
      'one word more of what may be null',
      member({ anyOf: [words('x'), none] }),
      member({ anyOf: [words('x', 'y'), none] }),
      '/a words',
    ],
    ['words where any text was', member(text), member(words('x')), '/a words'],
    ['any text where words were', member(words('x')), member(text), '/a words'],
    ['another constant', member({ const: 1 }), member({ const: 2 }), '/a words'],
    [
      'a higher minimum',
      member({ type: 'integer', minimum: 1 }),
      member({ type: 'integer', minimum: 2 }),
      '/a lower-bound',
    ],
    [
      'a lower minimum',
      member({ type: 'integer', minimum: 2 }),
      member({ type: 'integer', minimum: 1 }),
      '/a lower-bound',
    ],
    [
      'a minimum where there was none',
      member({ type: 'integer' }),
      member({ type: 'integer', minimum: 0 }),
      '/a lower-bound',
    ],
    [
      'a lower maximum',
      member({ type: 'integer', maximum: 4 }),
      member({ type: 'integer', maximum: 3 }),
      '/a upper-bound',
    ],
    [
      'a higher maximum',
      member({ type: 'integer', maximum: 4 }),
      member({ type: 'integer', maximum: 5 }),
      '/a upper-bound',
    ],
    [
      'no maximum where there was one',
      member({ type: 'integer', maximum: 4 }),
      member({ type: 'integer' }),
      '/a upper-bound',
    ],
    ['a longer least length', member({ ...text, minLength: 1 }), member({ ...text, minLength: 2 }), '/a lower-bound'],
    [
      'a shorter greatest length',
      member({ ...text, maxLength: 9 }),
      member({ ...text, maxLength: 8 }),
      '/a upper-bound',
    ],
    ['a format', member(text), member({ ...text, format: 'uuid' }), '/a form'],
    ['another pattern', member({ ...text, pattern: '^a' }), member({ ...text, pattern: '^b' }), '/a form'],
    ['other items', member({ type: 'array', items: text }), member({ type: 'array', items: none }), '/a/* type'],
    [
      'a list of other places',
      member({ type: 'array', items: [text] }),
      member({ type: 'array', items: [text, none] }),
      '/a/* items',
    ],
    [
      'another type at one place',
      member({ type: 'array', items: [text] }),
      member({ type: 'array', items: [none] }),
      '/a/0 type',
    ],
    [
      'more items than were allowed',
      member({ type: 'array', maxItems: 1 }),
      member({ type: 'array', maxItems: 2 }),
      '/a upper-bound',
    ],
    ['other values of a map', member(map(text)), member(map({ type: 'integer' })), '/a/* type'],
    [
      'other names of a map',
      member(map(text)),
      member({ type: 'object', patternProperties: { '^a': text } }),
      '/a/* names',
    ],
    ['a map that is closed now', member(map(text)), member(map(text, closed)), '/a/* names'],
    [
      'a member that an open map had with any value',
      member({ type: 'object' }),
      member(object({ b: text })),
      '/a/b type',
    ],
    ['an event that is closed now', object({ a: text }), object({ a: text, b: text }, [], closed), ''],
    [
      'a member of a closed object',
      member(object({}, [], closed)),
      member(object({ b: text }, [], closed)),
      '/a/b member-refused',
    ],
    ['a keyword without a rule', member(text), member({ not: text }), '/a uncompared'],
    ['a name with a slash and a tilde', object({ 'a/b~c': text }), object({}), '/a~1b~0c member-removed'],
  ])('may not differ: %s', (_what, older, newer, place) => {
    if (place === '') expect(both(older, newer)).toEqual([]);
    else expect(places(both(older, newer))).toContain(place);
  });

  it('is told in the words of the side that breaks', () => {
    const [shorter, longer] = [member(words('x')), member(words('x', 'y'))];
    expect(both(shorter, longer)).toEqual([
      { pointer: '/a', rule: 'words', detail: 'now allows "y", which released readers refuse' },
    ]);
    expect(both(longer, shorter)).toEqual([
      { pointer: '/a', rule: 'words', detail: 'no longer allows "y", which events that are kept may say' },
    ]);
  });
});

describe('between two versions of a door', () => {
  const backward = (older: JsonSchema, newer: JsonSchema) => places(compare(older, newer, '', 'backward'));

  it('the new one may take more', () => {
    expect(backward(object({}, [], closed), object({ a: text }, [], closed))).toEqual([]);
    expect(backward(member(words('x')), member(words('x', 'y')))).toEqual([]);
    expect(backward(member({ ...text, maxLength: 5 }), object({ a: { ...text, maxLength: 6 } }))).toEqual([]);
    expect(backward(object({}, [], closed), object({}))).toEqual([]);
  });

  it('the new one may not take less', () => {
    expect(backward(object({}), object({ a: text }, [], closed))).toEqual([]);
    expect(backward(object({ a: text }, [], closed), object({}, [], closed))).toEqual(['/a member-removed']);
    expect(backward(map(text), map(text, closed))).toEqual(['/* names']);
    expect(backward(member({ ...text, maxLength: 5 }), member({ ...text, maxLength: 4 }))).toEqual(['/a upper-bound']);
  });
});

describe('whatever the schemas', () => {
  const ajv = new Ajv({ strict: false, formats: { uuid: /^[0-9a-f-]{36}$/ } });

  it.each(['backward', 'forward'] as const)('%s: what is let through is read by the other side', (direction) => {
    let compatible = 0;
    fc.assert(
      fc.property(relatedSchemas, fc.gen(), ([older, newer], generate) => {
        const [writer, reader] = direction === 'backward' ? [older, newer] : [newer, older];
        if (compare(writer, reader, '', direction).length > 0) return;
        if (JSON.stringify(writer) !== JSON.stringify(reader)) compatible++;
        const isReadable = ajv.compile(reader);
        const written = generate((schema: JsonSchema) => fc.array(valuesOf(schema), { minLength: 20 }), writer);
        for (const value of written) {
          expect({ writer, reader, value, ok: isReadable(value) }).toEqual({ writer, reader, value, ok: true });
        }
      }),
      // Shrinking compiles thousands of schemas; the seed that is told repeats it.
      { numRuns: 400, endOnFailure: true },
    );
    // Else it would say nothing.
    expect(compatible).toBeGreaterThan(10);
  });

  it('the same schema is compatible with itself, though its text is another', () => {
    fc.assert(
      fc.property(relatedSchemas, ([schema]) => {
        const copy: unknown = JSON.parse(JSON.stringify({ description: 'x', ...schema }));
        expect(both(schema, Object.assign({}, copy))).toEqual([]);
      }),
    );
  });
});
