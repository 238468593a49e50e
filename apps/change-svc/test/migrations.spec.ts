import { newId } from '@itops/kit';
import { type TestDatabase, createTestDatabase } from '@itops/testing';
import { DataSource } from 'typeorm';

import { changeService } from '../src/change.service';
import { CHANGE_COLUMNS } from '../src/persistence/change.row';

let database: TestDatabase;
let dataSource: DataSource;
beforeAll(async () => {
  database = await createTestDatabase('change_migrations');
  dataSource = new DataSource({
    type: 'postgres',
    url: database.url,
    migrations: [...(changeService.database?.migrations ?? [])],
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
    `select c.relname, c.relkind from pg_class c left join pg_index i on i.indexrelid = c.oid
     where c.relnamespace = 'public'::regnamespace and c.relname not like 'migrations%'
       and i.indrelid is distinct from to_regclass('migrations') order by c.relname`,
  );

it('the schema goes up, down and up again', async () => {
  await dataSource.runMigrations();
  const first = await relations();
  for (const _ of changeService.database?.migrations ?? []) await dataSource.undoLastMigration();
  expect(await relations()).toEqual([]);
  await dataSource.runMigrations();
  expect(await relations()).toEqual(first);

  const columns: { column_name: string }[] = await dataSource.query(
    `select column_name from information_schema.columns where table_name = 'change' and is_generated = 'NEVER'`,
  );
  expect(columns.map(({ column_name }) => column_name).sort()).toEqual([...CHANGE_COLUMNS].sort());
});

it('the database refuses a state that the type does not have', async () => {
  await dataSource.runMigrations();
  const insert = (type: string, state: string) =>
    dataSource.query(
      `insert into change (id, version, number, title, description, type, state, cis, requested_by, source, failed,
                           created_at, created_by, updated_at)
       values ($1::text::uuid, 1, $1::text, 'x', '', $2, $3, '{}', 'a', 'manual', false, now(), 'a', now())`,
      [newId(), type, state],
    );
  await expect(insert('normal', 'assess')).resolves.toBeDefined();
  await expect(insert('standard', 'assess')).rejects.toThrow('state_of_type');
  await expect(insert('huge', 'new')).rejects.toThrow('state_of_type');
});
