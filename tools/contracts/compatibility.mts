/**
 * Whether what is written by one JSON Schema can be read by another: every value that the writer's allows is valid by the
 * reader's. A writer leaves out members that its schema does not name; a reader passes unknown
 * members by, unless its schema says `additionalProperties: false`.
 *
 * Each rule covers some keywords. What no rule covers must be the same on both sides, so a mistake here is a change that is
 * refused though it would have done no harm, never one that is let through.
 */
import { isDeepStrictEqual } from 'node:util';
import { assertionsOf, isSchema, type JsonSchema, listAt, sameSchema, schemaAt, schemasAt } from './json-schema.mts';

export type RuleName =
  | 'type'
  | 'words'
  | 'lower-bound'
  | 'upper-bound'
  | 'form'
  | 'required'
  | 'member-removed'
  | 'member-refused'
  | 'names'
  | 'items'
  | 'alternatives'
  | 'uncompared';

export interface Finding {
  /** Where in the event's data; `*` is any item of a list or any name of a map. */
  readonly pointer: string;
  readonly rule: RuleName;
  readonly detail: string;
}

/** Backward: the new schema reads what was written by the old. Forward: the old one reads what is written by the new. */
export type Direction = 'backward' | 'forward';

interface Place {
  readonly writer: JsonSchema;
  readonly reader: JsonSchema;
  readonly pointer: string;
  readonly direction: Direction;
}

interface Rule {
  readonly keywords: readonly string[];
  readonly check: (place: Place) => readonly Finding[];
}

/** What a person is told: in one direction it is the new schema that lacks something, in the other the old one. */
function told(direction: Direction, backward: string, forward: string): string {
  return direction === 'backward' ? backward : forward;
}

const typesOf = ({ type }: JsonSchema): readonly unknown[] =>
  Array.isArray(type) ? type : type === undefined ? [] : [type];

const typeRule: Rule = {
  keywords: ['type'],
  check: ({ writer, reader, pointer, direction }) => {
    const [written, read] = [typesOf(writer), typesOf(reader)];
    if (read.length === 0) return [];
    const missing = written.filter((type) => !read.includes(type) && !(type === 'integer' && read.includes('number')));
    if (written.length > 0 && missing.length === 0) return [];
    const was = written.length === 0 ? 'anything' : missing.join(', ');
    const now = read.join(', ');
    const detail = told(direction, `was ${was}, is now ${now}`, `is now ${was}; released readers take only ${now}`);
    return [{ pointer, rule: 'type', detail }];
  },
};

function wordsOf(schema: JsonSchema): readonly unknown[] | undefined {
  if ('const' in schema) return [schema['const']];
  return Array.isArray(schema['enum']) ? schema['enum'] : undefined;
}

const wordsRule: Rule = {
  keywords: ['enum', 'const'],
  check: ({ writer, reader, pointer, direction }) => {
    const [written, read] = [wordsOf(writer), wordsOf(reader)];
    if (read === undefined) return [];
    const missing = written?.filter((word) => !read.some((known) => isDeepStrictEqual(known, word)));
    if (missing?.length === 0) return [];
    const which = missing?.map((word) => JSON.stringify(word)).join(', ') ?? 'any word';
    const detail = told(
      direction,
      `no longer allows ${which}, which events that are kept may say`,
      `now allows ${which}, which released readers refuse`,
    );
    return [{ pointer, rule: 'words', detail }];
  },
};

/** @param breaks whether the reader's bound refuses something that the writer's allows */
function boundRule(
  rule: 'lower-bound' | 'upper-bound',
  keywords: readonly string[],
  breaks: (written: number, read: number) => boolean,
): Rule {
  return {
    keywords,
    check: ({ writer, reader, pointer, direction }) =>
      keywords.flatMap((keyword): Finding[] => {
        const [written, read] = [writer[keyword], reader[keyword]];
        if (typeof read !== 'number' || (typeof written === 'number' && !breaks(written, read))) return [];
        const was = typeof written === 'number' ? String(written) : 'not bound';
        const detail = told(
          direction,
          `${keyword} was ${was}, is now ${read}, which is narrower`,
          `${keyword} is now ${was}; released readers hold to ${read}`,
        );
        return [{ pointer, rule, detail }];
      }),
  };
}

