import { type DeliveryState, type FailedReason } from '../domain/delivery.lifecycle';

/** One try. */
export interface Attempt {
  readonly at: string;
  readonly durationMs: number;
  /** Null when there was no answer. */
  readonly status: number | null;
  /** Why there was none. */
  readonly error: string | null;
  /** The beginning of the answer's body. */
  readonly answer: string | null;
}

const COLUMNS = [
  ...['d.id', 'd.webhook_id', 'd.event_id', 'd.type', 'd.resource_type', 'd.resource_id', 'd.state'],
  ...['d.failed_reason', 'd.tries', 'd.attempts', 'd.created_at', 'd.settled_at'],
].join(', ');

/** The lane's time is that of its first delivery; of those behind it nobody knows when they come. */
export const DELIVERY_SELECT = `${COLUMNS}, (
  select l.next_at from webhook_lane l where l.webhook_id = d.webhook_id and l.lane = d.lane and l.lease_owner is null
    and d.state = 'pending' and not exists (
      select from webhook_delivery e
      where e.webhook_id = d.webhook_id and e.lane = d.lane and e.state = 'pending' and e.sequence < d.sequence)
  ) as next_at`;

export interface DeliveryRow {
  readonly id: string;
  readonly webhook_id: string;
  readonly event_id: string;
  readonly type: string;
  readonly resource_type: string | null;
  readonly resource_id: string | null;
  readonly state: DeliveryState;
  readonly failed_reason: FailedReason | null;
  readonly tries: number;
  readonly attempts: readonly Attempt[];
  readonly created_at: Date;
  readonly settled_at: Date | null;
  /** When the next try is; null when it is not known. */
  readonly next_at: Date | null;
}
