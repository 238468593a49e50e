import { type Clock } from '@itops/kit';

import { RetryLater } from '../port';
import { type IncomingRecord } from '../record';

/** Records that are younger did not lie about while this process was away. */
const CATCHING_UP_MS = 3_000;
const PAUSE_MS = 500;
/** What the other consumer can't finish in this time may have another cause; the records must not wait for ever. */
const LONGEST_WAIT_MS = 60_000;

/**
 * Lets one consumer wait for others while it catches up: after an outage each topic is read at its own pace, and
 * records would be judged by a read model that is still behind them.
 */
export class Precedence {
  private waitingSince: number | undefined;

  constructor(
    private readonly clock: Clock,
    /** How many records the others have not applied yet. */
    private readonly lag: () => Promise<number>,
  ) {}

  /** @throws RetryLater while the records are old and the others have not caught up. */
  async require(records: readonly IncomingRecord[]): Promise<void> {
    const now = this.clock.now().getTime();
    const isOld = records.some(({ timestamp }) => now - timestamp > CATCHING_UP_MS);
    const since = this.waitingSince ?? performance.now();
    if (isOld && performance.now() - since < LONGEST_WAIT_MS && (await this.lag()) > 0) {
      this.waitingSince = since;
      throw new RetryLater(PAUSE_MS);
    }
    this.waitingSince = undefined;
  }
}
