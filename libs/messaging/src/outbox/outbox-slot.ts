import { type DataSource } from 'typeorm';

/** The connector's replication slot, as it is now. */
export interface SlotState {
  /** Why nothing may be deleted; null when it keeps the log for the connector. */
  readonly obstacle: string | null;
  readonly active: boolean;
}

/** The place in the log up to which the connector has confirmed, and conditions without which the slot proves nothing. */
const KEEPS_THE_LOG = `
  slot_type = 'logical' and not temporary and database = current_database()
  and wal_status <> 'lost' and invalidation_reason is null and confirmed_flush_lsn is not null`;

export async function lookAtSlot(dataSource: DataSource, name: string): Promise<SlotState> {
  const [slot]: SlotState[] = await dataSource.query(
    `select active, case
       when slot_type <> 'logical' or temporary or database is distinct from current_database()
         then 'is no lasting logical slot of this database'
       when wal_status = 'lost' or invalidation_reason is not null
         then 'is lost (' || coalesce(invalidation_reason, 'the log behind it is gone') || ')'
       when confirmed_flush_lsn is null then 'is still being made'
     end as obstacle
     from pg_replication_slots where slot_name = $1`,
    [name],
  );
  return slot ?? { obstacle: 'is not there', active: false };
}

/**
 * From which row on the slot has surely kept everything: only what is inserted after the slot was seen is certain to be
 * committed after it was made. So the first look is kept, for all replicas and restarts.
 */
export async function keptSince(dataSource: DataSource, name: string): Promise<string> {
  await dataSource.query(
    `insert into outbox_slot (name, after_seq)
     select $1, case when is_called then last_value else 0 end from outbox_seq_seq
     on conflict do nothing`,
    [name],
  );
  const [kept]: { seq: string }[] = await dataSource.query('select after_seq as seq from outbox_slot where name = $1', [
    name,
  ]);
  if (kept === undefined) throw new Error(`The slot '${name}' was forgotten by another replica`);
  return kept.seq;
}

/** A slot that comes again under the same name begins anew. */
export async function forgetSlot(dataSource: DataSource, name: string): Promise<void> {
  await dataSource.query('delete from outbox_slot where name = $1', [name]);
}

/** How many rows are older than the slot's first look, up to `atMost`. */
export async function countOlder(dataSource: DataSource, name: string, atMost: number): Promise<number> {
  const [older]: { count: number }[] = await dataSource.query(
    `select count(*)::int as count from (
       select 1 from outbox where seq <= (select after_seq from outbox_slot where name = $1) limit $2) counted`,
    [name, atMost],
  );
  return older?.count ?? 0;
}

/** Rows that were committed, and a place in the log behind the commits of all of them. */
export interface NotedRows {
  readonly seqs: readonly string[];
  readonly lsn: string;
}

export async function noteRows(dataSource: DataSource, afterSeq: string, atMost: number): Promise<NotedRows> {
  // The statement's snapshot is taken before the place is read. The place of insertion, not that of writing: without
  // synchronous_commit a row can be seen before its commit is written.
  const [noted]: NotedRows[] = await dataSource.query(
    `select coalesce(array_agg(seq::text), '{}') as seqs, pg_current_wal_insert_lsn()::text as lsn
     from (select seq from outbox where seq > $1 order by seq limit $2) seen`,
    [afterSeq, atMost],
  );
  return noted ?? { seqs: [], lsn: '0/0' };
}

/** Whether the connector has confirmed everything up to this place. */
export async function isConfirmed(dataSource: DataSource, name: string, lsn: string): Promise<boolean> {
  const rows: unknown[] = await dataSource.query(
    `select 1 from pg_replication_slots
     where slot_name = $1 and confirmed_flush_lsn >= $2::pg_lsn and ${KEEPS_THE_LOG}`,
    [name, lsn],
  );
  return rows.length > 0;
}

/** Answers how many rows went; what the slot has not confirmed stays, also when it was lost this very moment. */
export async function deleteConfirmed(dataSource: DataSource, name: string, { seqs, lsn }: NotedRows): Promise<number> {
  const [, deleted]: [unknown[], number] = await dataSource.query(
    `delete from outbox
     where seq = any($2::bigint[]) and seq > (select after_seq from outbox_slot where name = $1)
       and exists (select 1 from pg_replication_slots
                   where slot_name = $1 and confirmed_flush_lsn >= $3::pg_lsn and ${KEEPS_THE_LOG})`,
    [name, seqs, lsn],
  );
  return deleted;
}
