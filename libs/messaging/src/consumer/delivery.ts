import { decode } from '../envelope/decode';
import { type AggregateRef, type Decoded, type ReceivedEvent } from '../envelope/received-event';
import { type IncomingRecord } from '../record';
import { type ConsumedEvent } from './event-batch';

/** A record on its way through the chain, with what could be read of it so far. */
export interface Delivery {
  readonly record: IncomingRecord;
  readonly decoded: Decoded;
  /** Whether it comes from held_message instead of the log. */
  readonly held: boolean;
}

/** A record that is read, brought to the newest version and checked at once, outside of a consumer's chain. */
export function toDelivery(record: IncomingRecord, held = false): Delivery {
  return { record, decoded: decode(record), held };
}

/** Where a record stands in the log, as text. */
export function placeOf({ topic, partition, offset }: Pick<IncomingRecord, 'topic' | 'partition' | 'offset'>): string {
  return `${topic}/${partition}@${offset}`;
}

/** Whose sequence it belongs to, as far as it tells. */
export function aggregateOf({ decoded }: Delivery): AggregateRef | null {
  return decoded.ok ? decoded.event.aggregate : decoded.failure.aggregate;
}

export function toConsumed(record: IncomingRecord, event: ReceivedEvent): ConsumedEvent {
  const { id, type, source, subject, aggregate, time, data, correlationId, actor, traceparent, tracestate } = event;
  return {
    id,
    type,
    source,
    subject,
    aggregateId: aggregate?.id ?? null,
    aggregateVersion: aggregate?.version ?? null,
    time,
    data,
    cause: {
      actor,
      correlationId,
      causationId: id,
      ...(traceparent === null ? {} : { traceparent }),
      ...(tracestate === null ? {} : { tracestate }),
    },
    topic: record.topic,
    partition: record.partition,
    offset: record.offset,
    key: record.key?.toString('utf8') ?? null,
  };
}
