import { type Cause } from '@itops/kit';

import { type Tx } from '../transactions/tx';

/** An event as a handler sees it: decoded, validated, in order and not seen before. */
export interface ConsumedEvent<Data = unknown> {
  readonly id: string;
  readonly type: string;
  readonly source: string;
  readonly subject: string | null;
  /** Null for an inbound event. */
  readonly aggregateId: string | null;
  /** Null for an inbound event. */
  readonly aggregateVersion: number | null;
  readonly time: Date;
  readonly data: Data;
  /** For what follows from this event: its correlation, caused by it, with its actor. */
  readonly cause: Cause;
  readonly topic: string;
  readonly partition: number;
  readonly offset: string;
  readonly key: string | null;
}

/** What a handler gets: events, those of each partition in order, and the transaction in which their effect commits. */
export interface EventBatch {
  readonly tx: Tx;
  readonly events: readonly ConsumedEvent[];
}

/**
 * Thrown by a handler for an event that can never be handled: it is parked with this reason at once, without retries,
 * and the rest of its batch is handled again.
 */
export class PoisonMessage extends Error {
  constructor(
    readonly event: ConsumedEvent,
    readonly reasonKind: string,
    readonly reason: string,
  ) {
    super(`${event.type} ${event.id}: ${reason}`);
  }
}
