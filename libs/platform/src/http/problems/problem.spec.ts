import { DataSource } from 'typeorm';

import { createDataSource } from '../../database/database';
import { problemOf } from './problem';

async function failureOf(dataSource: DataSource): Promise<unknown> {
  return dataSource.query('select 1').then(
    () => undefined,
    (error: unknown) => error,
  );
}

describe('the problem document', () => {
  it('tells a pool in full use from a database that is away', async () => {
    const url = process.env['TEST_DATABASE_URL'] ?? '';
    const dataSource = new DataSource({ type: 'postgres', url, extra: { max: 1, connectionTimeoutMillis: 200 } });
    await dataSource.initialize();
    const holder = dataSource.createQueryRunner();
    await holder.connect();
    const busy = problemOf(await failureOf(dataSource));
    await holder.release();
    await dataSource.destroy();
    expect(busy).toMatchObject({ problem: { type: '/problems/busy', status: 503 }, log: 'warn' });
    expect(busy.problem.detail).toContain('too many requests at once');

    const away = createDataSource('spec-svc', { url: 'postgres://127.0.0.1:9/none', ssl: false }, 1, {
      entities: [],
      migrations: [],
    });
    expect(problemOf(await failureOf(away))).toMatchObject({ problem: { type: '/problems/unavailable', status: 503 } });
  });
});
