import { lacks } from '@itops/faults';
import { type DataSource } from 'typeorm';

import { headersFromJson } from '../envelope/headers';
import { type OutgoingRecord } from '../record';
import { type Lease } from './leases';

export interface PendingRow {
  readonly seq: string;
  readonly part: number;
  /** When the fact was written. */
  readonly createdAt: Date;
  readonly record: OutgoingRecord;
}

interface StoredRow {
  readonly seq: string;
  readonly part: number;
  readonly topic: string;
  readonly key: string;
  readonly headers: unknown;
  readonly payload: Buffer | null;
  readonly created_at: Date;
}

/** The oldest rows of each part, in order, of each part at most so many rows and bytes (but at least one row). */
export async function readBatch(
  dataSource: DataSource,
  leases: readonly Lease[],
  rows: number,
  bytes: number,
): Promise<PendingRow[]> {
  const found: StoredRow[] = await dataSource.query(
    `select o.seq, o.part, o.topic, o.aggregate_id as key, o.headers, o.payload, o.created_at
     from unnest($1::smallint[]) p (part)
     cross join lateral (
       select w.*, row_number() over (order by w.seq) as place,
              sum(octet_length(w.payload)) over (order by w.seq) as bytes
       from (select seq, part, topic, aggregate_id, headers, payload, created_at from outbox
             where outbox.part = p.part order by seq limit $2) w
     ) o
     where o.place = 1 or o.bytes <= $3
     order by o.part, o.seq`,
    [leases.map(({ part }) => part), rows, bytes],
  );
  return found.map(({ seq, part, topic, key, headers, payload, created_at }) => ({
    seq,
    part,
    createdAt: created_at,
    record: { topic, key, value: payload, headers: headersFromJson(headers) },
  }));
}

/** Deletes what was acknowledged, unless another relay has taken the part over since. Answers how many rows went. */
export async function deletePublished(
  dataSource: DataSource,
  owner: string,
  leases: readonly Lease[],
  rows: readonly PendingRow[],
): Promise<number> {
  const numbers = rows.map(({ seq }) => seq);
  if (lacks('lease')) {
    await dataSource.query('delete from outbox where seq = any($1::bigint[])', [numbers]);
    return rows.length;
  }
  const [, deleted]: [unknown[], number] = await dataSource.query(
    // By the rows' own numbers: an index on the part would go through all that waits there, so it is kept out by the sum.
    `delete from outbox where seq = any($1::bigint[]) and part + 0 = any(array(
       select l.part from outbox_lease l join unnest($2::smallint[], $3::bigint[]) e (part, epoch) using (part, epoch)
       where l.owner = $4))`,
    [numbers, leases.map(({ part }) => part), leases.map(({ epoch }) => epoch), owner],
  );
  return deleted;
}

export async function hasRows(dataSource: DataSource, parts: readonly number[]): Promise<boolean> {
  const rows: { found: boolean }[] = await dataSource.query(
    'select exists (select 1 from outbox where part = any($1::smallint[])) as found',
    [parts],
  );
  return rows[0]?.found === true;
}

/** Up to so many rows are counted; beyond, PostgreSQL's running estimate is told. */
const COUNTED_ROWS = 10_000;

/** How much waits, and for how many seconds the oldest of it. Cheap however much that is. */
export async function backlog(dataSource: DataSource): Promise<{ rows: number; oldestSeconds: number }> {
  const [found]: { counted: number; estimated: number; oldestSeconds: number }[] = await dataSource.query(
    `select (select count(*) from (select 1 from outbox limit $1) looked_at)::int as counted,
            pg_stat_get_live_tuples('outbox'::regclass)::float8 as estimated,
            greatest(0, coalesce((select extract(epoch from clock_timestamp() - created_at) from outbox order by seq limit 1), 0))::float8
              as "oldestSeconds"`,
    [COUNTED_ROWS],
  );
  const { counted = 0, estimated = 0, oldestSeconds = 0 } = found ?? {};
  return { rows: counted < COUNTED_ROWS ? counted : Math.max(counted, estimated), oldestSeconds };
}
