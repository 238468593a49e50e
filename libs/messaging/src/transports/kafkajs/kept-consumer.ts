import { reach } from '@itops/faults';
import { Logger } from '@nestjs/common';
import { type Consumer, type EachBatchPayload, type Kafka } from 'kafkajs';

import { reasonOf } from '../../waiting';
import { Keeper, type KeeperOptions, type KeptWork } from '../keeper';

/** Up to where a partition was read. */
export interface Place {
  readonly topic: string;
  readonly partition: number;
  readonly lastOffset: string;
}

export interface KeptConsumerOptions extends KeeperOptions {
  readonly group: string;
  readonly topics: readonly string[];
  readonly eachBatch: (payload: EachBatchPayload) => Promise<void>;
  /** For how many partitions `eachBatch` may run at the same time. Default 1. */
  readonly partitionsAtOnce?: number;
  /** Called for what was fetched and has nothing for `eachBatch`: marks of transactions, and what was aborted. */
  readonly onNothing?: (consumer: Consumer, place: Place) => Promise<void>;
  /** Called on every join, before the first fetch. */
  readonly onJoin?: (consumer: Consumer) => void;
  /** Called before each connection; what it throws is tried again like a lost connection. */
  readonly beforeConnect?: () => Promise<void>;
}

const SESSION_TIMEOUT_MS = 10_000;
export const HEARTBEAT_MS = 2_000;
const FETCH_WAIT_MS = 500;

/**
 * A kafkajs consumer that is kept going for ever: a crash, whether kafkajs would restart from it or not, and a silent
 * stop (kafkajs#659: neither fetch nor heartbeat for a minute) both end in a new consumer.
 */
export class KeptConsumer implements KeptWork {
  private readonly keeper: Keeper;
  private consumer: Consumer | undefined;
  /** Between joins, batches that were fetched before must not be processed (kafkajs#1046). */
  private joined = false;
  /** Of this consumer, at least once. */
  private hasJoined = false;
  /** Of the group since the last join, as soon as a heartbeat has told it. */
  private generation: number | undefined;

  constructor(
    private readonly kafka: Kafka,
    private readonly options: KeptConsumerOptions,
  ) {
    this.keeper = new Keeper(this, new Logger(`Consumer ${options.group}`), options);
    this.keeper.begin();
  }

  isJoined(): boolean {
    return this.joined;
  }

  isWell(): boolean {
    return this.joined;
  }

  isStopping(): boolean {
    return this.keeper.isStopping();
  }

  async close(): Promise<void> {
    await this.keeper.close();
  }

  async start(): Promise<void> {
    const { keeper } = this;
    const { group, topics, eachBatch, partitionsAtOnce = 1, onNothing, onJoin, beforeConnect } = this.options;
    await beforeConnect?.();
    const consumer = this.kafka.consumer({
      groupId: group,
      sessionTimeout: SESSION_TIMEOUT_MS,
      heartbeatInterval: HEARTBEAT_MS,
      maxWaitTimeInMs: FETCH_WAIT_MS,
      allowAutoTopicCreation: false,
      retry: { initialRetryTime: 100, maxRetryTime: 2_000, retries: 5, restartOnFailure: () => Promise.resolve(false) },
    });
    this.consumer = consumer;
    this.hasJoined = false;
    keeper.sign();
    consumer.on('consumer.fetch', () => keeper.sign());
    consumer.on('consumer.heartbeat', ({ payload: { groupGenerationId } }) => {
      keeper.sign();
      if (this.consumer === consumer && this.hasJoined) this.agree(groupGenerationId);
    });
    consumer.on('consumer.group_join', () => {
      keeper.sign();
      if (this.consumer !== consumer) return;
      onJoin?.(consumer);
      this.hasJoined = true;
      this.generation = undefined;
      this.joined = true;
    });
    consumer.on('consumer.start_batch_process', ({ payload }) => {
      if (payload.batchSize === 0 && this.consumer === consumer && this.joined) void onNothing?.(consumer, payload);
    });
    consumer.on('consumer.rebalancing', () => void this.leaveAssignment());
    consumer.on('consumer.crash', ({ payload }) => {
      if (this.consumer !== consumer) return;
      this.joined = false;
      keeper.end(reasonOf(payload.error));
    });
    await consumer.connect();
    await consumer.subscribe({ topics: [...topics], fromBeginning: true });
    await consumer.run({
      autoCommit: false,
      eachBatchAutoResolve: false,
      partitionsConsumedConcurrently: partitionsAtOnce,
      eachBatch: async (payload) => {
        if (!this.joined || keeper.isStopping()) return;
        await keeper.whileBusy(() => eachBatch(payload));
      },
    });
  }

  async stop(): Promise<void> {
    this.joined = false;
    const { consumer } = this;
    this.consumer = undefined;
    await consumer?.disconnect().catch(() => undefined);
  }

  /**
   * The broker has agreed to a heartbeat. After a join that failed for the moment kafkajs goes on as the member that it was:
   * good, if its group is as it was. Where the group has gone on, it would read by an assignment that is over.
   */
  private agree(generation: number): void {
    if (this.joined) this.generation = generation;
    else if (this.generation === generation) this.joined = true;
    else this.keeper.end('a join that broke off');
  }

  /** Another member may take over: stop at the next safe point. A join follows, a crash, or a heartbeat. */
  private async leaveAssignment(): Promise<void> {
    if (!this.joined) return;
    this.joined = false;
    await reach('during-rebalance');
  }
}
