export interface Statement {
  readonly sql: string;
  readonly params: readonly unknown[];
}

/** A table's columns that are written, each with its type, in order. */
export type Columns = readonly (readonly [name: string, type: string])[];

/**
 * Up to here the rows are written out as VALUES, which PostgreSQL plans in half the time that the arrays of a bulk insert
 * take; above, the arrays are cheaper.
 */
const MOST_WRITTEN_OUT = 16;

/**
 * Inserts rows in their order, so that numbers from a sequence grow in that order.
 * @param firstParam the number of the first parameter, when the statement becomes part of another
 */
export function insertStatement(
  table: string,
  columns: Columns,
  rows: readonly (readonly unknown[])[],
  firstParam = 1,
): Statement {
  const names = columns.map(([name]) => name).join(', ');
  if (rows.length <= MOST_WRITTEN_OUT) {
    const tuples = rows.map((_, row) => {
      const first = firstParam + row * columns.length;
      return `(${columns.map(([, type], column) => `$${first + column}::${type}`).join(', ')})`;
    });
    return { sql: `insert into ${table} (${names}) values ${tuples.join(', ')}`, params: rows.flat() };
  }
  const arrays = columns.map(([, type], column) => `$${firstParam + column}::${type}[]`);
  return {
    sql: `insert into ${table} (${names}) select ${names}
          from unnest(${arrays.join(', ')}) with ordinality as r (${names}, place) order by place`,
    params: columns.map((_, column) => rows.map((row) => row[column])),
  };
}
