/** A CloudEvent that was understood and whose data is valid by its contract. */
export interface ReceivedEvent<Data = unknown> {
  readonly id: string;
  readonly type: string;
  readonly source: string;
  readonly subject: string | null;
  readonly time: Date;
  readonly data: Data;
  readonly aggregate: AggregateRef | null;
  readonly correlationId: string;
  readonly causationId: string | null;
  readonly traceparent: string | null;
  readonly tracestate: string | null;
  readonly actor: string;
}

/** Which aggregate, and its version after the fact. */
export interface AggregateRef {
  readonly type: string;
  readonly id: string;
  readonly version: number;
}

export type DecodeFailureKind =
  'not-a-cloudevent' | 'unknown-type' | 'wrong-topic' | 'invalid-data' | 'invalid-time' | 'upcast-failed';

/** Why a record can't be an event of this system, with as much of its identity as could be read. */
export interface DecodeFailure {
  readonly kind: DecodeFailureKind;
  readonly reason: string;
  readonly eventId: string | null;
  readonly type: string | null;
  /** Known when the record still tells whose sequence it belongs to: what follows it must then wait. */
  readonly aggregate: AggregateRef | null;
}

export type Decoded =
  { readonly ok: true; readonly event: ReceivedEvent } | { readonly ok: false; readonly failure: DecodeFailure };
