import { isDeepStrictEqual } from 'node:util';

export type JsonSchema = Readonly<Record<string, unknown>>;

/** Say something to people and nothing about which values are valid. */
const ANNOTATIONS: ReadonlySet<string> = new Set([
  ...[
    '$id',
    '$schema',
    '$comment',
    'title',
    'description',
    'default',
    'examples',
    'deprecated',
    'readOnly',
    'writeOnly',
  ],
]);

export function isSchema(value: unknown): value is JsonSchema {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The schema below a keyword; `{}`, which allows anything, where there is none or it is `true`. */
export function schemaAt(value: unknown): JsonSchema {
  return isSchema(value) ? value : {};
}

/** The schemas below a keyword that holds them by name, such as `properties`. */
export function schemasAt(value: unknown): ReadonlyMap<string, JsonSchema> {
  return new Map(isSchema(value) ? Object.entries(value).map(([name, schema]) => [name, schemaAt(schema)]) : []);
}

export function listAt(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

/** The keywords that decide which values are valid. */
export function assertionsOf(schema: JsonSchema): readonly string[] {
  return Object.keys(schema).filter((keyword) => !ANNOTATIONS.has(keyword));
}

/** Keywords whose value names schemas, so that a member called `title` is not taken for an annotation. */
const NAMING = new Set(['properties', 'patternProperties', 'definitions', '$defs']);
/** Lists whose order means nothing. */
const SETS = new Set(['required', 'enum', 'type']);

function bare(value: unknown, keyword?: string): unknown {
  if (Array.isArray(value)) {
    const items = value.map((item) => bare(item));
    return keyword !== undefined && SETS.has(keyword) ? items.map((item) => JSON.stringify(item)).sort() : items;
  }
  if (!isSchema(value)) return value;
  const isNames = keyword !== undefined && NAMING.has(keyword);
  return Object.fromEntries(
    Object.entries(value)
      .filter(([name]) => isNames || !ANNOTATIONS.has(name))
      .map(([name, below]) => [name, bare(below, isNames ? undefined : name)]),
  );
}

/** Whether both allow the same values and say so in the same way; what they tell people may differ. */
export function sameSchema(one: unknown, other: unknown): boolean {
  return isDeepStrictEqual(bare(one), bare(other));
}
