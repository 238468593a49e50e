import { type Page, toPage } from '../pagination';
import { type Condition } from './condition';
import { type Cursors, type CursorUse, type Position } from './cursors';
import { type ListDefinition, type SortField } from './list-definition';
import { type ListRequest, writeSort } from './list-request';

export interface Queryable {
  query<Row>(sql: string, parameters?: unknown[]): Promise<Row>;
}

/** What a list is narrowed by beside what the caller asks for. */
export interface Within {
  /** The resource that the list belongs to; its cursors are good for that one alone. */
  readonly id?: string;
  readonly where?: readonly Condition[];
}

/** Reads pages of the lists of one database. */
export class Lists {
  constructor(
    private readonly database: Queryable,
    private readonly cursors: Cursors,
  ) {}

  /**
   * Reads one page by key set, so that rows that arrive or go meanwhile neither shift nor repeat items.
   * @throws InvalidInput for a cursor that was not made for this
   */
  async page<Row extends object, Item>(
    list: ListDefinition,
    request: ListRequest,
    toItem: (row: Row) => Item,
    within: Within = {},
  ): Promise<Page<Item>> {
    const use: CursorUse = {
      list: list.name,
      sort: writeSort(request.sort),
      conditions: request.conditions,
      ...(within.id === undefined ? {} : { within: within.id }),
    };
    const after = request.cursor === undefined ? undefined : this.cursors.open(use, request.cursor);
    const { sql, parameters } = selectPage(list, request, { where: within.where ?? [], after });
    const rows = await this.database.query<(Row & { cursor_position: string[] })[]>(sql, parameters);
    return toPage(rows, request.limit, toItem, (row) => this.cursors.seal(use, row.cursor_position));
  }
}

interface Narrowed {
  readonly where: readonly Condition[];
  readonly after?: Position | undefined;
}

/** The statement that reads one row more than the page has, which tells that there is more. */
export function selectPage(
  list: ListDefinition,
  request: ListRequest,
  { where, after }: Narrowed = { where: [] },
): { sql: string; parameters: unknown[] } {
  const parameters: unknown[] = [];
  const bind = (value: unknown): string => `$${parameters.push(value)}`;
  const keys = keysOf(list, request);
  const asked = request.conditions.flatMap(({ field, operator, values }) => {
    const filter = list.filters[field];
    return filter === undefined ? [] : [filter.condition(operator, values)];
  });
  const clauses = [...where, ...asked].map(({ sql, values }) => {
    let next = 0;
    return sql.replace(/\?/g, () => bind(values[next++]));
  });
  if (after !== undefined) clauses.push(beyond(keys, after, bind));
  const position = keys.map(({ column }) => `(${column})::text`).join(', ');
  const order = keys.map(({ column, descending }) => `${column} ${descending ? 'desc' : 'asc'}`).join(', ');
  const sql =
    `select ${list.select}, array[${position}] as cursor_position from ${list.from}` +
    (clauses.length > 0 ? ` where ${clauses.join(' and ')}` : '') +
    ` order by ${order} limit ${bind(request.limit + 1)}`;
  return { sql, parameters };
}

interface Key extends SortField {
  readonly descending: boolean;
}

/** The columns of the order, the id last, in the direction of the one before. */
function keysOf(list: ListDefinition, { sort }: ListRequest): Key[] {
  const keys = sort.flatMap(({ name, descending }): Key[] => {
    const field = list.sorts[name];
    return field === undefined ? [] : [{ ...field, descending }];
  });
  return [...keys, { column: list.id, type: 'uuid', descending: keys.at(-1)?.descending ?? false }];
}

/** What comes after a place in the order. */
function beyond(keys: readonly Key[], after: Position, bind: (value: unknown) => string): string {
  const values = keys.map(({ type }, index) => `${bind(after[index])}::${type}`);
  const [first] = keys;
  const sign = ({ descending }: Key) => (descending ? '<' : '>');
  if (first !== undefined && keys.every(({ descending }) => descending === first.descending)) {
    return `(${keys.map(({ column }) => column).join(', ')}) ${sign(first)} (${values.join(', ')})`;
  }
  const steps = keys.map((key, index) =>
    [
      ...keys.slice(0, index).map(({ column }, before) => `${column} = ${values[before]}`),
      `${key.column} ${sign(key)} ${values[index]}`,
    ].join(' and '),
  );
  // The first condition follows from the others; it is what an index can begin at.
  const begin = first === undefined ? 'true' : `${first.column} ${sign(first)}= ${values[0]}`;
  return `${begin} and (${steps.map((step) => `(${step})`).join(' or ')})`;
}
