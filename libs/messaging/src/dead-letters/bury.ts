import { deadLetterTopic } from '@itops/contracts';
import { newId } from '@itops/kit';

import { placeOf } from '../consumer/delivery';
import { type Letter } from '../consumer/placing';
import { recordColumns } from '../consumer/stored-record';
import { headersFromJson, headersToJson, storableText } from '../envelope/headers';
import { append, MAX_RECORD_BYTES, type OutboxRow } from '../outbox/append';
import { partOf } from '../outbox/parts';
import { type RecordHeaders } from '../record';
import { type Tx } from '../transactions/tx';
import { bytesOf } from '../transports/sends';

/** Who buries, and when. */
export interface Undertaker {
  readonly service: string;
  readonly consumer: string;
  readonly now: Date;
}

/** Writes dead_letter rows, and for what could not be understood a copy for the dead-letter topic. A repetition changes nothing. */
export async function bury(
  tx: Pick<Tx, 'query'>,
  { service, consumer, now }: Undertaker,
  letters: readonly Letter[],
): Promise<void> {
  if (letters.length === 0) return;
  const records = letters.map(({ delivery }) => delivery.record);
  const rows = await tx.query<{ topic: string; partition: number; offset: string }>(
    `insert into dead_letter (service, consumer, first_at, last_at, status, id, event_id, type, aggregate_type, aggregate_id,
                              aggregate_version, reason_kind, reason, fingerprint, attempts, received, topic, "partition",
                              "offset", key, headers, payload, recorded_at)
     select $1, $2, $3, $3, 'parked', l.*
     from unnest($4::uuid[], $5::text[], $6::text[], $7::text[], $8::text[], $9::int[], $10::text[], $11::text[],
                 $12::text[], $13::int[], $14::boolean[], $15::text[], $16::int[], $17::bigint[], $18::text[], $19::jsonb[],
                 $20::bytea[], $21::timestamptz[])
       as l (id, event_id, type, aggregate_type, aggregate_id, aggregate_version, reason_kind, reason, fingerprint,
             attempts, received, topic, "partition", "offset", key, headers, payload, recorded_at)
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
      // As `park` notes it in the inbox.
      letters.map(({ aggregate, copied }) => aggregate === null && !copied),
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

const LONGEST_COPIED_KEY = 255;

function copyRow({ delivery, reasonKind, reason }: Letter, consumer: string, now: Date): OutboxRow {
  const { topic, partition, offset, key, value, headers } = delivery.record;
  const text = key === null ? '' : storableText(key.toString('utf8'));
  const aggregateId = text !== '' && text.length <= LONGEST_COPIED_KEY ? text : `${topic}/${partition}`;
  const marks: RecordHeaders = {
    'dlq-reason-kind': reasonKind,
    'dlq-reason': reason.slice(0, 4096),
    'dlq-consumer': consumer,
    'dlq-topic': topic,
    'dlq-partition': String(partition),
    'dlq-offset': offset,
  };
  const copied = headersToJson({ ...headers, ...marks });
  // As the relay will send it: what came compressed may be far larger than the broker takes.
  const bytes = bytesOf({ topic, key: aggregateId, value, headers: headersFromJson(copied) });
  const whole = bytes <= MAX_RECORD_BYTES;
  return {
    id: newId(),
    aggregateType: 'dead-letter',
    aggregateId,
    aggregateVersion: null,
    part: partOf('dead-letter', topic),
    topic: deadLetterTopic(topic),
    type: 'dead-letter',
    // The whole of it is in dead_letter.
    headers: whole ? copied : headersToJson({ ...marks, 'dlq-truncated': 'true' }),
    payload: whole ? value : null,
    createdAt: now,
  };
}
