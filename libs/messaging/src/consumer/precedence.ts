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
  /** For each partition that waits, since when. */
  private readonly waiting = new Map<string, number>();

  constructor(
    private readonly clock: Clock,
    /** How many records the others have not applied yet. */
    private readonly lag: () => Promise<number>,
    /** Milliseconds of a clock that only goes forward. */
    private readonly elapsed: () => number = () => performance.now(),
  ) {}

  /** @throws RetryLater while the records are old and the others have not caught up. */
  async require(records: readonly IncomingRecord[]): Promise<void> {
    const now = this.clock.now().getTime();
    const elapsed = this.elapsed();
    const old = new Set(records.filter(({ timestamp }) => now - timestamp > CATCHING_UP_MS).map(placeOf));
    const patient = [...old].filter((place) => elapsed - (this.waiting.get(place) ?? elapsed) < LONGEST_WAIT_MS);
    if (patient.length > 0 && (await this.lag()) > 0) {
      // One that has waited for too long goes on when it comes alone.
      for (const place of patient) if (!this.waiting.has(place)) this.waiting.set(place, elapsed);
      throw new RetryLater(PAUSE_MS);
    }
    for (const record of records) this.waiting.delete(placeOf(record));
  }
}

function placeOf({ topic, partition }: IncomingRecord): string {
  return `${topic}/${partition}`;
}
