import { messagingMigrations } from '@itops/messaging';
import { createTestDatabase, ordered, slowQueries, type TestDatabase } from '@itops/testing';
import { DataSource } from 'typeorm';

import { capacityService } from '../src/capacity.service';
import { BREACHES, RESOURCES, THRESHOLDS } from '../src/persistence/capacity.lists';

const AT = '2026-01-01T12:00:00Z';
const someId = (serial: number) => `00000000-0000-7000-8000-${String(serial).padStart(12, '0')}`;

let database: TestDatabase;
let dataSource: DataSource;

beforeAll(async () => {
  database = await createTestDatabase('capacity_plans');
  const migrations = [...new Set([...messagingMigrations, ...(capacityService.database?.migrations ?? [])])];
  dataSource = await new DataSource({ type: 'postgres', url: database.url, migrations }).initialize();
  await dataSource.runMigrations();
  await dataSource.query(`
    insert into resource (id, identity, ci_id, ci_reference, metric, unit, labels, created_at, updated_at, created_by)
    select ('00000000-0000-7000-8000-' || lpad(n::text, 12, '0'))::uuid, gen_random_uuid(),
      case when n % 3 > 0 then ('00000000-0000-7000-8000-' || lpad((n % 5000)::text, 12, '0'))::uuid end, '"web"',
      'metric ' || n % 100, '%', '{}', timestamptz '2026-01-01' + n * interval '1 minute', timestamptz '2026-01-01', 'spec'
    from generate_series(1, 100000) n;
    insert into threshold (id, version, metric, ci_id, labels, comparator, value, for_minutes, severity, ruled_at, created_at,
      updated_at, created_by)
    select ('00000000-0000-7000-8000-' || lpad(n::text, 12, '0'))::uuid, 1, 'metric ' || n % 100,
      case when n % 3 > 0 then ('00000000-0000-7000-8000-' || lpad((n % 5000)::text, 12, '0'))::uuid end, '{}', '>', 90, 0,
      'warning', timestamptz '2026-01-01', timestamptz '2026-01-01' + n * interval '1 minute', timestamptz '2026-01-01', 'spec'
    from generate_series(1, 100000) n;
    insert into breach (id, version, resource_id, ci_id, metric, unit, labels, threshold_id, comparator, threshold_value,
      severity, kind, state, value, detected_at, cleared_at, misses, created_at, updated_at)
    select ('00000000-0000-7000-8000-' || lpad(n::text, 12, '0'))::uuid, 1,
      ('00000000-0000-7000-8000-' || lpad((n % 7000)::text, 12, '0'))::uuid,
      ('00000000-0000-7000-8000-' || lpad((n % 5000)::text, 12, '0'))::uuid, 'disk.used', '%', '{}',
      ('00000000-0000-7000-8000-' || lpad((n % 3000)::text, 12, '0'))::uuid, '>', 90,
      case when n % 2000 = 0 then 'critical' else 'warning' end,
      case when n % 2000 = 1 then 'predicted' else 'current' end, 'cleared', 95,
      timestamptz '2026-01-01' + n * interval '1 minute', timestamptz '2026-01-01', 0, timestamptz '2026-01-01',
      timestamptz '2026-01-01'
    from generate_series(1, 100000) n;
    analyze resource, threshold, breach`);
}, 120_000);

afterAll(async () => {
  await dataSource.destroy();
  await database.drop();
});

it('no list of resources reads all of 100,000', async () => {
  const samples = [
    ...[
      `ciId=${someId(5)}`,
      'ciId=null',
      `ciId!=${someId(5)}`,
      'metric="metric 7"',
      'metric=none',
      'metric!="metric 7"',
    ],
    ...ordered('createdAt', AT),
  ];
  expect(await slowQueries(dataSource, { list: RESOURCES, table: 'resource', samples })).toEqual([]);
});

it('no list of thresholds reads all of 100,000', async () => {
  const samples = [`ciId=${someId(5)}`, 'ciId=null', 'metric="metric 7"', 'metric!=none', ...ordered('createdAt', AT)];
  expect(await slowQueries(dataSource, { list: THRESHOLDS, table: 'threshold', samples })).toEqual([]);
});

it('no list of breaches reads all of 100,000', async () => {
  const samples = [
    ...['kind=predicted', 'kind=current', 'state=open', 'state=cleared', 'severity=critical', 'severity!=warning'],
    ...[`ciId=${someId(5)}`, `resourceId=${someId(5)}`, `thresholdId=${someId(5)}`, ...ordered('detectedAt', AT)],
  ];
  expect(await slowQueries(dataSource, { list: BREACHES, table: 'breach', samples })).toEqual([]);
});
