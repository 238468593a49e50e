import { deadLetterTopic } from '@itops/contracts';
import { newId } from '@itops/kit';

import { headersFromJson, headersToJson, storableText } from '../envelope/headers';
import { type AggregateRef } from '../envelope/received-event';
import { append, MAX_RECORD_BYTES, type OutboxRow } from '../outbox/append';
import { partOf } from '../outbox/parts';
import { type IncomingRecord, type RecordHeaders } from '../record';
import { type Tx } from '../transactions/tx';
import { placeOf } from './delivery';
import { type Advance, type Letter, type Plan, sequenceKey, type SequenceState } from './plan';

type Database = Pick<Tx, 'query'>;

/** Another member is just applying the same versions: look again, they will turn out as applied. */
export class SequenceConflict extends Error {}

export async function loadSequences(
  tx: Database,
  consumer: string,
  aggregates: readonly AggregateRef[],
): Promise<{ states: Map<string, SequenceState>; someHeld: boolean }> {
  const distinct = [...new Map(aggregates.map((aggregate) => [sequenceKey(aggregate), aggregate])).values()];
  if (distinct.length === 0) return { states: new Map(), someHeld: false };
  const rows = await tx.query<{ type: string; id: string; held: boolean } & SequenceState>(
    `select a.type, a.id, coalesce(p.version, 0) as applied,
            (select min(d.aggregate_version) from dead_letter d
             where d.consumer = $1 and d.aggregate_type = a.type and d.aggregate_id = a.id and d.status = 'parked'
            ) as "parkedFrom",
            exists (select 1 from held_message h
                    where h.consumer = $1 and h.aggregate_type = a.type and h.aggregate_id = a.id) as held
     from unnest($2::text[], $3::text[]) a (type, id)
     left join applied p on p.consumer = $1 and p.aggregate_type = a.type and p.aggregate_id = a.id`,
    [consumer, distinct.map(({ type }) => type), distinct.map(({ id }) => id)],
  );
  return {
    states: new Map(rows.map((row) => [sequenceKey(row), { applied: row.applied, parkedFrom: row.parkedFrom }])),
    someHeld: rows.some(({ held }) => held),
  };
}

/**
 * Moves each sequence from where the plan found it. Done before the handler: from here on the rows' locks keep every
 * other member out of these aggregates. @throws SequenceConflict when one has moved meanwhile.
 */
export async function advance(tx: Database, consumer: string, advances: readonly Advance[]): Promise<void> {
  if (advances.length === 0) return;
  const [row] = await tx.query<{ moved: number }>(
    `with want as (
       select * from unnest($2::text[], $3::text[], $4::int[], $5::int[]) w (type, id, before, after)
     ), known as (
       update applied a set version = want.after from want
       where a.consumer = $1 and a.aggregate_type = want.type and a.aggregate_id = want.id and a.version = want.before
       returning 1
     ), first as (
       insert into applied (consumer, aggregate_type, aggregate_id, version)
       select $1, type, id, after from want where before = 0 order by type, id
       on conflict do nothing returning 1
     )
     select ((select count(*) from known) + (select count(*) from first))::int as moved`,
    [
      consumer,
      advances.map(({ type }) => type),
      advances.map(({ id }) => id),
      advances.map(({ from }) => from),
      advances.map(({ to }) => to),
    ],
  );
  if (row?.moved !== advances.length) throw new SequenceConflict('A sequence was moved by another member');
}

export async function hold(tx: Database, consumer: string, held: Plan['hold']): Promise<void> {
  const fresh = held.filter(({ delivery }) => !delivery.held);
  if (fresh.length === 0) return;
  const records = fresh.map(({ delivery }) => delivery.record);
  await tx.query(
    `insert into held_message (consumer, aggregate_type, aggregate_id, aggregate_version, topic, "partition", "offset",
                               key, headers, payload, recorded_at, held_at)
     select $1, m.*, clock_timestamp()
     from unnest($2::text[], $3::text[], $4::int[], $5::text[], $6::int[], $7::bigint[], $8::text[], $9::jsonb[],
                 $10::bytea[], $11::timestamptz[]) m
     on conflict do nothing`,
    [
      consumer,
      fresh.map(({ aggregate }) => aggregate.type),
      fresh.map(({ aggregate }) => aggregate.id),
      fresh.map(({ aggregate }) => aggregate.version),
      ...recordColumns(records),
    ],
  );
}

/** Takes out of held_message what the plan has settled. */
export async function unhold(tx: Database, consumer: string, settled: readonly AggregateRef[]): Promise<void> {
  if (settled.length === 0) return;
  await tx.query(
    `delete from held_message h using unnest($2::text[], $3::text[], $4::int[]) s (type, id, version)
     where h.consumer = $1 and h.aggregate_type = s.type and h.aggregate_id = s.id and h.aggregate_version = s.version`,
    [consumer, settled.map(({ type }) => type), settled.map(({ id }) => id), settled.map(({ version }) => version)],
  );
}

