export interface Statement {
  readonly sql: string;
  readonly params: readonly unknown[];
}

/** A table's columns that are written, each with its type, in order. */
export type Columns = readonly (readonly [name: string, type: string])[];

/**
 * Inserts rows in their order, so that numbers from a sequence grow in that order. One row is written out; for more the
 * text is the same however many they are, so that a connection has few texts to keep plans for.
 * @param firstParam the number of the first parameter, when the statement becomes part of another
 */
export function insertStatement(
  table: string,
  columns: Columns,
  rows: readonly (readonly unknown[])[],
  firstParam = 1,
): Statement {
  const names = columns.map(([name]) => name).join(', ');
  const [only] = rows;
  if (only !== undefined && rows.length === 1) {
    const values = columns.map(([, type], column) => `$${firstParam + column}::${type}`);
    return { sql: `insert into ${table} (${names}) values (${values.join(', ')})`, params: only };
  }
  const arrays = columns.map(([, type], column) => `$${firstParam + column}::${type}[]`);
  return {
    sql: `insert into ${table} (${names}) select ${names}
          from unnest(${arrays.join(', ')}) with ordinality as r (${names}, place) order by place`,
    params: columns.map((_, column) => rows.map((row) => row[column])),
  };
}
