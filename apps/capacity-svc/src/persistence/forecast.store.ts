import { type Tx } from '@itops/messaging';

import { type ResourceForecast } from '../domain/forecasting/resource-forecast';
import { type Reader } from './reader';

interface ForecastRow {
  model: string;
  step_ms: string;
  trained_from: Date;
  trained_to: Date;
  trained_points: number;
  mase: number;
  smape: number;
  holdout: number;
  means: number[];
  lowers: number[];
  uppers: number[];
}

/** The newest forecast that was stored for a resource. */
export async function readForecast(reader: Reader, resourceId: string): Promise<ResourceForecast | undefined> {
  const [row] = await reader.query<ForecastRow>('select * from forecast where resource_id = $1', [resourceId]);
  if (row === undefined) return undefined;
  const step = Number(row.step_ms);
  const end = row.trained_to.getTime();
  return {
    model: row.model,
    trainedOn: { from: row.trained_from.getTime(), to: end, points: row.trained_points },
    accuracy: { mase: row.mase, smape: row.smape, holdout: row.holdout },
    step,
    points: row.means.map((mean, index) => ({
      at: end + step * (index + 1),
      mean,
      lower: row.lowers[index] ?? mean,
      upper: row.uppers[index] ?? mean,
    })),
  };
}

/** Replaces the resource's forecast. */
export async function saveForecast(tx: Tx, resourceId: string, forecast: ResourceForecast, now: Date): Promise<void> {
  const { model, step, trainedOn, accuracy, points } = forecast;
  await tx.query(
    `insert into forecast (resource_id, model, step_ms, trained_from, trained_to, trained_points, mase, smape, holdout,
       means, lowers, uppers, created_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)
     on conflict (resource_id) do update set
       model = excluded.model, step_ms = excluded.step_ms, trained_from = excluded.trained_from,
       trained_to = excluded.trained_to, trained_points = excluded.trained_points, mase = excluded.mase,
       smape = excluded.smape, holdout = excluded.holdout, means = excluded.means, lowers = excluded.lowers,
       uppers = excluded.uppers, created_at = excluded.created_at`,
    [
      resourceId,
      model,
      step,
      new Date(trainedOn.from),
      new Date(trainedOn.to),
      trainedOn.points,
      accuracy.mase,
      accuracy.smape,
      accuracy.holdout,
      points.map(({ mean }) => mean),
      points.map(({ lower }) => lower),
      points.map(({ upper }) => upper),
      now,
    ],
  );
}

/** A resource that this replica has taken on to forecast. */
export interface Claim {
  readonly id: string;
  readonly series: string;
  /** Its newest point when it was taken on. */
  readonly lastAt: Date;
  /** By the database's clock, as a threshold's last change is. */
  readonly claimedAt: Date;
}

const LEASE = '10 minutes';

/**
 * Takes resources whose forecast is due: a threshold wants to know ahead, and an hour of new data came (or the threshold
 * is new). Others pass them by until they are released or the lease ends, should this process die.
 */
export async function claimDueForecasts(tx: Tx, limit: number): Promise<Claim[]> {
  const rows = await tx.query<{ id: string; series: string; last_at: Date; claimed_at: Date }>(
    `with due as (
       select r.id from resource r join configuration_item c on c.id = r.ci_id
       where r.last_at is not null
         and (r.forecast_lease_until is null or r.forecast_lease_until < clock_timestamp())
         and exists (
           select 1 from threshold t
           where t.predict_days is not null and t.metric = r.metric
             and (t.ci_class is null or t.ci_class = any(c.class_path)) and (t.ci_id is null or t.ci_id = r.ci_id)
             and r.labels @> t.labels
             and (r.forecast_tried_to is null or r.last_at >= r.forecast_tried_to + interval '1 hour'
                  or r.forecast_tried_at < t.ruled_at)
         )
       order by r.forecast_tried_at nulls first, r.id limit $1
       for update of r skip locked
     )
     update resource r set forecast_lease_until = clock_timestamp() + interval '${LEASE}'
     from due where r.id = due.id
     returning r.id, r.series, r.last_at, clock_timestamp() as claimed_at`,
    [limit],
  );
  return rows.map((row) => ({ id: row.id, series: row.series, lastAt: row.last_at, claimedAt: row.claimed_at }));
}

/**
 * Gives a resource back, with how far its forecast was tried.
 * @param version the resource's new version where its forecast was stored, else null
 * @returns whether it still had the version before
 */
export async function releaseForecast(tx: Tx, claim: Claim, version: number | null): Promise<boolean> {
  const rows = await tx.query(
    `update resource set forecast_lease_until = null, forecast_tried_to = $2, forecast_tried_at = $3,
       version = coalesce($4::int, version)
     where id = $1 and version = coalesce($4::int - 1, version) returning id`,
    [claim.id, claim.lastAt, claim.claimedAt, version],
  );
  return rows.length === 1;
}

/** Gives resources back as they were taken. */
export async function giveBackForecasts(tx: Tx, claims: readonly Claim[]): Promise<void> {
  await tx.query('update resource set forecast_lease_until = null where id = any($1::uuid[])', [
    claims.map(({ id }) => id),
  ]);
}
