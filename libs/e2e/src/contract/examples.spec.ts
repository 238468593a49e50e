import { readFileSync } from 'node:fs';
import path from 'node:path';

import { isRecord } from '@itops/kit';
import { Ajv2020 } from 'ajv/dist/2020';
import { fullFormats } from 'ajv-formats/dist/formats.js';

/** An example, where it stands, and the place of the schema that it is an example of. */
interface Shown {
  readonly at: string;
  readonly schemaAt: string;
  readonly value: unknown;
}

const file = path.resolve(__dirname, '../../../../openapi.json');
const document: unknown = JSON.parse(readFileSync(file, 'utf8'));
const ajv = new Ajv2020({ strict: false, formats: fullFormats });
ajv.addSchema({ $id: 'api', ...(isRecord(document) ? document : {}) });

it('each example of the document is what its schema says', () => {
  const shown = examplesIn(document, '#');
  expect(shown.length).toBeGreaterThan(200);
  const wrong = shown.flatMap(({ at, schemaAt, value }) => {
    const validate = ajv.compile({ $ref: `api${schemaAt}` });
    return validate(value) === true ? [] : [{ at, value, errors: validate.errors }];
  });
  expect(wrong).toEqual([]);
});

it('an example that is something else would be found', () => {
  const validate = ajv.compile({ $ref: 'api#/components/schemas/Problem' });
  expect(validate({ type: '/problems/conflict', title: 'x', status: '409', detail: 'x' })).toBe(false);
});

/** Examples of media types, parameters and headers, which stand beside `schema`, and those within schemas. */
function examplesIn(value: unknown, at: string): Shown[] {
  if (Array.isArray(value)) return value.flatMap((item: unknown, index) => examplesIn(item, `${at}/${index}`));
  if (!isRecord(value)) return [];
  const own = isRecord(value['schema']) ? besideSchema(value, at) : isSchema(value) ? withinSchema(value, at) : [];
  const below = Object.entries(value).filter(
    ([name]) => !['example', 'examples', 'default', 'enum', 'const'].includes(name),
  );
  return [...own, ...below.flatMap(([name, item]) => examplesIn(item, `${at}/${escaped(name)}`))];
}

function besideSchema(value: Record<string, unknown>, at: string): Shown[] {
  const schemaAt = `${at}/schema`;
  const examples = isRecord(value['examples']) ? Object.values(value['examples']) : [];
  return [
    ...('example' in value ? [{ at, schemaAt, value: value['example'] }] : []),
    ...examples.map((example) => ({ at, schemaAt, value: named(example) })),
  ];
}

function withinSchema(value: Record<string, unknown>, at: string): Shown[] {
  const examples: unknown[] = Array.isArray(value['examples']) ? value['examples'] : [];
  return [...('example' in value ? [value['example']] : []), ...examples].map((example) => ({
    ...{ at, schemaAt: at, value: example },
  }));
}

/** Not a property that is called `example`. */
function isSchema(value: Record<string, unknown>): boolean {
  return ['type', '$ref', 'anyOf', 'oneOf', 'allOf', 'enum'].some(
    (keyword) => typeof value[keyword] === 'string' || Array.isArray(value[keyword]),
  );
}

function named(example: unknown): unknown {
  const { $ref, value } = isRecord(example) ? example : {};
  if (typeof $ref !== 'string') return value;
  const target = $ref.slice(2).split('/');
  const found = target.reduce<unknown>((part, name) => (isRecord(part) ? part[name] : undefined), document);
  return isRecord(found) ? found['value'] : undefined;
}

/** As a part of a URI fragment that is a JSON pointer. */
function escaped(name: string): string {
  return encodeURIComponent(name.replaceAll('~', '~0').replaceAll('/', '~1'));
}
