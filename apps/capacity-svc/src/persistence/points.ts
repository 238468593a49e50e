import { type Tx } from '@itops/messaging';

import { type SeriesPoint } from '../domain/forecasting/regular-series';
import { type Reader } from './reader';

/** Points as columns, which is how they are sent to the database. */
export interface PointColumns {
  readonly series: string[];
  /** Epoch milliseconds. */
  readonly at: number[];
  readonly value: number[];
}

/** One statement's worth: large enough to be fast, small enough for its time limit. */
const ROWS_AT_ONCE = 20_000;

/**
 * Stores the points and brings the hourly roll-ups up to date. Only points that were not there yet count in a roll-up,
 * so a point that is sent twice changes nothing. Partitions must be there; the series' resources must be locked.
 */
export async function savePoints(tx: Tx, points: PointColumns): Promise<void> {
  for (let from = 0; from < points.series.length; from += ROWS_AT_ONCE) {
    const to = from + ROWS_AT_ONCE;
    await tx.query(
      `with added as (
         insert into point (series, at, value)
         select series, to_timestamp(ms / 1000.0), value
         from unnest($1::bigint[], $2::double precision[], $3::double precision[]) as p (series, ms, value)
         on conflict do nothing
         returning series, at, value
       )
       insert into hourly as h (series, hour, min, max, sum, count, last, last_at)
       select series, date_trunc('hour', at, 'UTC') as hour, min(value), max(value), sum(value), count(*),
              (array_agg(value order by at desc))[1], max(at)
       from added group by 1, 2
       on conflict (series, hour) do update set
         min = least(h.min, excluded.min),
         max = greatest(h.max, excluded.max),
         sum = h.sum + excluded.sum,
         count = h.count + excluded.count,
         last = case when excluded.last_at > h.last_at then excluded.last else h.last end,
         last_at = greatest(h.last_at, excluded.last_at)`,
      [
        arrayLiteral(points.series.slice(from, to)),
        arrayLiteral(points.at.slice(from, to)),
        arrayLiteral(points.value.slice(from, to)),
      ],
    );
  }
}

/** Numbers need no quoting, which is much faster than the driver's general way. */
function arrayLiteral(numbers: readonly (number | string)[]): string {
  return `{${numbers.join(',')}}`;
}

/** Moves all points of one series to another, where those that are there already win, and rebuilds its roll-ups. */
export async function movePoints(tx: Tx, moves: readonly { from: string; to: string }[]): Promise<void> {
  const params = [moves.map(({ from }) => from), moves.map(({ to }) => to)];
  await tx.query(
    `insert into point (series, at, value)
     select m.target, p.at, p.value from unnest($1::bigint[], $2::bigint[]) as m (source, target) join point p on p.series = m.source
     on conflict do nothing`,
    params,
  );
  await tx.query('delete from point where series = any($1::bigint[])', [params[0]]);
  await tx.query('delete from hourly where series = any($1::bigint[]) or series = any($2::bigint[])', params);
  await tx.query(
    `insert into hourly (series, hour, min, max, sum, count, last, last_at)
     select series, date_trunc('hour', at, 'UTC'), min(value), max(value), sum(value), count(*),
            (array_agg(value order by at desc))[1], max(at)
     from point where series = any($1::bigint[]) group by 1, 2`,
    [params[1]],
  );
}

/** The newest hourly means of a series, oldest first. */
export async function newestHours(reader: Reader, series: string, limit: number): Promise<SeriesPoint[]> {
  const rows = await reader.query<{ hour: Date; mean: number }>(
    'select hour, sum / count as mean from hourly where series = $1 order by hour desc limit $2',
    [series, limit],
  );
  return rows.reverse().map(({ hour, mean }) => ({ at: hour.getTime(), value: mean }));
}

/** The newest points of several series, each oldest first. */
export async function newestPoints(
  reader: Reader,
  series: readonly string[],
  limit: number,
): Promise<Map<string, SeriesPoint[]>> {
  const rows = await reader.query<{ series: string; at: Date; value: number }>(
    `select s.series, p.at, p.value from unnest($1::bigint[]) as s (series)
     cross join lateral (select at, value from point where series = s.series order by at desc limit $2) p
     order by s.series, p.at`,
    [series, limit],
  );
  const found = new Map<string, SeriesPoint[]>();
  for (const { series: key, at, value } of rows) {
    const points = found.get(key);
    if (points === undefined) found.set(key, [{ at: at.getTime(), value }]);
    else points.push({ at: at.getTime(), value });
  }
  return found;
}
