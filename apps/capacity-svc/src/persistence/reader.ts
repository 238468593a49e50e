/** Whatever reads with SQL: a transaction, or the data source outside of one. */
export interface Reader {
  query<Row>(sql: string, params?: readonly unknown[]): Promise<Row[]>;
}

interface PoolReader {
  query<Result>(sql: string, params?: unknown[]): Promise<Result>;
}

/** Reads outside of a transaction. */
export function readerOf(dataSource: PoolReader): Reader {
  return { query: <Row>(sql: string, params: readonly unknown[] = []) => dataSource.query<Row[]>(sql, [...params]) };
}
