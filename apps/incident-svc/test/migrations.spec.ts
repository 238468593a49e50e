import { messagingMigrations } from '@itops/messaging';
import { createTestDatabase, type TestDatabase } from '@itops/testing';
import { DataSource } from 'typeorm';

import { incidentMigrations } from '../src/persistence/migrations';

let database: TestDatabase;
let dataSource: DataSource;
beforeEach(async () => {
  database = await createTestDatabase('incident_migrations');
  const migrations = [...messagingMigrations, ...incidentMigrations];
  dataSource = await new DataSource({ type: 'postgres', url: database.url, migrations }).initialize();
});
afterEach(async () => {
  await dataSource.destroy();
  await database.drop();
});

async function shape(): Promise<unknown[]> {
  return dataSource.query<unknown[]>(
    `select table_name, column_name, data_type, is_nullable from information_schema.columns
     where table_schema = 'public' and table_name not in ('migrations') order by 1, 2`,
  );
}

it('go up, down and up again to the same tables', async () => {
  await dataSource.runMigrations();
  const first = await shape();
  const names = new Set(first.map((column) => JSON.stringify(column)));
  expect(names.size).toBeGreaterThan(100);
  for (const _ of incidentMigrations) await dataSource.undoLastMigration();
  const left = await shape();
  expect(JSON.stringify(left)).not.toMatch(/"(incident|alert|ci|change|breach|relationship)[a-z_]*","column_name/);
  await dataSource.runMigrations();
  expect(await shape()).toEqual(first);
});
