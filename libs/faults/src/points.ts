/** Places on the way of an event where a process can be made to stop, so that it can be seen that nothing is lost. */
export const FAULT_POINTS = [
  /** The aggregate's row is written, its events are not. */
  'after-state-write',
  'after-outbox-write',
  'before-commit',
  /** Committed, but the caller has no answer yet. */
  'after-commit',
  'after-relay-read',
  /** Some records of the batch have been handed to the client, none is acknowledged. */
  'in-mid-send',
  'after-broker-ack',
  'before-outbox-delete',
  'after-inbox-insert',
  'before-consumer-commit',
  /** The effect is committed, the offset is not. */
  'after-consumer-commit',
  'during-rebalance',
  /** The receiver of a webhook has it, nothing of it is noted. */
  'after-webhook-attempt',
] as const;

export type FaultPoint = (typeof FAULT_POINTS)[number];

/** What keeps the promise of exactly once, in order. Each can be taken out to see that its absence is noticed. */
export const SAFEGUARDS = [
  /** One publisher for each part of the outbox. */
  'lease',
  /** A consumer's memory of what it has applied. */
  'inbox',
  /** An aggregate's row is locked by its version check before its events are written. */
  'version-check',
] as const;

export type Safeguard = (typeof SAFEGUARDS)[number];
