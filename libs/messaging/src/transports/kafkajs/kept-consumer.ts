import { Logger } from '@nestjs/common';
import { type Consumer, type EachBatchPayload, type Kafka } from 'kafkajs';

import { BackOff, reasonOf, Wakeup, withinLimit } from '../../waiting';

export interface KeptConsumerOptions {
  readonly group: string;
  readonly topics: readonly string[];
  readonly eachBatch: (payload: EachBatchPayload) => Promise<void>;
  /** Called on every join, before the first fetch. */
  readonly onJoin?: (consumer: Consumer) => void;
  /** Called before each connection; what it throws is tried again like a lost connection. */
  readonly beforeConnect?: () => Promise<void>;
}

const CLOSE_LIMIT_MS = 6_000;
const SESSION_TIMEOUT_MS = 10_000;
export const HEARTBEAT_MS = 2_000;
const FETCH_WAIT_MS = 500;
const STALL_MS = 60_000;
const WATCH_MS = 5_000;

/**
 * A kafkajs consumer that is kept going for ever: a crash, whether kafkajs would restart from it or not, and a silent
 * stop (kafkajs#659: neither fetch nor heartbeat for a minute) both end in a new consumer.
 */
export class KeptConsumer {
  private readonly logger: Logger;
  private readonly wakeup = new Wakeup();
  private readonly running: Promise<void>;
  private consumer: Consumer | undefined;
  private stopped = false;
  private over = false;
  private lastSign = 0;
  private busy = false;
  /** Between joins, batches that were fetched before must not be processed (kafkajs#1046). */
  private joined = false;

  constructor(
    private readonly kafka: Kafka,
    private readonly options: KeptConsumerOptions,
  ) {
    this.logger = new Logger(`Consumer ${options.group}`);
    this.running = this.keepGoing();
  }

  isJoined(): boolean {
    return this.joined;
  }

  isStopping(): boolean {
    return this.stopped;
  }

  /** Another member takes over: stop at the next safe point. */
  leaveAssignment(): void {
    this.joined = false;
  }

  async close(): Promise<void> {
    this.stopped = true;
    this.wakeup.wake();
    await withinLimit(this.running, CLOSE_LIMIT_MS);
  }

  private async keepGoing(): Promise<void> {
    const backOff = new BackOff(250, 5_000);
    while (!this.stopped) {
      try {
        await this.options.beforeConnect?.();
        await this.start();
        while (!this.stopped && !this.over && !this.isStalled()) {
          await this.wakeup.wait(WATCH_MS);
          if (this.joined) backOff.reset();
        }
      } catch (error) {
        this.logger.warn(`Waiting for the broker: ${reasonOf(error)}`);
      }
      this.joined = false;
      await this.consumer?.disconnect().catch(() => undefined);
      this.consumer = undefined;
      if (!this.stopped) await this.wakeup.wait(backOff.next());
    }
  }

  private async start(): Promise<void> {
    const { group, topics, eachBatch, onJoin } = this.options;
    const consumer = this.kafka.consumer({
      groupId: group,
      sessionTimeout: SESSION_TIMEOUT_MS,
      heartbeatInterval: HEARTBEAT_MS,
      maxWaitTimeInMs: FETCH_WAIT_MS,
      allowAutoTopicCreation: false,
      retry: { initialRetryTime: 100, maxRetryTime: 2_000, retries: 5, restartOnFailure: () => Promise.resolve(false) },
    });
    this.consumer = consumer;
    this.over = false;
    const sign = () => {
      this.lastSign = performance.now();
    };
    sign();
    consumer.on('consumer.fetch', sign);
    consumer.on('consumer.heartbeat', sign);
    consumer.on('consumer.group_join', () => {
      sign();
      if (this.consumer !== consumer) return;
      onJoin?.(consumer);
      this.joined = true;
    });
    consumer.on('consumer.rebalancing', () => {
      this.joined = false;
    });
    consumer.on('consumer.crash', ({ payload }) => {
      if (this.consumer !== consumer) return;
      this.logger.warn(`Starting again after ${reasonOf(payload.error)}`);
      this.over = true;
      this.joined = false;
      this.wakeup.wake();
    });
    await consumer.connect();
    await consumer.subscribe({ topics: [...topics], fromBeginning: true });
    await consumer.run({
      autoCommit: false,
      eachBatchAutoResolve: false,
      eachBatch: async (payload) => {
        if (!this.joined || this.stopped) return;
        this.busy = true;
        try {
          await eachBatch(payload);
        } finally {
          this.busy = false;
          sign();
        }
      },
    });
  }

  private isStalled(): boolean {
    const stalled = !this.busy && performance.now() - this.lastSign > STALL_MS;
    if (stalled) this.logger.warn('Neither fetch nor heartbeat for a minute: starting again');
    return stalled;
  }
}
