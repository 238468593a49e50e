import { createTestDatabase, type TestDatabase } from '@itops/testing';
import { DataSource } from 'typeorm';

import { capacityService } from '../src/capacity.service';

let database: TestDatabase;
let dataSource: DataSource;

beforeAll(async () => {
  database = await createTestDatabase('capacity_migrations');
  dataSource = new DataSource({
    type: 'postgres',
    url: database.url,
    migrations: [...(capacityService.database?.migrations ?? [])],
    migrationsTransactionMode: 'each',
  });
  await dataSource.initialize();
});

afterAll(async () => {
  await dataSource.destroy();
  await database.drop();
});

const relations = async (): Promise<unknown> =>
  dataSource.query(
    `select relname, relkind from pg_class
     where relnamespace = 'public'::regnamespace and relkind in ('r', 'p', 'i', 'I', 'S') and relname !~ '^(pk_|migrations)'
     order by lower(relname)`,
  );

it('the schema goes up, down and up again', async () => {
  await dataSource.runMigrations();
  const first = await relations();
  expect(JSON.stringify(first)).toContain('breach_one_open');
  for (const _ of ['index-lists', 'know-class-paths', 'create-capacity']) await dataSource.undoLastMigration();
  expect(JSON.stringify(await relations())).not.toContain('breach');
  await dataSource.runMigrations();
  expect(await relations()).toEqual(first);
});

it('an item from before class paths has its class alone', async () => {
  await dataSource.runMigrations();
  for (const _ of ['index-lists', 'know-class-paths']) await dataSource.undoLastMigration();
  await dataSource.query(
    `insert into configuration_item (id, version, class, name, retired)
     values ('0199a000-0000-7000-8000-000000000001', 1, 'virtual_machine', 'old', false)`,
  );
  await dataSource.runMigrations();
  expect(await dataSource.query('select class_path from configuration_item')).toEqual([
    { class_path: ['virtual_machine'] },
  ]);
});

it('the database holds at most one open breach of a kind', async () => {
  await dataSource.runMigrations();
  const open = (state: string) =>
    dataSource.query(
      `insert into breach (id, version, resource_id, ci_id, metric, unit, labels, threshold_id, comparator, threshold_value,
         severity, kind, state, value, detected_at, cleared_at, misses, created_at, updated_at)
       select gen_random_uuid(), 1, u, u, 'm', '', '{}', u, '>', 1, 'error', 'current', $1, 2, now(),
         case $1 when 'cleared' then now() end, 0, now(), now()
       from (select '0199a000-0000-7000-8000-000000000001'::uuid as u)`,
      [state],
    );
  await open('cleared');
  await open('cleared');
  await open('open');
  await expect(open('open')).rejects.toThrow('breach_one_open');
});
