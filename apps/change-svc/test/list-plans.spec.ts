import { messagingMigrations } from '@itops/messaging';
import { createTestDatabase, ordered, slowQueries, type TestDatabase } from '@itops/testing';
import { DataSource } from 'typeorm';

import { CHANGES } from '../src/persistence/change.lists';
import { changeMigrations } from '../src/persistence/migrations';

const AT = '2026-01-01T12:00:00Z';
const someId = (serial: number) => `00000000-0000-7000-8000-${String(serial).padStart(12, '0')}`;

let database: TestDatabase;
let dataSource: DataSource;

beforeAll(async () => {
  database = await createTestDatabase('change_plans');
  const migrations = [...messagingMigrations, ...changeMigrations];
  dataSource = await new DataSource({ type: 'postgres', url: database.url, migrations }).initialize();
  await dataSource.runMigrations();
  await dataSource.query(`
    insert into change (id, version, number, title, description, type, state, cis, planned_start, actual_start,
      assignment_group, assignee, requested_by, source, external_ref, failed, created_at, created_by, updated_at)
    select ('00000000-0000-7000-8000-' || lpad(n::text, 12, '0'))::uuid, 1, 'CHG' || lpad(n::text, 7, '0'),
      'Deploy ' || n, 'area' || n % 50 || ' word' || n % 5000,
      case when n % 2000 = 0 then 'emergency' when n % 50 = 1 then 'normal' else 'standard' end,
      case when n % 2000 = 2 then 'implement' else 'closed' end,
      array[('00000000-0000-7000-8000-' || lpad((n % 5000)::text, 12, '0'))::uuid],
      case when n % 5 > 0 then timestamptz '2026-01-01' + n * interval '1 minute' end,
      case when n % 5 > 0 then timestamptz '2026-01-01' + n * interval '1 minute' end,
      case when n % 4 > 0 then 'group ' || n % 200 end, case when n % 4 > 0 then 'person ' || n % 2000 end, 'spec',
      case when n % 2000 = 3 then 'capacity' else 'deployment' end, 'run-' || n, false,
      timestamptz '2026-01-01' + n * interval '1 minute', 'spec', timestamptz '2026-01-01' + n * interval '1 minute'
    from generate_series(1, 100000) n;
    analyze change`);
}, 120_000);

afterAll(async () => {
  await dataSource.destroy();
  await database.drop();
});

it('no list of changes reads all of 100,000', async () => {
  const samples = [
    ...['state=implement', 'state=closed', 'state=implement,new', 'state!=closed', 'type=emergency', 'type!=standard'],
    ...[
      'source=capacity',
      'source!=deployment',
      'number=CHG0000042',
      `ciId=${someId(5)}`,
      `ciId=${someId(5)},${someId(6)}`,
    ],
    ...['assignmentGroup="group 1"', 'assignmentGroup=null', 'assignee="person 1"', 'assignee!="person 1"'],
    ...['externalRef=run-7', 'externalRef!=null', 'plannedStart=null', 'actualStart!=null', 'q=word42', 'q=area7'],
    ...[...ordered('plannedStart', AT), ...ordered('actualStart', AT)],
    ...[...ordered('createdAt', AT), ...ordered('updatedAt', AT)],
  ];
  expect(await slowQueries(dataSource, { list: CHANGES, table: 'change', samples })).toEqual([]);
});
