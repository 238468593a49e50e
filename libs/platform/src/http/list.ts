import {
  DEFAULT_PAGE,
  type Page,
  InvalidInput,
  MAX_PAGE,
  decodeCursor,
  encodeCursor,
  isUuid,
  toPage,
} from '@itops/kit';

import { IntegerParam, TextField } from './fields/fields';

/** What every list takes. Extend it with the list's own filters. */
export class ListQuery {
  @IntegerParam({ description: 'Most items on a page.', min: 1, max: MAX_PAGE, default: DEFAULT_PAGE, optional: true })
  limit?: number;

  @TextField({ description: 'nextCursor of the page before, unchanged.', max: 1024, optional: true })
  cursor?: string;

  @TextField({
    description: 'Field to sort by; a minus before it turns the order round.',
    max: 64,
    optional: true,
    example: '-createdAt',
  })
  sort?: string;
}

/** How a list is sorted: each field that may be named in `sort`, with its column (never null) and the column's type. */
export interface ListSpec {
  readonly select: string;
  readonly from: string;
  /** The column of the id, the tie-breaker of every order. */
  readonly id: string;
  readonly sorts: Readonly<Record<string, { readonly column: string; readonly type: string }>>;
  readonly defaultSort: string;
}

/** One condition; each `?` in `sql` takes the next of `values`. */
export interface Condition {
  readonly sql: string;
  readonly values: readonly unknown[];
}

export interface Queryable {
  query<Row>(sql: string, parameters?: unknown[]): Promise<Row>;
}

/** `when(query.state, (state) => …)` makes a condition only where the filter was given. */
export function when<Value>(value: Value | undefined, condition: (value: Value) => Condition): Condition[] {
  return value === undefined ? [] : [condition(value)];
}

/** Reads one page by key set, so that rows that arrive meanwhile neither shift nor repeat items. */
export async function readPage<Row extends object, Item>(
  database: Queryable,
  spec: ListSpec,
  conditions: readonly Condition[],
  query: ListQuery,
  toItem: (row: Row) => Item,
): Promise<Page<Item>> {
  const sort = query.sort ?? spec.defaultSort;
  const descending = sort.startsWith('-');
  const name = descending ? sort.slice(1) : sort;
  const order = Object.hasOwn(spec.sorts, name) ? spec.sorts[name] : undefined;
  if (order === undefined) {
    const names = Object.keys(spec.sorts);
    throw new InvalidInput([
      {
        pointer: '/sort',
        reason: `must be one of ${names.join(', ')}, with a minus before it to turn the order round`,
      },
    ]);
  }
  const limit = query.limit ?? DEFAULT_PAGE;
  const parameters: unknown[] = [];
  const bind = (value: unknown): string => `$${parameters.push(value)}`;
  const clauses = conditions.map(({ sql, values }) => {
    let next = 0;
    return sql.replace(/\?/g, () => bind(values[next++]));
  });
  if (query.cursor !== undefined) {
    const after = decodeCursor(sort, query.cursor);
    if (!isUuid(after.id) || !fits(after.value, order.type)) {
      throw new InvalidInput([
        { pointer: '/cursor', reason: 'is not a cursor; use nextCursor of the page before, unchanged' },
      ]);
    }
    clauses.push(
      `(${order.column}, ${spec.id}) ${descending ? '<' : '>'} (${bind(after.value)}::${order.type}, ${bind(after.id)}::uuid)`,
    );
  }
  const direction = descending ? 'desc' : 'asc';
  const rows = await database.query<(Row & { cursor_value: string; cursor_id: string })[]>(
    `select ${spec.select}, ${order.column}::text as cursor_value, ${spec.id}::text as cursor_id from ${spec.from}` +
      (clauses.length > 0 ? ` where ${clauses.join(' and ')}` : '') +
      ` order by ${order.column} ${direction}, ${spec.id} ${direction} limit ${bind(limit + 1)}`,
    parameters,
  );
  return toPage(rows, limit, toItem, (row) => encodeCursor(sort, { value: row.cursor_value, id: row.cursor_id }));
}

/** Whether a cursor's value, which comes back as the text that the database gave, can be of the sort column's type. */
function fits(value: string | number | null, type: string): boolean {
  if (typeof value !== 'string') return false;
  if (/^(timestamptz|timestamp|date)$/.test(type))
    return /^\d{4,6}-\d{2}-\d{2}/.test(value) && !Number.isNaN(Date.parse(value));
  if (/^(int|integer|smallint|bigint|numeric|double|float|real)/.test(type))
    return /^-?\d{1,18}(\.\d{1,18})?$/.test(value);
  return true;
}
