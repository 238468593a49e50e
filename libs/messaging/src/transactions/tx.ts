import { type DomainEvent } from '@itops/contracts';
import { type Cause } from '@itops/kit';

export interface AuditEntry {
  /** A verb: `resolve`. */
  readonly action: string;
  readonly resourceType: string;
  readonly resourceId: string;
  readonly before?: unknown;
  readonly after?: unknown;
  readonly reason?: string;
  /** Default: done. */
  readonly outcome?: 'done' | 'refused';
  /** How many times it was tried; default 1. */
  readonly attempts?: number;
}

/**
 * Whether a statement is planned each time, or once for each connection. Kept is for a text that is always the same and has
 * one plan whatever the tables hold, such as an insert of given rows: what has to find rows may be planned while its table
 * is empty, and read all of it for long after.
 */
export type Plan = 'fresh' | 'kept';

/** One database transaction: state, audit rows and outbox rows commit together. */
export interface Tx {
  readonly cause: Cause;
  /**
   * Runs one statement and gives its rows; for a change, those of its `returning`.
   * @param plan 'fresh' without it
   * @throws QueryFailedError
   */
  query<Row>(sql: string, params?: readonly unknown[], plan?: Plan): Promise<Row[]>;
  /**
   * Notes events for the outbox; they are written in one statement just before the commit. Call it after the aggregate's
   * row was updated with its version check: the row's lock makes sequence order, version order and commit order the same
   * for each aggregate.
   * @param cause what led to these events, when it is not the transaction's own cause; or what led to each.
   */
  publish(events: readonly DomainEvent[], cause?: Cause | ((event: DomainEvent) => Cause)): Promise<void>;
  /**
   * Notes entries for audit_log, written together with the events.
   * @param cause what led to these entries, when it is not the transaction's own cause; or what led to each.
   */
  audit(entries: readonly AuditEntry[], cause?: Cause | ((entry: AuditEntry) => Cause)): Promise<void>;
  /** Notes what is to be done in this process once all of it has committed. It must not fail. */
  afterCommit(follower: () => void): void;
}
