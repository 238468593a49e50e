import { type DomainEvent } from '@itops/contracts';
import { type Cause, type Json, newId } from '@itops/kit';

import { encode, structuredHeaders } from '../envelope/encode';
import { headersToJson } from '../envelope/headers';
import { traceHeaders } from '../telemetry/tracing';
import { type Tx } from '../transactions/tx';
import { partOf } from './parts';

export interface OutboxRow {
  readonly id: string;
  readonly aggregateType: string;
  /** Also the record's key. */
  readonly aggregateId: string;
  /** Null for what has no sequence, such as a copy for a dead-letter topic. */
  readonly aggregateVersion: number | null;
  readonly part: number;
  readonly topic: string;
  readonly type: string;
  readonly headers: Json;
  readonly payload: Buffer | null;
  readonly createdAt: Date;
}

/** Kafka's default limit of a record batch is 1 MiB, with its framing. */
export const MAX_RECORD_BYTES = 900 * 1024;

const plainHeaders = headersToJson(structuredHeaders);

/** @throws Error when the event is larger than the broker takes: it could never leave the outbox. */
export function domainEventRow(event: DomainEvent, cause: Cause, source: string, now: Date): OutboxRow {
  const { type, topic, aggregateType, aggregateId, aggregateVersion, data } = event;
  const id = newId();
  const aggregate = { type: aggregateType, id: aggregateId, version: aggregateVersion };
  const payload = encode({ id, type, source, time: now, data, cause, aggregate });
  if (payload.length > MAX_RECORD_BYTES) {
    throw new Error(
      `${type} of ${aggregateId} has ${payload.length} bytes; at most ${MAX_RECORD_BYTES} can be published`,
    );
  }
  const part = partOf(aggregateType, aggregateId);
  const headers = { ...plainHeaders, ...headersToJson(traceHeaders(cause)) };
  return { id, aggregateType, aggregateId, aggregateVersion, part, topic, type, headers, payload, createdAt: now };
}

/** One bulk insert; the rows' sequence is their order here. */
export async function append(tx: Pick<Tx, 'query'>, rows: readonly OutboxRow[]): Promise<void> {
  await tx.query(
    `insert into outbox (id, aggregate_type, aggregate_id, aggregate_version, part, topic, type, headers, payload, created_at)
     select r.id, r.aggregate_type, r.aggregate_id, r.aggregate_version, r.part, r.topic, r.type, r.headers, r.payload, r.created_at
     from unnest($1::uuid[], $2::text[], $3::text[], $4::int[], $5::smallint[], $6::text[], $7::text[], $8::jsonb[],
                 $9::bytea[], $10::timestamptz[]) with ordinality
       as r (id, aggregate_type, aggregate_id, aggregate_version, part, topic, type, headers, payload, created_at, place)
     order by r.place`,
    [
      rows.map(({ id }) => id),
      rows.map(({ aggregateType }) => aggregateType),
      rows.map(({ aggregateId }) => aggregateId),
      rows.map(({ aggregateVersion }) => aggregateVersion),
      rows.map(({ part }) => part),
      rows.map(({ topic }) => topic),
      rows.map(({ type }) => type),
      rows.map((row) => JSON.stringify(row.headers)),
      rows.map(({ payload }) => payload),
      rows.map(({ createdAt }) => createdAt),
    ],
  );
}
