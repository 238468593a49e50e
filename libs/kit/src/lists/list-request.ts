import { type FieldError, InvalidInput } from '../errors';
import { jsonPointer } from '../json';
import { listed } from '../listed';
import { DEFAULT_PAGE, MAX_PAGE } from '../pagination';
import { type FilterValue, isRange, type Operator } from './condition';
import { type FilterField } from './filters';
import { type ListShape } from './list-definition';
import { parametersOf, type QueryParameter } from './query-string';
import { readValues, writeValue, type Written } from './values';

export interface SortStep {
  readonly name: string;
  readonly descending: boolean;
}

/** One filter: `priority<=2` has the field `priority`, the operator `<=` and the value `2`. */
export interface FieldCondition {
  readonly field: string;
  readonly operator: Operator;
  readonly values: readonly FilterValue[];
}

/** What a caller asks of a list, checked. */
export interface ListRequest {
  readonly limit: number;
  readonly cursor?: string;
  readonly sort: readonly SortStep[];
  /** All must hold. */
  readonly conditions: readonly FieldCondition[];
}

export const MOST_SORTS = 3;
export const MOST_CONDITIONS = 32;
export const MOST_VALUES = 100;
export const LONGEST_CURSOR = 4096;

/** Members of a query that are no filters. `fields` is looked at where the answer is cut down. */
const MEMBERS = ['limit', 'cursor', 'sort', 'fields'] as const;

/**
 * Reads a query string by what the list declares.
 * @param query what follows the question mark, as it came
 * @throws InvalidInput that names all that is wrong
 */
export function readListRequest(list: ListShape, query: string): ListRequest {
  return new QueryReader(list).read(parametersOf(query));
}

/** The filters as a query string, which {@link readListRequest} reads back. */
export function writeConditions(conditions: readonly FieldCondition[]): string {
  return conditions
    .map(({ field, operator, values }) => `${field}${operator}${values.map(writeValue).join(',')}`)
    .map(encodeURIComponent)
    .join('&');
}

/** What each filter by this field asks for, for a list that makes the condition itself. */
export function askedFor({ conditions }: ListRequest, field: string): string[][] {
  return conditions
    .filter((condition) => condition.field === field)
    .map(({ values }) => values.filter((value) => value !== null));
}

/** The order as `sort` says it. */
export function writeSort(sort: readonly SortStep[]): string {
  return sort.map(({ name, descending }) => `${descending ? '-' : ''}${name}`).join(',');
}

class QueryReader {
  private readonly errors: FieldError[] = [];
  private readonly conditions: FieldCondition[] = [];
  private readonly members = new Map<string, string>();

  constructor(private readonly list: ListShape) {}

  read(parameters: readonly QueryParameter[]): ListRequest {
    for (const parameter of parameters) this.take(parameter);
    if (this.conditions.length > MOST_CONDITIONS)
      this.refuse('', `has ${this.conditions.length} filters; at most ${MOST_CONDITIONS} may be combined`);
    for (const name of this.list.required ?? [])
      if (!parameters.some((parameter) => parameter.name === name)) this.refuse(name, 'is missing');
    const limit = this.limit();
    const sort = this.sort();
    const cursor = this.members.get('cursor');
    if (cursor !== undefined && (cursor === '' || cursor.length > LONGEST_CURSOR))
      this.refuse('cursor', 'is not a cursor; send nextCursor of the page before, unchanged');
    if (this.errors.length > 0) throw new InvalidInput(this.errors);
    return { limit, sort, conditions: this.conditions, ...(cursor === undefined ? {} : { cursor }) };
  }

  private take({ name, operator, text, problem }: QueryParameter): void {
    if (problem !== undefined) return this.refuse(name, problem);
    if (this.taken().includes(name)) return this.takeMember(name, operator, text);
    const field = Object.hasOwn(this.list.filters, name) ? this.list.filters[name] : undefined;
    if (field === undefined)
      return this.refuse(name, `is no filter of this list; there are ${listed(this.known(), 150)}`);
    if (operator === undefined || !field.operators.includes(operator)) {
      return this.refuse(name, `can be compared by ${field.operators.join(' ')} only, such as ${name}=…`);
    }
    const values = readFilterValues(field, operator, text);
    if (typeof values === 'string') return this.refuse(name, values);
    this.conditions.push({ field: name, operator, values });
  }

  private takeMember(name: string, operator: Operator | undefined, text: string): void {
    if (operator !== '=') return this.refuse(name, `is written ${name}=…`);
    if (this.members.has(name)) return this.refuse(name, 'is given twice');
    this.members.set(name, text);
  }

  private limit(): number {
    const text = this.members.get('limit');
    if (text === undefined) return DEFAULT_PAGE;
    const limit = /^\d{1,9}$/.test(text) ? Number(text) : 0;
    if (limit < 1 || limit > MAX_PAGE) this.refuse('limit', `must be a whole number from 1 to ${MAX_PAGE}`);
    return limit;
  }

  private sort(): SortStep[] {
    const names = Object.keys(this.list.sorts);
    if (names.length === 0) return [];
    const steps = (this.members.get('sort') ?? this.list.defaultSort).split(',').map((text) => {
      const descending = text.startsWith('-');
      return { name: descending ? text.slice(1) : text, descending };
    });
    if (!steps.every(({ name }) => names.includes(name)) || steps.length > MOST_SORTS) {
      const several = names.length > 1 ? `, or up to ${MOST_SORTS} of them divided by commas` : '';
      this.refuse(
        'sort',
        `must be one of ${listed(names, 80)}, with a minus before it to turn the order round${several}`,
      );
    }
    // Where a field is named again, its order is decided already.
    return steps.filter(({ name }, index) => steps.findIndex((step) => step.name === name) === index);
  }

  private known(): string[] {
    return [...Object.keys(this.list.filters), ...this.taken()];
  }

  private taken(): string[] {
    const { whole = false, sorts } = this.list;
    const without = [...(whole ? ['fields'] : []), ...(Object.keys(sorts).length === 0 ? ['sort'] : [])];
    return MEMBERS.filter((member) => !without.includes(member));
  }

  private refuse(name: string, reason: string): void {
    this.errors.push({ pointer: name === '' ? '' : jsonPointer([name]), reason });
  }
}

/** The values, or why they are none. */
function readFilterValues(field: FilterField, operator: Operator, text: string): FilterValue[] | string {
  const written = field.several && !isRange(operator) ? readValues(text) : [{ text, quoted: false }];
  if (written === undefined)
    return 'has a quotation mark that is not closed; write "a, b" for a value with a comma in it';
  if (written.length > MOST_VALUES) return `has ${written.length} values; at most ${MOST_VALUES} may be given`;
  const values: FilterValue[] = [];
  for (const one of written) {
    const value = readValue(field, operator, one);
    if (value === undefined) return refusalOf(field, one);
    values.push(value);
  }
  return values;
}

function readValue(field: FilterField, operator: Operator, { text, quoted }: Written): FilterValue | undefined {
  if (text === 'null' && !quoted && field.nullable && !isRange(operator)) return null;
  return text === '' && !quoted ? undefined : field.read(text);
}

function refusalOf(field: FilterField, { text, quoted }: Written): string {
  const allowed = field.nullable ? `${field.expected}, or null` : field.expected;
  return text === '' && !quoted ? `is empty; it must be ${allowed}` : `must be ${allowed}`;
}
