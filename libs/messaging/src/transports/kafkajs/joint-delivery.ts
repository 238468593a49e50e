import { setImmediate as nextTurn } from 'node:timers/promises';

import { type IncomingRecord } from '../../record';

/** What one partition has to hand over. */
export interface Portion {
  readonly records: readonly IncomingRecord[];
}

/** Nobody has taken the portions: the cause is what was thrown. */
export class NotTaken extends Error {}

interface Waiting<P extends Portion> {
  readonly portion: P;
  readonly settled: PromiseWithResolvers<boolean>;
}

/**
 * Hands over what several partitions have at the same time in one call, one call after the other: a round trip to the
 * database or the broker costs the same for all of them. What is not taken is handed over again each partition by itself,
 * so that what holds up one holds up no other.
 */
export class JointDelivery<P extends Portion> {
  private waiting: Waiting<P>[] = [];
  private isDelivering = false;

  /**
   * @param most records in one call, unless one portion has more
   * @param deliver resolves to what was delivered; the rest is nobody's any more. @throws NotTaken
   */
  constructor(
    private readonly most: number,
    private readonly deliver: (portions: readonly P[]) => Promise<ReadonlySet<P>>,
  ) {}

  /** Resolves to whether it was delivered. @throws what its delivery throws */
  hand(portion: P): Promise<boolean> {
    const settled = Promise.withResolvers<boolean>();
    this.waiting.push({ portion, settled });
    if (!this.isDelivering) void this.deliverAll();
    return settled.promise;
  }

  private async deliverAll(): Promise<void> {
    this.isDelivering = true;
    do {
      // What one fetch has brought comes within one turn.
      await nextTurn();
      await this.settle(this.take());
    } while (this.waiting.length > 0);
    this.isDelivering = false;
  }

  private take(): readonly Waiting<P>[] {
    const taken: Waiting<P>[] = [];
    const left: Waiting<P>[] = [];
    let records = 0;
    for (const one of this.waiting) {
      const { length } = one.portion.records;
      const fits = taken.length === 0 || records + length <= this.most;
      (fits ? taken : left).push(one);
      if (fits) records += length;
    }
    this.waiting = left;
    return taken;
  }

  private async settle(together: readonly Waiting<P>[]): Promise<void> {
    try {
      const delivered = await this.deliver(together.map(({ portion }) => portion));
      for (const { portion, settled } of together) settled.resolve(delivered.has(portion));
    } catch (error) {
      if (error instanceof NotTaken && together.length > 1) {
        for (const one of together) await this.settle([one]);
      } else {
        for (const { settled } of together) settled.reject(error);
      }
    }
  }
}
