import { isSchema, type JsonSchema, listAt, schemaAt, schemasAt } from './json-schema.mts';
import { type Contract, versionOf, factOf } from './release.mts';

/** Every member filled, or only what must be there. */
export type Fullness = 'whole' | 'least';

const ID = '0192f3c0-0000-7000-8000-000000000001';
const TIME = '2026-01-01T00:00:00.000Z';
const FORMATS: Readonly<Record<string, string>> = { uuid: ID, 'date-time': TIME };

/** A value that is valid by the schema; the same for the same schema, so that a release can be repeated. */
export function exampleOf(schema: JsonSchema, fullness: Fullness, name = 'value'): unknown {
  if ('const' in schema) return schema['const'];
  if (Array.isArray(schema['enum'])) return listAt(schema['enum'])[0];
  if (Array.isArray(schema['anyOf'])) return exampleOf(branch(schema['anyOf'].map(schemaAt), fullness), fullness, name);
  switch (schema['type']) {
    case 'string':
      return FORMATS[String(schema['format'])] ?? `some ${name}`.padEnd(numberAt(schema['minLength'], 0), '.');
    case 'integer':
      return Math.min(numberAt(schema['minimum'], 1), numberAt(schema['maximum'], Infinity));
    case 'number':
      return Math.min(numberAt(schema['minimum'], 0.5), numberAt(schema['maximum'], Infinity));
    case 'boolean':
      return fullness === 'whole';
    case 'null':
      return null;
    case 'array':
      return listOf(schema, fullness, name);
    case 'object':
      return objectOf(schema, fullness);
    default:
      return fullness === 'whole' ? { any: ['thing', 1, null] } : null;
  }
}

function branch(branches: readonly JsonSchema[], fullness: Fullness): JsonSchema {
  const isEmpty = (one: JsonSchema): boolean => one['type'] === 'null';
  return branches.find((one) => isEmpty(one) === (fullness === 'least')) ?? schemaAt(branches[0]);
}

function listOf(schema: JsonSchema, fullness: Fullness, name: string): unknown[] {
  if (Array.isArray(schema['items'])) return schema['items'].map((item) => exampleOf(schemaAt(item), fullness, name));
  const least = numberAt(schema['minItems'], 0);
  const length = fullness === 'whole' ? Math.max(1, least) : least;
  return Array.from({ length }, () => exampleOf(schemaAt(schema['items']), fullness, name));
}

function objectOf(schema: JsonSchema, fullness: Fullness): Record<string, unknown> {
  const required = listAt(schema['required']);
  const members = [...schemasAt(schema['properties'])].filter(
    ([name]) => fullness === 'whole' || required.includes(name),
  );
  const [named] = fullness === 'whole' ? schemasAt(schema['patternProperties']).values() : [];
  return {
    ...Object.fromEntries(members.map(([name, member]) => [name, exampleOf(member, fullness, name)])),
    ...(isSchema(named) ? { key: exampleOf(named, fullness, 'key') } : {}),
  };
}

function numberAt(value: unknown, otherwise: number): number {
  return typeof value === 'number' ? value : otherwise;
}

/** The event as it stands on the wire (CloudEvents 1.0, structured JSON) with data of either fullness. */
export function exampleEvents(contract: Contract): object[] {
  return (['whole', 'least'] as const).map((fullness) => ({
    specversion: '1.0',
    id: ID,
    source: contract.aggregate === null ? '/tools/example' : 'example-svc',
    type: contract.type,
    ...(contract.aggregate === null ? {} : { subject: ID }),
    time: TIME,
    datacontenttype: 'application/json',
    dataschema: `urn:itops:schema:${factOf(contract.type)}:${versionOf(contract)}`,
    ...(contract.aggregate === null ? {} : { aggregatetype: contract.aggregate, aggregateversion: 1 }),
    ...(fullness === 'least' ? {} : { correlationid: ID, causationid: ID, actor: 'user:example' }),
    data: exampleOf(contract.schema, fullness),
  }));
}
