import { knownEventType } from '@itops/contracts';
import { type Cause } from '@itops/kit';

import { type OutgoingRecord } from '../record';
import { type AggregateRef } from './received-event';

export const STRUCTURED_CONTENT_TYPE = 'application/cloudevents+json; charset=UTF-8';

export interface Envelope {
  readonly id: string;
  readonly type: string;
  readonly source: string;
  readonly time: Date;
  readonly data: unknown;
  readonly cause: Cause;
  /** Null for what a tool reported. */
  readonly aggregate: AggregateRef | null;
}

/** A whole CloudEvent 1.0 as JSON, the value of a record in structured mode. */
export function encode({ id, type, source, time, data, cause, aggregate }: Envelope): Buffer {
  return Buffer.from(
    JSON.stringify({
      specversion: '1.0',
      id,
      source,
      type,
      subject: aggregate?.id,
      time: time.toISOString(),
      datacontenttype: 'application/json',
      dataschema: knownEventType(type)?.dataSchema,
      aggregatetype: aggregate?.type,
      aggregateversion: aggregate?.version,
      correlationid: cause.correlationId,
      causationid: cause.causationId,
      traceparent: cause.traceparent,
      tracestate: cause.tracestate,
      actor: cause.actor,
      data,
    }),
  );
}

export const structuredHeaders: OutgoingRecord['headers'] = { 'content-type': STRUCTURED_CONTENT_TYPE };
