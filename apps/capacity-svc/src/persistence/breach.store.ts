import { type Severity } from '@itops/contracts';
import { Conflict } from '@itops/kit';
import { type Tx } from '@itops/messaging';

import { Breach, type BreachKind, type BreachProperties, type BreachState } from '../domain/breach';
import { type Comparator } from '../domain/threshold';

export interface BreachRow {
  id: string;
  version: number;
  resource_id: string;
  ci_id: string;
  metric: string;
  unit: string;
  labels: Record<string, string>;
  threshold_id: string;
  comparator: Comparator;
  threshold_value: number;
  severity: Severity;
  kind: BreachKind;
  state: BreachState;
  value: number;
  detected_at: Date;
  expected_at: Date | null;
  earliest_at: Date | null;
  latest_at: Date | null;
  model: string | null;
  cleared_at: Date | null;
  misses: number;
}

function toBreach(row: BreachRow): Breach {
  const { id, version, metric, unit, labels, comparator, severity, kind, state, value, misses } = row;
  const { expected_at: expectedAt, earliest_at: earliestAt, latest_at: latestAt, model } = row;
  return Breach.from({
    id,
    version,
    resource: { id: row.resource_id, ciId: row.ci_id, metric, unit, labels },
    thresholdId: row.threshold_id,
    comparator,
    thresholdValue: row.threshold_value,
    severity,
    kind,
    state,
    value,
    detectedAt: row.detected_at,
    expectation:
      expectedAt === null || earliestAt === null || model === null ? null : { expectedAt, earliestAt, latestAt, model },
    clearedAt: row.cleared_at,
    misses,
  });
}

/** The open breaches of one kind of these resources, which must be locked. */
export async function openBreachesOf(tx: Tx, resourceIds: readonly string[], kind: BreachKind): Promise<Breach[]> {
  const rows = await tx.query<BreachRow>(
    `select * from breach where resource_id = any($1::uuid[]) and kind = $2 and state = 'open'`,
    [resourceIds, kind],
  );
  return rows.map(toBreach);
}

/** All open breaches of a threshold, locked. */
export async function lockOpenBreachesUnder(tx: Tx, thresholdId: string): Promise<Breach[]> {
  const rows = await tx.query<BreachRow>(
    `select * from breach where threshold_id = $1 and state = 'open' order by id for update`,
    [thresholdId],
  );
  return rows.map(toBreach);
}

/**
 * Saves new and changed breaches in bulk, each against the version that was loaded.
 * @throws Conflict when somebody else has changed one meanwhile
 */
export async function saveBreaches(tx: Tx, breaches: readonly Breach[], now: Date): Promise<void> {
  await insertBreaches(
    tx,
    breaches.filter(({ storedVersion }) => storedVersion === 0).map(({ properties }) => properties),
    now,
  );
  const changed = breaches.filter(({ storedVersion }) => storedVersion > 0);
  if (changed.length === 0) return;
  const properties = changed.map((breach) => breach.properties);
  const saved = await tx.query<{ id: string }>(
    `update breach b set version = n.version, state = n.state, expected_at = n.expected_at, earliest_at = n.earliest_at,
       latest_at = n.latest_at, model = n.model, cleared_at = n.cleared_at, misses = n.misses, updated_at = $11
     from unnest($1::uuid[], $2::int[], $3::int[], $4::text[], $5::timestamptz[], $6::timestamptz[], $7::timestamptz[],
                 $8::text[], $9::timestamptz[], $10::int[])
       as n (id, stored, version, state, expected_at, earliest_at, latest_at, model, cleared_at, misses)
     where b.id = n.id and b.version = n.stored
     returning b.id`,
    [
      properties.map(({ id }) => id),
      changed.map(({ storedVersion }) => storedVersion),
      properties.map(({ version }) => version),
      properties.map(({ state }) => state),
      ...expectationColumns(properties),
      properties.map(({ clearedAt }) => clearedAt),
      properties.map(({ misses }) => misses),
      now,
    ],
  );
  if (saved.length !== changed.length) throw new Conflict('A breach was changed by somebody else at the same time.');
}

async function insertBreaches(tx: Tx, breaches: readonly BreachProperties[], now: Date): Promise<void> {
  if (breaches.length === 0) return;
  await tx.query(
    `insert into breach (id, version, resource_id, ci_id, metric, unit, labels, threshold_id, comparator, threshold_value,
       severity, kind, state, value, detected_at, expected_at, earliest_at, latest_at, model, cleared_at, misses,
       created_at, updated_at)
     select n.*, $22, $22
     from unnest($1::uuid[], $2::int[], $3::uuid[], $4::uuid[], $5::text[], $6::text[], $7::jsonb[], $8::uuid[], $9::text[],
                 $10::double precision[], $11::text[], $12::text[], $13::text[], $14::double precision[],
                 $15::timestamptz[], $16::timestamptz[], $17::timestamptz[], $18::timestamptz[], $19::text[],
                 $20::timestamptz[], $21::int[]) as n`,
    [
      breaches.map(({ id }) => id),
      breaches.map(({ version }) => version),
      breaches.map(({ resource }) => resource.id),
      breaches.map(({ resource }) => resource.ciId),
      breaches.map(({ resource }) => resource.metric),
      breaches.map(({ resource }) => resource.unit),
      breaches.map(({ resource }) => JSON.stringify(resource.labels)),
      breaches.map(({ thresholdId }) => thresholdId),
      breaches.map(({ comparator }) => comparator),
      breaches.map(({ thresholdValue }) => thresholdValue),
      breaches.map(({ severity }) => severity),
      breaches.map(({ kind }) => kind),
      breaches.map(({ state }) => state),
      breaches.map(({ value }) => value),
      breaches.map(({ detectedAt }) => detectedAt),
      ...expectationColumns(breaches),
      breaches.map(({ clearedAt }) => clearedAt),
      breaches.map(({ misses }) => misses),
      now,
    ],
  );
}

function expectationColumns(breaches: readonly BreachProperties[]): unknown[][] {
  return [
    breaches.map(({ expectation }) => expectation?.expectedAt ?? null),
    breaches.map(({ expectation }) => expectation?.earliestAt ?? null),
    breaches.map(({ expectation }) => expectation?.latestAt ?? null),
    breaches.map(({ expectation }) => expectation?.model ?? null),
  ];
}
