import { messagingMigrations } from '@itops/messaging';
import { createTestDatabase, ordered, slowQueries, type TestDatabase } from '@itops/testing';
import { DataSource } from 'typeorm';

import { CIS, knownBy, RELATIONSHIPS } from '../src/persistence/cmdb.lists';
import { cmdbMigrations } from '../src/persistence/migrations';

const AT = '2026-01-01T12:00:00Z';
const someId = (serial: number) => `00000000-0000-7000-8000-${String(serial).padStart(12, '0')}`;

let database: TestDatabase;
let dataSource: DataSource;

beforeAll(async () => {
  database = await createTestDatabase('cmdb_plans');
  const migrations = [...messagingMigrations, ...cmdbMigrations];
  dataSource = await new DataSource({ type: 'postgres', url: database.url, migrations }).initialize();
  await dataSource.runMigrations();
  await dataSource.query(`
    insert into ci (id, version, class, name, attributes, sources, stage, operational_status, owner_group, criticality,
      first_seen_at, last_seen_at, created_at, updated_at, created_by)
    select ('00000000-0000-7000-8000-' || lpad(n::text, 12, '0'))::uuid, 1, case when n % 2000 = 0 then 'rack' else 'server' end,
      'web-' || n, '{}', '{}', case when n % 2000 = 1 then 'retired' else 'operate' end,
      case when n % 2000 = 2 then 'degraded' else 'operational' end, case when n % 4 > 0 then 'group ' || n % 200 end,
      case when n % 2000 = 3 then 1 else 3 + n % 2 end, timestamptz '2026-01-01', timestamptz '2026-01-01',
      timestamptz '2026-01-01' + n * interval '1 minute', timestamptz '2026-01-01' + n * interval '1 minute', 'spec'
    from generate_series(1, 100000) n;
    insert into ci_external_id (source, external_id, ci_id, place)
      select case when n % 2000 = 4 then 'rare' else 'netbox' end, 'device-' || n,
        ('00000000-0000-7000-8000-' || lpad(n::text, 12, '0'))::uuid, 0 from generate_series(1, 100000) n;
    insert into relationship (id, version, type, parent_id, child_id, attributes, source, created_at, updated_at, created_by)
    select ('00000000-0000-7000-8000-' || lpad(n::text, 12, '0'))::uuid, 1,
      case when n % 2000 = 0 then 'Provides' else 'Runs on' end,
      ('00000000-0000-7000-8000-' || lpad(n::text, 12, '0'))::uuid,
      ('00000000-0000-7000-8000-' || lpad((1 + n % 5000)::text, 12, '0'))::uuid, '{}', 'spec',
      timestamptz '2026-01-01' + n * interval '1 minute', timestamptz '2026-01-01', 'spec'
    from generate_series(1, 100000) n;
    analyze ci, ci_external_id, relationship`);
}, 120_000);

afterAll(async () => {
  await dataSource.destroy();
  await database.drop();
});

it('no list of configuration items reads all of 100,000', async () => {
  const samples = [
    ...['name=web-7', 'q=web-77', 'q=web', 'stage=retired', 'stage!=operate', 'operationalStatus=degraded'],
    ...['ownerGroup="group 1"', 'ownerGroup=null', 'ownerGroup!="group 1"', 'criticality=1', 'criticality<=2'],
    ...[...ordered('createdAt', AT), ...ordered('updatedAt', AT)],
  ];
  // What the handler makes of `class`, `source` and `externalId`.
  const made = [
    { sql: "ci.class = any('{rack}')", values: [] },
    { sql: "ci.class = any('{server,rack}')", values: [] },
    knownBy(['rare'], undefined),
    knownBy(undefined, ['device-7']),
    knownBy(['netbox'], ['device-7', 'device-8']),
  ];
  const elsewhere = ['class', 'source', 'externalId'].map((name) => `no sample of ${name}`);
  expect(await slowQueries(dataSource, { list: CIS, table: 'ci', samples })).toEqual(elsewhere);
  for (const condition of made) {
    const planned = { list: CIS, table: 'ci', samples: [], where: [condition] };
    expect((await slowQueries(dataSource, planned)).filter((line) => !line.startsWith('no sample of'))).toEqual([]);
  }
});

it('no list of relationships reads all of 100,000', async () => {
  const samples = [
    ...[`ciId=${someId(5)}`, `parentId=${someId(5)}`, `childId=${someId(5)}`, `childId!=${someId(5)}`],
    ...['type=Provides', 'type="Runs on"', 'type!="Runs on"', ...ordered('createdAt', AT)],
  ];
  expect(await slowQueries(dataSource, { list: RELATIONSHIPS, table: 'relationship', samples })).toEqual([]);
});
