import { type Condition, type ListDefinition, OPERATORS, parametersOf, readListRequest, selectPage } from '@itops/kit';
import { type DataSource } from 'typeorm';

export interface PlannedList {
  readonly list: ListDefinition;
  /** The table that is long; a sequential scan of it is what must not be. */
  readonly table: string;
  /** A query for each filter that the list declares, such as `state=new`. */
  readonly samples: readonly string[];
  /** Conditions that are made elsewhere. */
  readonly where?: readonly Condition[];
}

/**
 * The queries, each filter in each order, first page and next, that PostgreSQL would answer by reading the whole table;
 * and the filters that no sample is about.
 */
export async function slowQueries(
  database: DataSource,
  { list, table, samples, where = [] }: PlannedList,
): Promise<string[]> {
  const slow: string[] = [];
  const sorts = Object.keys(list.sorts).flatMap((name) => [name, `-${name}`]);
  for (const query of ['', ...samples].flatMap((sample) => sorts.map((sort) => `${sample}&sort=${sort}`))) {
    const request = readListRequest(list, query);
    const first = selectPage(list, request, { where });
    const rows = await database.query<{ cursor_position: string[] }[]>(first.sql, first.parameters);
    const after = rows.at(-1)?.cursor_position;
    const pages = [first, ...(after === undefined ? [] : [selectPage(list, request, { where, after })])];
    for (const { sql, parameters } of pages) {
      const plan = await database.query<{ 'QUERY PLAN': string }[]>(`explain ${sql}`, parameters);
      const text = plan.map((line) => line['QUERY PLAN']).join('\n');
      if (text.includes(`Seq Scan on ${table}`)) slow.push(`${query}\n${text}`);
    }
  }
  const sampled = new Set(samples.flatMap((sample) => parametersOf(sample).map(({ name }) => name)));
  return [
    ...slow,
    ...Object.keys(list.filters)
      .filter((name) => !sampled.has(name))
      .map((name) => `no sample of ${name}`),
  ];
}

/** One sample for each operator of a field. */
export function ordered(name: string, value: string): string[] {
  return OPERATORS.map((operator) => `${name}${operator}${value}`);
}
