import { type AuditCheckpoint, type SealedAuditRow } from '@itops/contracts';
import { type DataSource } from 'typeorm';

import { type Tx } from '../transactions/tx';
import { beginningOf, type ChainEnd, type PendingRow } from './seal';

/** The chain's end as this sealer may move it, and when it was last attested. */
export interface HeldEnd {
  readonly end: ChainEnd;
  readonly attestedSeq: number;
  /** Null: never. */
  readonly secondsSinceAttested: number | null;
}

interface HeadRow {
  readonly chain: string;
  readonly seq: string;
  readonly hash: string | null;
  readonly batch: number;
  readonly attested_seq: string;
  readonly since: number | null;
}

/**
 * Takes or renews the right to seal. Compares the database's clock with itself only; an end further away than two leases
 * and a minute was written before that clock was set back.
 */
export async function holdHead(
  dataSource: DataSource,
  service: string,
  owner: string,
  leaseMs: number,
): Promise<HeldEnd | undefined> {
  const [rows]: [HeadRow[], number] = await dataSource.query(
    `update audit_head set owner = $1, expires_at = clock_timestamp() + $2 * interval '1 millisecond'
     where owner = $1 or expires_at < clock_timestamp()
       or expires_at > clock_timestamp() + $2 * interval '2 milliseconds' + interval '1 minute'
     returning chain, seq, encode(hash, 'hex') as hash, batch, attested_seq,
               extract(epoch from clock_timestamp() - attested_at)::float8 as since`,
    [owner, leaseMs],
  );
  const row = rows[0];
  if (row === undefined) return undefined;
  const name = { chain: row.chain, service };
  const place = row.hash === null ? beginningOf(name) : { seq: Number(row.seq), hash: row.hash };
  return {
    end: { ...name, ...place, batch: row.batch },
    attestedSeq: Number(row.attested_seq),
    secondsSinceAttested: row.since,
  };
}

/** Another replica seals at once, without waiting for the lease's end. */
export async function releaseHead(dataSource: DataSource, owner: string): Promise<void> {
  await dataSource.query(`update audit_head set owner = null, expires_at = '-infinity' where owner = $1`, [owner]);
}

interface StoredRow {
  readonly position: string;
  readonly record_id: string;
  readonly at: Date | null;
  readonly actor: string;
  readonly credential: string | null;
  readonly action: string;
  readonly resource_type: string;
  readonly resource_id: string;
  readonly outcome: 'done' | 'refused';
  readonly attempts: number;
  readonly correlation_id: string;
  readonly causation_id: string | null;
  readonly request_id: string | null;
  readonly traceparent: string | null;
  readonly salt: string | null;
  readonly before: unknown;
  readonly after: unknown;
  readonly reason: string | null;
}

/**
 * The oldest rows of the queue, so many and so many bytes (but at least one). The queue's numbers are taken under the
 * locks of what was changed, so for one resource their order is that of the changes; and what commits later, however low
 * its number, is still in the queue then: nothing is passed by. The log is looked up row by row: a plain join lets the
 * planner read all of it for each batch.
 */
export async function readPending(dataSource: DataSource, rows: number, bytes: number): Promise<PendingRow[]> {
  const found: StoredRow[] = await dataSource.query(
    `select * from (
       select p.position, p.record_id, l.at, l.actor, l.credential, l.action, l.resource_type, l.resource_id, l.outcome,
              l.attempts, l.correlation_id, l.causation_id, l.request_id, l.traceparent, encode(l.salt, 'hex') as salt,
              l.before, l.after, l.reason,
              sum(coalesce(pg_column_size(l.before), 0) + coalesce(pg_column_size(l.after), 0))
                over (order by p.position) - coalesce(pg_column_size(l.before), 0) - coalesce(pg_column_size(l.after), 0)
                as bytes_before
       from (select position, record_id from audit_pending order by position limit $1) p
       left join lateral (select * from audit_log where id = p.record_id limit 1) l on true
     ) q where q.bytes_before <= $2 order by q.position`,
    [rows, bytes],
  );
  return found.map(toPending);
}

function toPending({ position, record_id: id, at, ...row }: StoredRow): PendingRow {
  if (at === null) return { position, id, record: null };
  const { actor, credential, action, outcome, attempts, traceparent, salt, before, after, reason } = row;
  return {
    position,
    id,
    record: {
      ...{
        at: at.toISOString(),
        actor,
        credential,
        action,
        resourceType: row.resource_type,
        resourceId: row.resource_id,
      },
      ...{ outcome, attempts, correlationId: row.correlation_id, causationId: row.causation_id },
      ...{ requestId: row.request_id, traceparent },
      // Erased before it was sealed: nothing is left to digest.
      content: { salt: salt ?? '00'.repeat(16), before, after, reason },
    },
  };
}

/** Moves the chain's end, unless another one has moved it since or seals now. Answers whether it did. */
export async function moveHead(
  tx: Pick<Tx, 'query'>,
  owner: string,
  from: ChainEnd,
  to: ChainEnd,
  isAttested: boolean,
): Promise<boolean> {
  const moved = await tx.query(
    `update audit_head set seq = $3, hash = decode($4, 'hex'), batch = $5,
            attested_seq = case when $6 then $3 else attested_seq end,
            attested_at = case when $6 then clock_timestamp() else attested_at end
     where owner = $1 and batch = $2 returning 1`,
    [owner, from.batch, to.seq, to.hash, to.batch, isAttested],
  );
  return moved.length === 1;
}

/** @throws Error when a row of the queue is not there any more */
export async function appendToChain(
  tx: Pick<Tx, 'query'>,
  chain: string,
  rows: readonly SealedAuditRow[],
  positions: readonly string[],
): Promise<void> {
  if (rows.length === 0) return;
  const gone = await tx.query(
    `with sealed as (
       insert into audit_chain (chain, seq, record_id, before_digest, after_digest, reason_digest, previous_hash, hash)
       select $9::uuid, seq, record_id, decode(before, 'hex'), decode(after, 'hex'), decode(reason, 'hex'),
              decode(previous_hash, 'hex'), decode(hash, 'hex')
       from unnest($1::bigint[], $2::uuid[], $3::text[], $4::text[], $5::text[], $6::text[], $7::text[])
         as r (seq, record_id, before, after, reason, previous_hash, hash))
     delete from audit_pending where position = any($8::bigint[]) returning 1`,
    [
      rows.map(({ seq }) => seq),
      rows.map(({ id }) => id),
      rows.map(({ digests }) => digests.before),
      rows.map(({ digests }) => digests.after),
      rows.map(({ digests }) => digests.reason),
      rows.map(({ previousHash }) => previousHash),
      rows.map(({ hash }) => hash),
      positions,
      chain,
    ],
  );
  if (gone.length !== rows.length) throw new Error(`${rows.length - gone.length} rows of the queue are gone`);
}

export async function noteCheckpoint(
  tx: Pick<Tx, 'query'>,
  { seq, at, hash, keyId, signature }: AuditCheckpoint,
  isDelivered: boolean,
): Promise<void> {
  await tx.query(
    `insert into audit_checkpoint (seq, at, hash, key_id, signature, delivered)
     values ($1, $2, decode($3, 'hex'), $4, $5, $6) on conflict do nothing`,
    [seq, at, hash, keyId, signature, isDelivered],
  );
}
