import { isUuid } from '../ids';
import { findUnstorable } from '../json';
import { listed } from '../listed';
import { readRfc3339 } from '../time';
import { compareColumn, type Condition, type FilterValue, type Operator } from './condition';

/** A JSON Schema of one value in a query string. */
export type ValueSchema = Readonly<Record<string, unknown>>;

/** A field that a list can be narrowed by: from it follow what is accepted, the SQL, and the OpenAPI parameters. */
export interface FilterField {
  readonly description: string;
  readonly operators: readonly Operator[];
  /** Whether `null` may be asked for: items that have no value here. */
  readonly nullable: boolean;
  /** Whether several values may be given, divided by commas. Otherwise the text is one value as it stands. */
  readonly several: boolean;
  readonly schema: ValueSchema;
  /** What a value must be, for people: "one of new, closed". */
  readonly expected: string;
  /** The value in its one form, or undefined when it is none. */
  readonly read: (text: string) => string | undefined;
  readonly condition: (operator: Operator, values: readonly FilterValue[]) => Condition;
}

/** What every kind of field may say. */
interface Options {
  readonly description: string;
  readonly nullable?: boolean;
}

/** Where the values are: a column, or a condition of its own, which then takes `=` only. */
type Place =
  { readonly column: string; readonly sqlType?: string } | { readonly where: (values: readonly string[]) => Condition };

type FieldOptions = Options & Place;

const EQUALITY: readonly Operator[] = ['=', '!='];
const ORDER: readonly Operator[] = ['=', '!=', '<=', '>=', '<', '>'];

interface Kind {
  readonly sqlType: string;
  readonly operators: readonly Operator[];
  readonly schema: ValueSchema;
  readonly expected: string;
  readonly read: (text: string) => string | undefined;
}

function field(kind: Kind, options: FieldOptions, several = true): FilterField {
  const { description, nullable = false } = options;
  const { schema, expected, read } = kind;
  const common = { description, nullable, several, schema, expected, read };
  if ('where' in options) {
    const { where } = options;
    return { ...common, operators: ['='], condition: (_, values) => where(values.filter((value) => value !== null)) };
  }
  const { column, sqlType = kind.sqlType } = options;
  const condition = (operator: Operator, values: readonly FilterValue[]) =>
    compareColumn(column, sqlType, operator, values);
  return { ...common, operators: kind.operators, condition };
}

/** One of some words, which are all that the column has: `!=` asks for the others, by the same index. */
export function wordFilter(options: FieldOptions & { readonly values: readonly string[] }): FilterField {
  const { values } = options;
  const kind: Kind = {
    sqlType: 'text',
    operators: EQUALITY,
    schema: { type: 'string', enum: [...values] },
    expected: `one of ${listed(values, 150)}`,
    read: (text) => (values.includes(text) ? text : undefined),
  };
  const made = field(kind, options);
  const all: readonly FilterValue[] = options.nullable === true ? [...values, null] : values;
  const condition = (operator: Operator, given: readonly FilterValue[]): Condition => {
    if (operator !== '!=') return made.condition(operator, given);
    const others = all.filter((value) => !given.includes(value));
    return others.length === 0 ? { sql: 'false', values: [] } : made.condition('=', others);
  };
  return { ...made, condition };
}

/** A whole number. */
export function integerFilter(options: FieldOptions & { readonly min: number; readonly max: number }): FilterField {
  const { min, max } = options;
  const kind: Kind = {
    sqlType: 'integer',
    operators: ORDER,
    schema: { type: 'integer', minimum: min, maximum: max },
    expected: `a whole number from ${min} to ${max}`,
    read: (text) => {
      const value = /^-?\d{1,15}$/.test(text) ? Number(text) : Number.NaN;
      return value >= min && value <= max ? String(value) : undefined;
    },
  };
  return field(kind, options);
}

/** A text, compared as it is. */
export function textFilter(options: FieldOptions & { readonly max: number }): FilterField {
  return field(textKind(options.max, TEXT_PATTERN), options);
}

/** A text in which a comma or a quotation mark means itself, such as words to search for. */
export function phraseFilter(
  options: Options & { readonly max: number; readonly where: (values: readonly string[]) => Condition },
): FilterField {
  return field(textKind(options.max, PHRASE_PATTERN), options, false);
}

/** As a value stands in a list of values: plain, or in quotation marks with a comma in it. */
const TEXT_PATTERN = String.raw`^([^",\u0000][^,\u0000]*|"([^"\\\u0000]|\\["\\])*")$`;

const PHRASE_PATTERN = String.raw`^[^\u0000]+$`;

function textKind(max: number, pattern: string): Kind {
  return {
    sqlType: 'text',
    operators: EQUALITY,
    schema: { type: 'string', minLength: 1, maxLength: max, pattern },
    expected: `a text of at most ${max} characters`,
    read: (text) => (Array.from(text).length <= max && findUnstorable(text) === undefined ? text : undefined),
  };
}

/** An id, UUID. */
export function idFilter(options: FieldOptions): FilterField {
  const kind: Kind = {
    sqlType: 'uuid',
    operators: EQUALITY,
    schema: { type: 'string', format: 'uuid' },
    expected: 'an id, such as 018f4e1a-6c2b-7d3e-8f90-123456789abc',
    read: (text) => (isUuid(text) ? text.toLowerCase() : undefined),
  };
  return field(kind, options);
}

/** A time, RFC 3339. */
export function timeFilter(options: FieldOptions): FilterField {
  const kind: Kind = {
    sqlType: 'timestamptz',
    operators: ORDER,
    schema: { type: 'string', format: 'date-time' },
    expected: 'a time with its zone, such as 2026-01-31T09:30:00Z or 2026-01-31T10:30:00%2B01:00',
    // A plus that was not encoded has become a blank.
    read: (text) => readRfc3339(text.replace(/ (?=\d\d:\d\d$)/, '+'))?.toISOString(),
  };
  return field(kind, options);
}

/** True or false. */
export function booleanFilter(options: FieldOptions): FilterField {
  const kind: Kind = {
    sqlType: 'boolean',
    operators: EQUALITY,
    schema: { type: 'boolean' },
    expected: 'true or false',
    read: (text) => (text === 'true' || text === 'false' ? text : undefined),
  };
  return field(kind, options);
}