const FORMS = ['pattern', 'format', 'multipleOf', 'uniqueItems'];
const shown = (value: unknown): string => (value === undefined ? 'not asked for' : JSON.stringify(value));
const formRule: Rule = {
  keywords: FORMS,
  check: ({ writer, reader, pointer, direction }) =>
    FORMS.filter((keyword) => keyword in reader && !isDeepStrictEqual(writer[keyword], reader[keyword])).map(
      (keyword) => ({
        pointer,
        rule: 'form' as const,
        detail: told(
          direction,
          `${keyword} is now ${shown(reader[keyword])}, and was ${shown(writer[keyword])}`,
          `${keyword} is now ${shown(writer[keyword])}; released readers ask for ${shown(reader[keyword])}`,
        ),
      }),
    ),
};

/** What a writer may write below names that its schema does not list; undefined: nothing. */
function unlisted(writer: JsonSchema): JsonSchema | undefined {
  const others = writer['additionalProperties'] ?? !('properties' in writer);
  return others === false ? undefined : schemaAt(others);
}

function matching(patterns: ReadonlyMap<string, JsonSchema>, name: string): readonly JsonSchema[] {
  return [...patterns].filter(([pattern]) => new RegExp(pattern, 'u').test(name)).map(([, schema]) => schema);
}

const below = (pointer: string, name: string): string =>
  `${pointer}/${name.replaceAll('~', '~0').replaceAll('/', '~1')}`;

const REMOVED = 'was removed; readers that use it would miss it without notice';

const requiredRule: Rule = {
  keywords: ['required'],
  check: ({ writer, reader, pointer, direction }) => {
    const written = listAt(writer['required']);
    const members = schemasAt(writer['properties']);
    return listAt(reader['required'])
      .filter((name): name is string => typeof name === 'string' && !written.includes(name))
      .map((name): Finding => {
        const at = below(pointer, name);
        if (direction === 'forward') {
          return members.has(name)
            ? { pointer: at, rule: 'required', detail: 'may now be left out; released readers need it' }
            : { pointer: at, rule: 'member-removed', detail: REMOVED };
        }
        const detail = members.has(name)
          ? 'was optional, is now required; events that are kept may lack it'
          : 'is new and required; events that are kept lack it';
        return { pointer: at, rule: 'required', detail };
      });
  },
};

const membersRule: Rule = {
  keywords: ['properties', 'patternProperties', 'additionalProperties'],
  check: (place) => [...listedMembers(place), ...unlistedMembers(place), ...namePatterns(place)],
};

/** Members that the writer's schema names. */
function listedMembers({ writer, reader, pointer, direction }: Place): Finding[] {
  const read = schemasAt(reader['properties']);
  const patterns = schemasAt(reader['patternProperties']);
  const rest = reader['additionalProperties'];
  return [...schemasAt(writer['properties'])].flatMap(([name, schema]) => {
    const at = below(pointer, name);
    const named = read.get(name);
    const readers = [...(named === undefined ? [] : [named]), ...matching(patterns, name)];
    if (readers.length > 0) return readers.flatMap((one) => compare(schema, one, at, direction));
    if (isSchema(rest)) return compare(schema, rest, at, direction);
    if (direction === 'backward') return [{ pointer: at, rule: 'member-removed' as const, detail: REMOVED }];
    return rest === false
      ? [
          {
            pointer: at,
            rule: 'member-refused' as const,
            detail: 'is new; released readers refuse what they do not know',
          },
        ]
      : [];
  });
}

/** Members that the reader's schema names and the writer's doesn't, but might write. */
function unlistedMembers({ writer, reader, pointer, direction }: Place): Finding[] {
  const listed = schemasAt(writer['properties']);
  const patterns = schemasAt(writer['patternProperties']);
  const rest = unlisted(writer);
  return [...schemasAt(reader['properties'])]
    .filter(([name]) => !listed.has(name))
    .flatMap(([name, schema]) => {
      const matched = matching(patterns, name);
      const writers = matched.length > 0 ? matched : rest === undefined ? [] : [rest];
      return writers.flatMap((one) => compare(one, schema, below(pointer, name), direction));
    });
}

