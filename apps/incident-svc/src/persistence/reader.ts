import { type Plan } from '@itops/messaging';
import { type DataSource } from 'typeorm';

/** Reads rows, in a transaction or outside of one. */
export interface Reader {
  query<Row>(sql: string, params?: readonly unknown[], plan?: Plan): Promise<Row[]>;
}

/** Reads outside of any transaction. */
export function readerOf(dataSource: DataSource): Reader {
  return {
    query: <Row>(sql: string, params: readonly unknown[] = []) => dataSource.query<Row[]>(sql, [...params]),
  };
}

/**
 * Waits for statements that were begun without waiting for each other, so that they travel together; they are still carried
 * out in the order in which they were begun. Waits for all of them also when one fails: none may be under way on a
 * connection that was given back. @throws what the first that failed has thrown
 */
export async function sentTogether<const Work extends readonly Promise<unknown>[]>(
  work: Work,
): Promise<{ -readonly [Index in keyof Work]: Awaited<Work[Index]> }> {
  await Promise.allSettled(work);
  return Promise.all(work);
}
