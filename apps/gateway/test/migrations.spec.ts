import { createTestDatabase, type TestDatabase } from '@itops/testing';
import { DataSource } from 'typeorm';

import { gatewayDatabase } from '../src/persistence/gateway.database';
import { WEBHOOK_COLUMNS } from '../src/persistence/webhook.row';

let database: TestDatabase;
let dataSource: DataSource;
beforeAll(async () => {
  database = await createTestDatabase('gateway_migrations');
  dataSource = new DataSource({
    type: 'postgres',
    url: database.url,
    migrations: [...gatewayDatabase.migrations],
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
  for (const _ of gatewayDatabase.migrations) await dataSource.undoLastMigration();
  expect(await relations()).toEqual([]);
  await dataSource.runMigrations();
  expect(await relations()).toEqual(first);

  const columns: { column_name: string }[] = await dataSource.query(
    `select column_name from information_schema.columns where table_name = 'webhook'`,
  );
  expect(columns.map(({ column_name }) => column_name).sort()).toEqual([...WEBHOOK_COLUMNS].sort());
});

it('the claim of lanes, the head of a lane and the log are read by their indexes', async () => {
  await dataSource.runMigrations();
  await dataSource.query(`
    insert into webhook (id, version, name, url, filter, state, secrets, owner, permissions, active_since, created_at, created_by, updated_at)
      select gen_random_uuid(), 1, 'w', 'https://example.com', '{}', 'enabled', '[]', 'admin', '{}', now(), now(), 'admin', now()
      from generate_series(1, 20)`);
  await dataSource.query(`
    insert into webhook_delivery (id, webhook_id, lane, event_id, type, payload, state, tries, attempts, created_at, settled_at)
      select gen_random_uuid(), w.id, (n % 500)::text, n::text, 't', '{}', s.state, 0, '[]', now() - n * interval '1 second',
        case when s.state = 'delivered' then now() end
      from webhook w, generate_series(1, 1500) n, lateral (select case when n % 3 = 0 then 'pending' else 'delivered' end) s (state)`);
  await dataSource.query(`
    insert into webhook_lane (webhook_id, lane, pending, next_at)
      select webhook_id, lane, count(*), now() + random() * interval '1 hour' from webhook_delivery where state = 'pending' group by 1, 2`);
  await dataSource.query('analyze webhook, webhook_delivery, webhook_lane');
  const [{ id } = { id: '' }]: { id: string }[] = await dataSource.query('select id from webhook limit 1');
  const planOf = async (sql: string): Promise<string> =>
    JSON.stringify(await dataSource.query(`explain ${sql.replaceAll('$1', `'${id}'`)}`));
  expect(
    await planOf(`select 1 from webhook_lane where webhook_id = $1 and next_at <= now() order by next_at limit 8`),
  ).toContain('webhook_lane_due');
  expect(
    await planOf(
      `select 1 from webhook_delivery where webhook_id = $1 and lane = '3' and state = 'pending' order by sequence limit 1`,
    ),
  ).toContain('webhook_delivery_pending');
  expect(
    await planOf(`select 1 from webhook_delivery where webhook_id = $1 order by created_at desc, id desc limit 51`),
  ).toContain('webhook_delivery_newest');
  expect(
    await planOf(
      `select 1 from webhook_delivery where webhook_id = $1 and state = 'failed' order by created_at desc, id desc limit 51`,
    ),
  ).toContain('webhook_delivery_by_state');
});