/** Maps: names that a pattern allows, and all other names. */
function namePatterns({ writer, reader, pointer, direction }: Place): Finding[] {
  const [written, read] = [schemasAt(writer['patternProperties']), schemasAt(reader['patternProperties'])];
  const others = reader['additionalProperties'];
  const rest = unlisted(writer);
  const at = below(pointer, '*');
  const differ = (detail: string): Finding[] => [{ pointer: at, rule: 'names', detail }];
  const findings = [...written].flatMap(([pattern, schema]) => {
    const same = read.get(pattern);
    const isOnly = [...read.keys()].every((other) => written.has(other));
    if (same !== undefined && isOnly) return compare(schema, same, at, direction);
    if (read.size > 0) return differ(`names by ${pattern} are now others: ${[...read.keys()].join(', ')}`);
    return others === false
      ? differ(`names by ${pattern} are refused by the other side`)
      : compare(schema, schemaAt(others), at, direction);
  });
  // What the writer may write below any name must suit every pattern of the reader, and what it says of other names.
  const unmatched = rest === undefined ? [] : [...read].filter(([pattern]) => !written.has(pattern));
  findings.push(...unmatched.flatMap(([, schema]) => compare(schemaAt(rest), schema, at, direction)));
  if (rest === undefined || others === undefined || others === true) return findings;
  return [
    ...findings,
    ...(others === false
      ? differ(
          told(
            direction,
            'other names were allowed, now none are',
            'other names are allowed; released readers refuse them',
          ),
        )
      : compare(rest, schemaAt(others), at, direction)),
  ];
}

const itemsRule: Rule = {
  keywords: ['items', 'additionalItems'],
  check: ({ writer, reader, pointer, direction }) => {
    const [written, read] = [writer['items'], reader['items']];
    const at = below(pointer, '*');
    if (Array.isArray(written) || Array.isArray(read)) {
      const isSameLength = listAt(written).length === listAt(read).length;
      if (!isSameLength || !sameSchema(writer['additionalItems'], reader['additionalItems'])) {
        return [{ pointer: at, rule: 'items', detail: 'is a list with other places than before' }];
      }
      return listAt(written).flatMap((item, place) =>
        compare(schemaAt(item), schemaAt(listAt(read)[place]), below(pointer, String(place)), direction),
      );
    }
    return compare(schemaAt(written), schemaAt(read), at, direction);
  },
};

/** In the order in which a person wants to be told. */
const RULES: readonly Rule[] = [
  typeRule,
  wordsRule,
  boundRule(
    'lower-bound',
    ['minimum', 'exclusiveMinimum', 'minLength', 'minItems', 'minProperties'],
    (written, read) => written < read,
  ),
  boundRule(
    'upper-bound',
    ['maximum', 'exclusiveMaximum', 'maxLength', 'maxItems', 'maxProperties'],
    (written, read) => written > read,
  ),
  formRule,
  requiredRule,
  membersRule,
  itemsRule,
];
const COVERED: ReadonlySet<string> = new Set(RULES.flatMap(({ keywords }) => keywords));

/** Everything that keeps `reader` from reading what is written by `writer`; none: it reads all of it. */
export function compare(writer: JsonSchema, reader: JsonSchema, pointer: string, direction: Direction): Finding[] {
  if (sameSchema(writer, reader)) return [];
  const [written, read] = [branchesOf(writer), branchesOf(reader)];
  if (written !== undefined) return written.flatMap((branch) => compare(branch, reader, pointer, direction));
  if (read !== undefined) return compareToBranches(writer, read, pointer, direction);
  const uncovered = assertionsOf(reader).filter(
    (keyword) => !COVERED.has(keyword) && !sameSchema(writer[keyword], reader[keyword]),
  );
  if (uncovered.length > 0) {
    const detail = `${uncovered.join(', ')} differs, and no rule compares it`;
    return [{ pointer, rule: 'uncompared', detail }];
  }
  return RULES.flatMap(({ check }) => check({ writer, reader, pointer, direction }));
}

/** The alternatives of a schema that is nothing else but these. */
function branchesOf(schema: JsonSchema): readonly JsonSchema[] | undefined {
  const isOnlyThese = assertionsOf(schema).every((keyword) => keyword === 'anyOf');
  return isOnlyThese && Array.isArray(schema['anyOf']) ? schema['anyOf'].map(schemaAt) : undefined;
}

function compareToBranches(
  writer: JsonSchema,
  branches: readonly JsonSchema[],
  pointer: string,
  direction: Direction,
): Finding[] {
  const tries = branches.map((branch) => ({ branch, findings: compare(writer, branch, pointer, direction) }));
  if (tries.some(({ findings }) => findings.length === 0)) return [];
  // Where one alternative is of the writer's type, what is wrong is told of that one.
  const [alike, ...more] = tries.filter(({ branch }) => isDeepStrictEqual(typesOf(branch), typesOf(writer)));
  if (alike !== undefined && more.length === 0) return alike.findings;
  const what = typesOf(writer).join(', ') || 'this';
  const detail = told(
    direction,
    `none of the alternatives takes the ${what} that it could be`,
    `may now be ${what}, which no alternative of the released schema takes`,
  );
  return [{ pointer, rule: 'alternatives', detail }];
}
