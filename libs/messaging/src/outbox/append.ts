import { type DomainEvent, publishErrors } from '@itops/contracts';
import { type Cause, type Json, newId } from '@itops/kit';

import { encode, structuredHeaders } from '../envelope/encode';
import { headersToJson } from '../envelope/headers';
import { traceHeaders } from '../telemetry/tracing';
import { type Columns, insertStatement, type Statement } from '../transactions/insert-statement';
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

/**
 * @throws Error when the event breaks its contract, since every reader would put it aside, or is larger than the broker takes,
 *   since it could never leave the outbox
 */
export function domainEventRow(event: DomainEvent, cause: Cause, source: string, now: Date): OutboxRow {
  const { type, topic, aggregateType, aggregateId, aggregateVersion, data } = event;
  const errors = publishErrors(event);
  if (errors.length > 0) {
    const reasons = errors.map(({ pointer, reason }) => `${pointer || '/'} ${reason}`).join('; ');
    throw new Error(`${type} of ${aggregateId} breaks its contract: ${reasons}`);
  }
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

const COLUMNS: Columns = [
  ['id', 'uuid'],
  ['aggregate_type', 'text'],
  ['aggregate_id', 'text'],
  ['aggregate_version', 'int'],
  ['part', 'smallint'],
  ['topic', 'text'],
  ['type', 'text'],
  ['headers', 'jsonb'],
  ['payload', 'bytea'],
  ['created_at', 'timestamptz'],
];

/** The rows' sequence is their order here. */
export function outboxInsert(rows: readonly OutboxRow[], firstParam?: number): Statement {
  const values = rows.map((row) => [
    row.id,
    row.aggregateType,
    row.aggregateId,
    row.aggregateVersion,
    row.part,
    row.topic,
    row.type,
    JSON.stringify(row.headers),
    row.payload,
    row.createdAt,
  ]);
  return insertStatement('outbox', COLUMNS, values, firstParam);
}

/** One bulk insert, at once. */
export async function append(tx: Pick<Tx, 'query'>, rows: readonly OutboxRow[]): Promise<void> {
  if (rows.length === 0) return;
  const { sql, params } = outboxInsert(rows);
  await tx.query(sql, params);
}
