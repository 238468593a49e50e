import { type Severity } from '@itops/contracts';
import { type Tx } from '@itops/messaging';

import { type Comparator, type Threshold } from '../domain/threshold';
import { type Reader } from './reader';

export interface StoredThreshold extends Threshold {
  readonly version: number;
  readonly createdAt: Date;
  readonly updatedAt: Date;
  readonly createdBy: string;
}

export interface ThresholdRow {
  id: string;
  version: number;
  metric: string;
  ci_class: string | null;
  ci_id: string | null;
  labels: Record<string, string>;
  comparator: Comparator;
  value: number;
  for_minutes: number;
  predict_days: number | null;
  severity: Severity;
  created_at: Date;
  updated_at: Date;
  created_by: string;
}

export const THRESHOLD_COLUMNS = `id, version, metric, ci_class, ci_id, labels, comparator, value, for_minutes, predict_days,
  severity, created_at, updated_at, created_by`;

export function toThreshold(row: ThresholdRow): StoredThreshold {
  return {
    id: row.id,
    version: row.version,
    metric: row.metric,
    selector: { ciClass: row.ci_class, ciId: row.ci_id, labels: row.labels },
    comparator: row.comparator,
    value: row.value,
    forMinutes: row.for_minutes,
    predictDays: row.predict_days,
    severity: row.severity,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
    createdBy: row.created_by,
  };
}

export async function thresholdsFor(reader: Reader, metrics: readonly string[]): Promise<StoredThreshold[]> {
  const rows = await reader.query<ThresholdRow>(
    `select ${THRESHOLD_COLUMNS} from threshold where metric = any($1::text[]) order by id`,
    [metrics],
  );
  return rows.map(toThreshold);
}

export async function readThreshold(reader: Reader, id: string): Promise<StoredThreshold | undefined> {
  const rows = await reader.query<ThresholdRow>(`select ${THRESHOLD_COLUMNS} from threshold where id = $1`, [id]);
  return rows.map(toThreshold)[0];
}

export async function lockThreshold(tx: Tx, id: string): Promise<StoredThreshold | undefined> {
  const rows = await tx.query<ThresholdRow>(`select ${THRESHOLD_COLUMNS} from threshold where id = $1 for update`, [
    id,
  ]);
  return rows.map(toThreshold)[0];
}

/** Keeps these thresholds as they are until the transaction ends. @returns those that are still at the version that was read */
export async function holdThresholds(tx: Tx, thresholds: readonly StoredThreshold[]): Promise<Set<string>> {
  const rows = await tx.query<{ id: string; version: number }>(
    'select id, version from threshold where id = any($1::uuid[]) order by id for share',
    [thresholds.map(({ id }) => id)],
  );
  const versions = new Map(rows.map(({ id, version }) => [id, version]));
  return new Set(thresholds.filter(({ id, version }) => versions.get(id) === version).map(({ id }) => id));
}

const RULE_COLUMNS = 'metric, ci_class, ci_id, labels, comparator, value, for_minutes, predict_days, severity';

function ruleValues({ metric, selector, comparator, value, forMinutes, predictDays, severity }: Threshold): unknown[] {
  const { ciClass, ciId, labels } = selector;
  return [metric, ciClass, ciId, JSON.stringify(labels), comparator, value, forMinutes, predictDays, severity];
}

export async function insertThreshold(tx: Tx, threshold: StoredThreshold): Promise<void> {
  await tx.query(
    `insert into threshold (id, version, ${RULE_COLUMNS}, ruled_at, created_at, updated_at, created_by)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, clock_timestamp(), $12, $13, $14)`,
    [
      threshold.id,
      threshold.version,
      ...ruleValues(threshold),
      threshold.createdAt,
      threshold.updatedAt,
      threshold.createdBy,
    ],
  );
}

/** The row must be locked. */
export async function updateThreshold(tx: Tx, threshold: StoredThreshold): Promise<void> {
  await tx.query(
    `update threshold set version = $2, (${RULE_COLUMNS}) = row($3, $4, $5, $6::jsonb, $7, $8, $9, $10, $11),
       ruled_at = clock_timestamp(), updated_at = $12
     where id = $1 and version = $2 - 1`,
    [threshold.id, threshold.version, ...ruleValues(threshold), threshold.updatedAt],
  );
}

export async function deleteThreshold(tx: Tx, id: string): Promise<void> {
  await tx.query('delete from threshold where id = $1', [id]);
}

/** A resource under a threshold that it has been beyond since some time. */
export interface Watch {
  readonly resourceId: string;
  readonly thresholdId: string;
  readonly beyondSince: Date;
}

export async function watchesOf(reader: Reader, resourceIds: readonly string[]): Promise<Watch[]> {
  const rows = await reader.query<{ resource_id: string; threshold_id: string; beyond_since: Date }>(
    'select resource_id, threshold_id, beyond_since from threshold_watch where resource_id = any($1::uuid[])',
    [resourceIds],
  );
  return rows.map((row) => ({
    resourceId: row.resource_id,
    thresholdId: row.threshold_id,
    beyondSince: row.beyond_since,
  }));
}

export async function saveWatches(
  tx: Tx,
  begun: readonly Watch[],
  ended: readonly Pick<Watch, 'resourceId' | 'thresholdId'>[],
): Promise<void> {
  if (ended.length > 0) {
    await tx.query(
      `delete from threshold_watch w using unnest($1::uuid[], $2::uuid[]) as e (resource_id, threshold_id)
       where w.resource_id = e.resource_id and w.threshold_id = e.threshold_id`,
      [ended.map(({ resourceId }) => resourceId), ended.map(({ thresholdId }) => thresholdId)],
    );
  }
  if (begun.length > 0) {
    await tx.query(
      `insert into threshold_watch (resource_id, threshold_id, beyond_since)
       select * from unnest($1::uuid[], $2::uuid[], $3::timestamptz[])
       on conflict (resource_id, threshold_id) do update set beyond_since = excluded.beyond_since`,
      [
        begun.map(({ resourceId }) => resourceId),
        begun.map(({ thresholdId }) => thresholdId),
        begun.map(({ beyondSince }) => beyondSince),
      ],
    );
  }
}

/** Forgets since when resources are beyond a threshold whose rule is another one now. */
export async function forgetWatches(tx: Tx, thresholdId: string): Promise<void> {
  await tx.query('delete from threshold_watch where threshold_id = $1', [thresholdId]);
}