interface HeldRow {
  readonly topic: string;
  readonly partition: number;
  readonly offset: string;
  readonly key: string | null;
  readonly headers: unknown;
  readonly payload: Buffer | null;
  readonly recorded_at: Date;
}

/** Held messages of aggregates whose gap has closed, in version order. */
export async function releasable(tx: Database, consumer: string, limit: number): Promise<IncomingRecord[]> {
  const rows = await tx.query<HeldRow>(
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
  return rows.map(({ topic, partition, offset, key, headers, payload, recorded_at }) => ({
    topic,
    partition,
    offset,
    key: key === null ? null : Buffer.from(key),
    value: payload,
    headers: headersFromJson(headers),
    timestamp: recorded_at.getTime(),
  }));
}

/** Writes dead_letter rows, and for what could not be understood a copy for the dead-letter topic. A repetition changes nothing. */
export async function bury(
  tx: Database,
  service: string,
  consumer: string,
  letters: readonly Letter[],
  now: Date,
): Promise<void> {
  if (letters.length === 0) return;
  const records = letters.map(({ delivery }) => delivery.record);
  const rows = await tx.query<{ topic: string; partition: number; offset: string }>(
    `insert into dead_letter (service, consumer, first_at, last_at, status, id, event_id, type, aggregate_type, aggregate_id,
                              aggregate_version, reason_kind, reason, fingerprint, attempts, topic, "partition", "offset",
                              key, headers, payload, recorded_at)
     select $1, $2, $3, $3, 'parked', l.*
     from unnest($4::uuid[], $5::text[], $6::text[], $7::text[], $8::text[], $9::int[], $10::text[], $11::text[],
                 $12::text[], $13::int[], $14::text[], $15::int[], $16::bigint[], $17::text[], $18::jsonb[], $19::bytea[],
                 $20::timestamptz[])
       as l (id, event_id, type, aggregate_type, aggregate_id, aggregate_version, reason_kind, reason, fingerprint,
             attempts, topic, "partition", "offset", key, headers, payload, recorded_at)
     where not exists (
       select 1 from dead_letter d
       where d.consumer = $2 and d.aggregate_type = l.aggregate_type and d.aggregate_id = l.aggregate_id
         and d.aggregate_version = l.aggregate_version and d.status = 'parked')
     on conflict do nothing
     returning topic, "partition", "offset"`,
    [
      service,
      consumer,
      now,
      letters.map(() => newId()),
      letters.map(({ eventId }) => eventId),
      letters.map(({ type }) => type),
      letters.map(({ aggregate }) => aggregate?.type ?? null),
      letters.map(({ aggregate }) => aggregate?.id ?? null),
      letters.map(({ aggregate }) => aggregate?.version ?? null),
      letters.map(({ reasonKind }) => storableText(reasonKind)),
      letters.map(({ reason }) => storableText(reason)),
      letters.map(({ fingerprint }) => storableText(fingerprint)),
      letters.map(({ attempts }) => attempts),
      ...recordColumns(records),
    ],
  );
  const written = new Set(rows.map(placeOf));
  const copies = letters.filter(({ copied, delivery }) => copied && written.has(placeOf(delivery.record)));
  if (copies.length > 0)
    await append(
      tx,
      copies.map((letter) => copyRow(letter, consumer, now)),
    );
}

/** topic, partition, offset, key, headers, payload, time of the record. */
function recordColumns(records: readonly IncomingRecord[]): unknown[][] {
  return [
    records.map(({ topic }) => topic),
    records.map(({ partition }) => partition),
    records.map(({ offset }) => offset),
    records.map(({ key }) => (key === null ? null : storableText(key.toString('utf8')))),
    records.map(({ headers }) => JSON.stringify(headersToJson(headers))),
    records.map(({ value }) => value),
    records.map(({ timestamp }) => new Date(timestamp)),
  ];
}

const LONGEST_COPIED_KEY = 255;

function copyRow({ delivery, reasonKind, reason }: Letter, consumer: string, now: Date): OutboxRow {
  const { topic, partition, offset, key, value, headers } = delivery.record;
  const text = key === null ? '' : storableText(key.toString('utf8'));
  const whole = (value?.length ?? 0) + JSON.stringify(headersToJson(headers)).length < MAX_RECORD_BYTES;
  const marks: RecordHeaders = {
    'dlq-reason-kind': reasonKind,
    'dlq-reason': reason.slice(0, 4096),
    'dlq-consumer': consumer,
    'dlq-topic': topic,
    'dlq-partition': String(partition),
    'dlq-offset': offset,
    // The whole of it is in dead_letter.
    ...(whole ? {} : { 'dlq-truncated': 'true' }),
  };
  return {
    id: newId(),
    aggregateType: 'dead-letter',
    aggregateId: text !== '' && text.length <= LONGEST_COPIED_KEY ? text : `${topic}/${partition}`,
    aggregateVersion: null,
    part: partOf('dead-letter', topic),
    topic: deadLetterTopic(topic),
    type: 'dead-letter',
    headers: headersToJson(whole ? { ...headers, ...marks } : marks),
    payload: whole ? value : null,
    createdAt: now,
  };
}
