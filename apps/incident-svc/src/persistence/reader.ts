import { type DataSource } from 'typeorm';

/** Reads rows, in a transaction or outside of one. */
export interface Reader {
  query<Row>(sql: string, params?: readonly unknown[]): Promise<Row[]>;
}

/** Reads outside of any transaction. */
export function readerOf(dataSource: DataSource): Reader {
  return {
    query: <Row>(sql: string, params: readonly unknown[] = []) => dataSource.query<Row[]>(sql, [...params]),
  };
}
