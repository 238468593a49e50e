import { type SequenceRef } from '../consumer/sequences';
import { type StoredRecord } from '../consumer/stored-record';
import { type Burial } from '../consumer/placing';
import { storableText } from '../envelope/headers';
import { type Tx } from '../transactions/tx';
import { type DeadLetterStatus } from './dead-letter.lifecycle';

type Database = Pick<Tx, 'query'>;

/** A parked letter, and whose sequence it stands in. */
export interface LetterRef {
  readonly id: string;
  readonly consumer: string;
  /** Null for what has none: it stands alone. */
  readonly sequence: SequenceRef | null;
}

export interface ParkedLetter extends StoredRecord {
  readonly id: string;
  /** Whether the inbox knows it for its own sake. */
  readonly received: boolean;
}

interface RefRow {
  readonly id: string;
  readonly consumer: string;
  readonly aggregate_type: string | null;
  readonly aggregate_id: string | null;
}

export const REF_COLUMNS = 'd.id, d.consumer, d.aggregate_type, d.aggregate_id';

/** That nothing of the sequence of `dead_letter d` is parked before it. */
export const IS_HEAD = `not exists (
  select 1 from dead_letter e
  where e.consumer = d.consumer and e.aggregate_type = d.aggregate_type and e.aggregate_id = d.aggregate_id
    and e.aggregate_version < d.aggregate_version and e.status = 'parked')`;

export function toRef({ id, consumer, aggregate_type: type, aggregate_id }: RefRow): LetterRef {
  return {
    id,
    consumer,
    sequence: type === null || aggregate_id === null ? null : { type, id: aggregate_id },
  };
}

/** The letter as it is now, whatever its status. */
export async function findLetter(
  database: Database,
  id: string,
): Promise<{ ref: LetterRef; status: DeadLetterStatus; version: number | null } | undefined> {
  const [row] = await database.query<RefRow & { status: DeadLetterStatus; version: number | null }>(
    `select ${REF_COLUMNS}, d.status, d.aggregate_version as version from dead_letter d where d.id = $1`,
    [id],
  );
  return row && { ref: toRef(row), status: row.status, version: row.version };
}

/** The parked letters of these sequences in version order, and those that stand alone; locked, so that each is settled once. */
export async function takeParked(
  tx: Database,
  consumer: string,
  refs: readonly LetterRef[],
  limit: number,
): Promise<ParkedLetter[]> {
  const sequences = refs.flatMap(({ sequence }) => sequence ?? []);
  return tx.query<ParkedLetter>(
    `with wanted as (
       select u.id from unnest($2::uuid[]) u (id)
       union
       select l.id from unnest($3::text[], $4::text[]) w (type, id)
       join dead_letter l on l.consumer = $1 and l.aggregate_type = w.type and l.aggregate_id = w.id
       where l.status <> 'redriven'
     )
     select d.id, d.received, d.topic, d."partition", d."offset", d.key, d.headers, d.payload, d.recorded_at
     from dead_letter d
     where d.id in (select id from wanted) and d.status = 'parked'
     order by d.aggregate_type, d.aggregate_id, d.aggregate_version, d.first_at, d.id limit $5
     for update of d`,
    [
      consumer,
      refs.flatMap(({ id, sequence }) => (sequence === null ? [id] : [])),
      sequences.map(({ type }) => type),
      sequences.map(({ id }) => id),
      limit,
    ],
  );
}

/** The parked letter on which everything of this sequence waits. */
export async function headOf(
  database: Database,
  { id, consumer, sequence }: LetterRef,
): Promise<{ id: string; version: number | null } | undefined> {
  if (sequence === null) return { id, version: null };
  const [row] = await database.query<{ id: string; version: number }>(
    `select d.id, d.aggregate_version as version from dead_letter d
     where d.consumer = $1 and d.aggregate_type = $2 and d.aggregate_id = $3 and d.status = 'parked'
     order by d.aggregate_version, d.first_at, d.id limit 1`,
    [consumer, sequence.type, sequence.id],
  );
  return row;
}

/**
 * What waits only for something that was settled meanwhile; also where the next version is not parked but held.
 * @param of nothing but what waits behind this letter
 */
export async function freedHeads(
  database: Database,
  consumers: readonly string[],
  limit: number,
  of?: LetterRef,
): Promise<LetterRef[]> {
  const rows = await database.query<RefRow>(
    `select ${REF_COLUMNS} from dead_letter d
     join applied a on a.consumer = d.consumer and a.aggregate_type = d.aggregate_type
       and a.aggregate_id = d.aggregate_id
     where d.status = 'parked' and d.reason_kind = 'behind-parked' and d.consumer = any($1::text[])
       and (a.version + 1 = d.aggregate_version
         or (exists (select 1 from held_message h
                     where h.consumer = d.consumer and h.aggregate_type = d.aggregate_type
                       and h.aggregate_id = d.aggregate_id and h.aggregate_version = a.version + 1)
           and ${IS_HEAD}))
       and ($3::text is null or (d.aggregate_type = $3 and d.aggregate_id = $4))
     limit $2`,
    [
      consumers.filter((name) => of === undefined || name === of.consumer),
      limit,
      of?.sequence?.type ?? null,
      of?.sequence?.id ?? null,
    ],
  );
  return rows.map(toRef);
}

/** Notes that these are handled after all. */
export async function markRedriven(tx: Pick<Tx, 'query' | 'audit' | 'cause'>, ids: readonly string[], now: Date) {
  if (ids.length === 0) return;
  await tx.query(
    `update dead_letter set status = 'redriven', settled_at = $2, settled_by = $3, last_at = $2, attempts = attempts + 1
     where id = any($1::uuid[])`,
    [ids, now, tx.cause.actor],
  );
  await tx.audit(
    ids.map((id) => ({
      action: 'redrive',
      resourceType: 'dead-letter',
      resourceId: id,
      before: { status: 'parked' },
      after: { status: 'redriven' },
    })),
  );
}

/** Notes why they can't be handled this time either. */
export async function markFailed(
  tx: Pick<Tx, 'query' | 'audit'>,
  failed: readonly { readonly id: string; readonly burial: Burial }[],
  now: Date,
): Promise<void> {
  if (failed.length === 0) return;
  await tx.query(
    `update dead_letter d set attempts = d.attempts + 1, last_at = $2, reason_kind = f.reason_kind, reason = f.reason,
                            fingerprint = f.fingerprint
     from unnest($1::uuid[], $3::text[], $4::text[], $5::text[]) f (id, reason_kind, reason, fingerprint)
     where d.id = f.id and d.status = 'parked'`,
    [
      failed.map(({ id }) => id),
      now,
      failed.map(({ burial }) => storableText(burial.reasonKind)),
      failed.map(({ burial }) => storableText(burial.reason)),
      failed.map(({ burial }) => storableText(burial.fingerprint)),
    ],
  );
  await tx.audit(
    failed.map(({ id, burial }) => ({
      action: 'redrive',
      resourceType: 'dead-letter',
      resourceId: id,
      before: { status: 'parked' },
      after: { status: 'parked' },
      reason: storableText(`failed: ${burial.reason}`),
    })),
  );
}
