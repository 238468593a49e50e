import { setTimeout as sleep } from 'node:timers/promises';

import { type DataSource } from 'typeorm';

import { RetryLater } from '../port';
import { type IncomingRecord } from '../record';
import { BackOff, CommonBackOff } from '../waiting';
import { consumerChain } from './consumer-chain';
import { type ConsumerContext } from './consumer-context';
import { releasable } from './held-messages';
import { type Incoming, type Next } from './link';
import { passesByItself } from './links/retry';

export const MAX_BATCH = 500;

export type ConsumerOptions = Omit<ConsumerContext, 'stopping' | 'database'> & { readonly dataSource: DataSource };

/** One consumer of a service: sends batches through its chain, one at a time, and lets held messages go when they may. */
export class Consumer {
  readonly context: ConsumerContext;
  private readonly stopping = new AbortController();
  /** Of all partitions: what is away is away for each of them. */
  private readonly backOff = new CommonBackOff(new BackOff(200, 10_000));
  private readonly chain: Next<Incoming>;
  private last: Promise<unknown> = Promise.resolve();

  constructor({ dataSource, ...options }: ConsumerOptions) {
    this.context = {
      ...options,
      database: { query: (sql, params = []) => dataSource.query(sql, [...params]) },
      stopping: this.stopping.signal,
    };
    this.chain = consumerChain(this.context);
  }

  get name(): string {
    return this.context.consumer;
  }

  /**
   * Settles the records: each is applied, dropped as known, held, or put aside, and that is committed.
   * @throws RetryLater when a dependency is away
   */
  async process(records: readonly IncomingRecord[]): Promise<void> {
    await this.exclusively(async () => {
      const { someHeld } = await this.chain({ records, held: false });
      if (someHeld) await this.releaseHeld();
    });
  }

  /** Applies what is held and could be applied: left by a process that ended in between, or freed in another way. */
  async sweep(): Promise<void> {
    await this.exclusively(() => this.releaseHeld());
  }

  /** Waits, unless it is to stop. */
  async rest(millis: number): Promise<void> {
    if (millis > 0) await sleep(millis, undefined, { signal: this.stopping.signal }).catch(() => undefined);
  }

  /** Ends waits between attempts; what is in hand is then given back. */
  stop(): void {
    this.stopping.abort();
  }

  /**
   * The log, the sweep and a redrive must not meet in the same aggregate.
   * @throws RetryLater for what will pass by itself
   */
  async exclusively<T>(work: () => Promise<T>): Promise<T> {
    const mine = this.last.then(() => this.orLater(work));
    this.last = mine.catch(() => undefined);
    return mine;
  }

  private async releaseHeld(): Promise<void> {
    for (;;) {
      const records = await releasable(this.context.database, this.name, MAX_BATCH);
      if (records.length === 0) return;
      await this.chain({ records, held: true });
    }
  }

  /** Turns what will pass by itself into a pause of the partition. */
  private async orLater<T>(work: () => Promise<T>): Promise<T> {
    try {
      const result = await work();
      this.backOff.reset();
      return result;
    } catch (error) {
      if (error instanceof RetryLater || !passesByItself(error)) throw error;
      this.context.meters.retried(this.name, 'transient');
      throw new RetryLater(this.backOff.next(), { cause: error });
    }
  }
}
