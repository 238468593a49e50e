import { type Clock } from '@itops/kit';

import { type Meters } from '../telemetry/meters';
import { type Transactions } from '../transactions/transactions';
import { type Tx } from '../transactions/tx';
import { type EventBatch } from './event-batch';

/** What the links of one consumer share. */
export interface ConsumerContext {
  readonly service: string;
  /** The consumer's name, its key in `inbox`, `applied`, `held_message` and `dead_letter`. */
  readonly consumer: string;
  readonly handle: (batch: EventBatch) => Promise<void>;
  readonly transactions: Transactions;
  /** For reading outside of a transaction. */
  readonly database: Pick<Tx, 'query'>;
  readonly clock: Clock;
  readonly meters: Meters;
  /** Ends waits between attempts; what is in hand is then given back. */
  readonly stopping: AbortSignal;
}
