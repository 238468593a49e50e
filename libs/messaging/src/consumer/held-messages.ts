import { type IncomingRecord } from '../record';
import { type Tx } from '../transactions/tx';
import { type AggregateRef } from '../envelope/received-event';
import { type ToHold } from './placing';
import { type SequenceRef } from './sequences';
import { recordColumns, type StoredRecord, toRecord } from './stored-record';

type Database = Pick<Tx, 'query'>;

export async function hold(tx: Database, consumer: string, messages: readonly ToHold[]): Promise<void> {
  if (messages.length === 0) return;
  await tx.query(
    `insert into held_message (consumer, aggregate_type, aggregate_id, aggregate_version, topic, "partition", "offset",
                               key, headers, payload, recorded_at, held_at)
     select $1, m.*, clock_timestamp()
     from unnest($2::text[], $3::text[], $4::int[], $5::text[], $6::int[], $7::bigint[], $8::text[], $9::jsonb[],
                 $10::bytea[], $11::timestamptz[]) m
     on conflict do nothing`,
    [
      consumer,
      messages.map(({ aggregate }) => aggregate.type),
      messages.map(({ aggregate }) => aggregate.id),
      messages.map(({ aggregate }) => aggregate.version),
      ...recordColumns(messages.map(({ delivery }) => delivery.record)),
    ],
  );
}

/** Takes out of held_message what has been settled. */
export async function unhold(tx: Database, consumer: string, settled: readonly AggregateRef[]): Promise<void> {
  if (settled.length === 0) return;
  await tx.query(
    `delete from held_message h using unnest($2::text[], $3::text[], $4::int[]) s (type, id, version)
     where h.consumer = $1 and h.aggregate_type = s.type and h.aggregate_id = s.id and h.aggregate_version = s.version`,
    [consumer, settled.map(({ type }) => type), settled.map(({ id }) => id), settled.map(({ version }) => version)],
  );
}

/** Held messages of aggregates whose gap has closed, in version order. */
export async function releasable(database: Database, consumer: string, limit: number): Promise<IncomingRecord[]> {
  const rows = await database.query<StoredRecord>(
    `select h.topic, h."partition", h."offset", h.key, h.headers, h.payload, h.recorded_at
     from held_message h
     join (select distinct n.aggregate_type, n.aggregate_id
           from held_message n
           join applied a on a.consumer = n.consumer and a.aggregate_type = n.aggregate_type and a.aggregate_id = n.aggregate_id
           where n.consumer = $1 and n.aggregate_version <= a.version + 1) ready using (aggregate_type, aggregate_id)
     where h.consumer = $1
     order by h.aggregate_type, h.aggregate_id, h.aggregate_version limit $2`,
    [consumer, limit],
  );
  return rows.map(toRecord);
}

/** What is held of these sequences, in version order. */
export async function heldOf(
  database: Database,
  consumer: string,
  sequences: readonly SequenceRef[],
  limit: number,
): Promise<IncomingRecord[]> {
  if (sequences.length === 0 || limit <= 0) return [];
  const rows = await database.query<StoredRecord>(
    `select h.topic, h."partition", h."offset", h.key, h.headers, h.payload, h.recorded_at
     from held_message h join unnest($2::text[], $3::text[]) w (aggregate_type, aggregate_id)
       using (aggregate_type, aggregate_id)
     where h.consumer = $1
     order by h.aggregate_type, h.aggregate_id, h.aggregate_version limit $4`,
    [consumer, sequences.map(({ type }) => type), sequences.map(({ id }) => id), limit],
  );
  return rows.map(toRecord);
}
