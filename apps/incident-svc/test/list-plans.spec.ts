import { messagingMigrations } from '@itops/messaging';
import { createTestDatabase, ordered, slowQueries, type TestDatabase } from '@itops/testing';
import { DataSource } from 'typeorm';

import { ALERTS, INCIDENTS } from '../src/persistence/incident.lists';
import { incidentMigrations } from '../src/persistence/migrations';

const AT = '2026-01-01T12:00:00Z';
const someId = (serial: number) => `00000000-0000-7000-8000-${String(serial).padStart(12, '0')}`;

let database: TestDatabase;
let dataSource: DataSource;

beforeAll(async () => {
  database = await createTestDatabase('incident_plans');
  const migrations = [...messagingMigrations, ...incidentMigrations];
  dataSource = await new DataSource({ type: 'postgres', url: database.url, migrations }).initialize();
  await dataSource.runMigrations();
  // As they are in life: most are closed, of middling rank, from alerts; some words are rare.
  await dataSource.query(`
    insert into incident (id, version, number, title, description, state, impact, urgency, priority, ci_id, affected_cis,
      assignment_group, assignee, source, opened_at, resolved_at, reopen_count, reassignment_count, problem_id,
      caused_by_change_id, alert_count, taken_in_hand, rated_by_hand, located_by_hand, created_at, updated_at, created_by,
      moved_at)
    select ('00000000-0000-7000-8000-' || lpad(n::text, 12, '0'))::uuid, 1, 'INC' || lpad(n::text, 7, '0'),
      'Disk ' || n || ' is full', 'area' || n % 50 || ' word' || n % 5000,
      case when n % 1000 = 0 then 'on_hold' when n % 100 = 1 then 'new' else 'closed' end,
      case when n % 2000 = 0 then 1 else 2 + n % 2 end, case when n % 2000 = 1 then 1 else 2 + n % 2 end,
      case when n % 2000 = 2 then 1 else 2 + n % 4 end,
      case when n % 3 > 0 then ('00000000-0000-7000-8000-' || lpad((n % 5000)::text, 12, '0'))::uuid end, '{}',
      case when n % 4 > 0 then 'group ' || n % 200 end, case when n % 4 > 0 then 'person ' || n % 2000 end,
      case when n % 2000 = 3 then 'capacity' when n % 20 = 4 then 'manual' else 'alert' end,
      timestamptz '2026-01-01' + n * interval '1 minute',
      case when n % 5 > 0 then timestamptz '2026-01-01' + n * interval '1 minute' end, 0, 0,
      case when n % 500 = 0 then ('00000000-0000-7000-8000-' || lpad((n % 7000)::text, 12, '0'))::uuid end,
      case when n % 500 = 1 then ('00000000-0000-7000-8000-' || lpad((n % 7000)::text, 12, '0'))::uuid end,
      1, false, false, false, timestamptz '2026-01-01' + n * interval '1 minute',
      timestamptz '2026-01-01' + n * interval '1 minute', 'spec', timestamptz '2026-01-01'
    from generate_series(1, 100000) n;

    insert into alert (id, version, source, dedup_key, summary, severity, state, labels, annotations, links, ci_id,
      incident_id, occurrences, first_seen_at, started_at, last_seen_at, created_at, updated_at)
    select ('00000000-0000-7000-8000-' || lpad(n::text, 12, '0'))::uuid, 1,
      case when n % 2000 = 0 then 'rare' else 'tool ' || n % 5 end, 'key ' || n, 'Disk is full',
      case when n % 2000 = 1 then 'critical' when n % 2 = 0 then 'warning' else 'error' end,
      case when n % 2000 = 2 then 'suppressed' when n % 50 = 0 then 'firing' else 'resolved' end, '{}', '{}', '[]',
      case when n % 3 > 0 then ('00000000-0000-7000-8000-' || lpad((n % 5000)::text, 12, '0'))::uuid end,
      ('00000000-0000-7000-8000-' || lpad((1 + n / 10)::text, 12, '0'))::uuid, 1,
      timestamptz '2026-01-01' + n * interval '1 minute', timestamptz '2026-01-01',
      timestamptz '2026-01-01' + n * interval '1 minute', timestamptz '2026-01-01', timestamptz '2026-01-01'
    from generate_series(1, 100000) n;
    insert into incident_alert select incident_id, id from alert;
    analyze incident, alert, incident_alert`);
}, 120_000);

afterAll(async () => {
  await dataSource.destroy();
  await database.drop();
});

it('no list of incidents reads all of 100,000', async () => {
  const samples = [
    ...[
      'state=on_hold',
      'state=new,on_hold',
      'state=closed',
      'state!=closed',
      'priority=1',
      'priority<=2',
      'priority!=5',
    ],
    ...[
      'impact=1',
      'impact=2,3',
      'urgency=1',
      'source=capacity',
      'security=true',
      'security=false',
      'source=alert',
      'number=INC0000042',
    ],
    ...[`ciId=${someId(5)}`, 'ciId=null', 'ciId!=null', 'assignmentGroup="group 1"', 'assignmentGroup=nobody'],
    ...['assignmentGroup=null', 'assignee="person 1"', 'assignee=null', 'assignee!="person 1"'],
    ...[`problemId=${someId(500)}`, 'problemId!=null', `causedByChangeId=${someId(501)}`],
    ...[...ordered('openedAt', AT), ...ordered('resolvedAt', AT), 'resolvedAt=null'],
    ...[...ordered('createdAt', AT), ...ordered('updatedAt', AT)],
    ...['q=word42', 'q=area7', 'q=INC0000042', 'state=new&priority<=2&assignmentGroup="group 1"'],
  ];
  expect(await slowQueries(dataSource, { list: INCIDENTS, table: 'incident', samples })).toEqual([]);
});

it('no list of alerts reads all of 100,000', async () => {
  const samples = [
    ...[
      'state=suppressed',
      'state=firing',
      'state=resolved',
      'state!=resolved',
      'severity=critical',
      'severity!=error',
    ],
    ...['source=rare', 'source="tool 1"', 'dedupKey="key 7"', `ciId=${someId(5)}`, 'ciId=null'],
    ...[`incidentId=${someId(5)}`, ...ordered('firstSeenAt', AT), ...ordered('lastSeenAt', AT)],
  ];
  expect(await slowQueries(dataSource, { list: ALERTS, table: 'alert', samples })).toEqual([]);
});
