import { type AuditCheckpoint, type SealedAuditRow } from '@itops/contracts';
import { type DataSource } from 'typeorm';

import { type Tx } from '../transactions/tx';
import { type Gap, type Look, type SealedPositions, unsealedRanges } from './positions';
import { beginningOf, type ChainEnd, type UnsealedRow } from './seal';

/** The chain's end as this sealer may move it, and when it was last attested. */
export interface HeldEnd {
  readonly end: ChainEnd;
  readonly sealed: SealedPositions;
  readonly attestedSeq: number;
  /** Null: never. */
  readonly secondsSinceAttested: number | null;
}

interface HeadRow {
  readonly chain: string;
  readonly seq: string;
  readonly hash: string | null;
  readonly batch: number;
  readonly sealed_to: string;
  readonly gaps: Gap[];
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
     returning chain, seq, encode(hash, 'hex') as hash, batch, sealed_to, gaps, attested_seq,
               extract(epoch from clock_timestamp() - attested_at)::float8 as since`,
    [owner, leaseMs],
  );
  const row = rows[0];
  if (row === undefined) return undefined;
  const name = { chain: row.chain, service };
  const place = row.hash === null ? beginningOf(name) : { seq: Number(row.seq), hash: row.hash };
  return {
    end: { ...name, ...place, batch: row.batch },
    sealed: { to: Number(row.sealed_to), gaps: row.gaps },
    attestedSeq: Number(row.attested_seq),
    secondsSinceAttested: row.since,
  };
}

/**
 * Where data was copied without its sequence, such as by logical replication, positions would begin anew below what is
 * sealed, and rows there would be passed by.
 */
export async function keepPositionsAbove(dataSource: DataSource, { to }: SealedPositions): Promise<void> {
  await dataSource.query(`select setval('audit_log_position', $1) from audit_log_position where last_value < $1`, [to]);
}

/** Another replica seals at once, without waiting for the lease's end. */
export async function releaseHead(dataSource: DataSource, owner: string): Promise<void> {
  await dataSource.query(`update audit_head set owner = null, expires_at = '-infinity' where owner = $1`, [owner]);
}

interface StoredRow {
  readonly position: string;
  readonly id: string;
  readonly at: Date;
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
  readonly found: string;
}

interface Horizon {
  readonly oldest_running: string;
  readonly first_unknown: string;
}

export interface Unsealed {
  readonly rows: readonly UnsealedRow[];
  readonly look: Look;
}

/**
 * The oldest unsealed rows, so many and so many bytes (but at least one). Positions are taken under the locks of what was
 * changed, so for one resource their order is that of the changes; and what commits later, however low its position, is
 * found in its gap: nothing is passed by. Each range is looked up by itself and by its index, however many rows wait.
 */
export async function readUnsealed(
  dataSource: DataSource,
  sealed: SealedPositions,
  most: number,
  bytes: number,
): Promise<Unsealed> {
  const { lows, highs } = unsealedRanges(sealed);
  const found: (Horizon & (StoredRow | { readonly position: null }))[] = await dataSource.query(
    `select pg_snapshot_xmin(s)::text as oldest_running, pg_snapshot_xmax(s)::text as first_unknown, q.*
     from pg_current_snapshot() s left join (
       select position, id, at, actor, credential, action, resource_type, resource_id, outcome, attempts, correlation_id,
              causation_id, request_id, traceparent, encode(salt, 'hex') as salt, before, after, reason,
              count(*) over () as found, sum(size) over (order by position) - size as bytes_before
       from (select l.*, coalesce(pg_column_size(l.before), 0) + coalesce(pg_column_size(l.after), 0) as size
             from unnest($1::bigint[], $2::bigint[]) as r (low, high)
             cross join lateral (
               select * from audit_log where position between r.low and r.high order by position limit $3) l
             order by l.position limit $3) l
     ) q on q.bytes_before <= $4 order by q.position`,
    [lows, highs, most, bytes],
  );
  const rows = found.flatMap((row) => (row.position === null ? [] : [toUnsealed(row)]));
  const [first] = found;
  if (first === undefined) throw new Error('PostgreSQL told of no snapshot');
  const all = first.position === null ? 0 : Number(first.found);
  const look: Look = {
    taken: rows.map(({ position }) => position),
    isWhole: all < most && rows.length === all,
    oldestRunning: first.oldest_running,
    firstUnknown: first.first_unknown,
  };
  return { rows, look };
}

function toUnsealed({ position, id, at, ...row }: StoredRow): UnsealedRow {
  const { actor, credential, action, outcome, attempts, traceparent, salt, before, after, reason } = row;
  return {
    position: Number(position),
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

/**
 * Before the chain's end is moved: a process that stands still must not keep it locked. Answers the id of the transaction.
 */
export async function beginSealing(tx: Pick<Tx, 'query'>, limitMs: number): Promise<string> {
  const [begun] = await tx.query<{ id: string }>(
    `select set_config('idle_in_transaction_session_timeout', $1, true), pg_current_xact_id()::text as id`,
    [`${limitMs}ms`],
  );
  if (begun === undefined) throw new Error('PostgreSQL gave the transaction no id');
  return begun.id;
}

/** Moves the chain's end, unless another one has moved it since or seals now. Answers whether it did. */
export async function moveHead(
  tx: Pick<Tx, 'query'>,
  owner: string,
  from: ChainEnd,
  to: ChainEnd,
  sealed: SealedPositions,
  isAttested: boolean,
): Promise<boolean> {
  const moved = await tx.query(
    `update audit_head set seq = $3, hash = decode($4, 'hex'), batch = $5, sealed_to = $6, gaps = $7,
            attested_seq = case when $8 then $3 else attested_seq end,
            attested_at = case when $8 then clock_timestamp() else attested_at end
     where owner = $1 and batch = $2 returning 1`,
    [owner, from.batch, to.seq, to.hash, to.batch, sealed.to, JSON.stringify(sealed.gaps), isAttested],
  );
  return moved.length === 1;
}

/** One row for all that is sealed at once. */
export async function appendToChain(
  tx: Pick<Tx, 'query'>,
  chain: string,
  rows: readonly SealedAuditRow[],
  positions: readonly number[],
): Promise<void> {
  const [first] = rows;
  if (first === undefined) return;
  await tx.query(
    `insert into audit_seal
       (chain, first_seq, positions, before_digests, after_digests, reason_digests, hashes, previous_hash)
     values ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [
      chain,
      first.seq,
      positions,
      rows.map(({ digests }) => bytesOf(digests.before)),
      rows.map(({ digests }) => bytesOf(digests.after)),
      rows.map(({ digests }) => bytesOf(digests.reason)),
      rows.map(({ hash }) => bytesOf(hash)),
      bytesOf(first.previousHash),
    ],
  );
}

function bytesOf(hexadecimal: string | null): Buffer | null {
  return hexadecimal === null ? null : Buffer.from(hexadecimal, 'hex');
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
