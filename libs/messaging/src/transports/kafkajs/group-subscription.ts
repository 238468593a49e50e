import { reach } from '@itops/faults';
import { Logger } from '@nestjs/common';
import { type Consumer, type EachBatchPayload, type Kafka, type KafkaMessage } from 'kafkajs';

import { type Subscription, type SubscriptionOptions } from '../../port';
import { reasonOf } from '../../waiting';
import { type KeeperOptions } from '../keeper';
import { pauseAfter } from '../pausing';
import { JointDelivery, NotTaken, type Portion } from './joint-delivery';
import { HEARTBEAT_MS, KeptConsumer, type Place } from './kept-consumer';
import { toIncoming } from './records';

/** More than any group has: all that one fetch brings comes at the same time. */
const PARTITIONS_AT_ONCE = 64;

/** Records of one partition that follow each other. */
interface Chunk extends Portion {
  readonly payload: EachBatchPayload;
  /** Of the last record. */
  readonly last: string;
  /** Up to where it is done, then: after the batch's last record come at most the marks of a transaction. */
  readonly done: string;
}

/** A member of a consumer group: hands records over in chunks and commits each after it is done. */
export class GroupSubscription implements Subscription {
  private readonly logger: Logger;
  private readonly consumer: KeptConsumer;
  private readonly delivery: JointDelivery<Chunk>;
  private readonly resumeTimers = new Set<NodeJS.Timeout>();

  constructor(
    kafka: Kafka,
    private readonly options: SubscriptionOptions,
    keeping: KeeperOptions,
  ) {
    this.logger = new Logger(`Consumer ${options.group}`);
    this.delivery = new JointDelivery(options.maxRecords, (chunks) => this.deliver(chunks));
    this.consumer = new KeptConsumer(kafka, {
      ...keeping,
      group: options.group,
      topics: options.topics,
      partitionsAtOnce: PARTITIONS_AT_ONCE,
      eachBatch: (payload) => this.eachBatch(payload),
      onNothing: (consumer, place) => this.commit(consumer, place),
    });
  }

  isJoined(): boolean {
    return this.consumer.isJoined();
  }

  async close(): Promise<void> {
    for (const timer of this.resumeTimers) clearTimeout(timer);
    await this.consumer.close();
  }

  private async eachBatch(payload: EachBatchPayload): Promise<void> {
    const { batch } = payload;
    for (let start = 0; start < batch.messages.length; start += this.options.maxRecords) {
      const chunk = batch.messages.slice(start, start + this.options.maxRecords);
      const last = chunk.at(-1);
      if (last === undefined || !this.isOurs(payload)) return;
      const records = chunk.map((message) => toIncoming(batch.topic, batch.partition, message));
      const done = last === batch.messages.at(-1) ? later(last, batch.lastOffset()) : last.offset;
      try {
        if (!(await this.delivery.hand({ payload, records, last: last.offset, done }))) return;
      } catch (error) {
        if (!(error instanceof NotTaken)) throw error;
        this.pause(payload, error.cause);
        return;
      }
    }
  }

  /** By itself, since kafkajs goes on behind it without a word. */
  private async commit(consumer: Consumer, { topic, partition, lastOffset }: Place): Promise<void> {
    const offset = (BigInt(lastOffset) + 1n).toString();
    await consumer.commitOffsets([{ topic, partition, offset }]).catch((error: unknown) => {
      this.logger.warn(`${topic}/${partition} was not committed up to ${offset}: ${reasonOf(error)}`);
    });
  }

  /** Between a rebalance and the next join, and after a seek, what was fetched before is nobody's. */
  private isOurs(payload: EachBatchPayload): boolean {
    return payload.isRunning() && !payload.isStale() && !this.consumer.isStopping() && this.consumer.isJoined();
  }

  /** Answers what was handed over and committed. */
  private async deliver(chunks: readonly Chunk[]): Promise<ReadonlySet<Chunk>> {
    const ours = chunks.filter(({ payload }) => this.isOurs(payload));
    const [first] = ours;
    if (first === undefined) return new Set();
    // What was heard of a rebalance while others were worked on is heard again, before anything else is begun.
    await first.payload.heartbeat();
    try {
      await whileHeartbeating(first.payload, () => this.options.onRecords(ours.flatMap(({ records }) => records)));
    } catch (error) {
      throw new NotTaken('Not taken', { cause: error });
    }
    const places = ours.map(({ payload, done }) => ({
      topic: payload.batch.topic,
      partition: payload.batch.partition,
      offset: (BigInt(done) + 1n).toString(),
    }));
    const topics = [...Map.groupBy(places, ({ topic }) => topic)].map(([topic, of]) => ({
      topic,
      partitions: of.map(({ partition, offset }) => ({ partition, offset })),
    }));
    await first.payload.commitOffsetsIfNecessary({ topics });
    // Not before: what could not be committed is read again, or its commit would wait for the partition's next record.
    for (const { payload, last } of ours) payload.resolveOffset(last);
    return new Set(ours);
  }

  /** Nothing was resolved, so the same records are fetched again after the pause. */
  private pause(payload: EachBatchPayload, error: unknown): void {
    const { batch } = payload;
    const { pauseMs, reason } = pauseAfter(error);
    this.logger.warn(`${batch.topic}/${batch.partition} is paused for ${pauseMs} ms: ${reason}`);
    const resume = payload.pause();
    const timer = setTimeout(() => {
      this.resumeTimers.delete(timer);
      resume();
    }, pauseMs);
    this.resumeTimers.add(timer);
  }
}

/**
 * Ends with the work, also when a heartbeat has failed: the one that has to follow asks again, before anything else is begun.
 * Most often it tells kafkajs to join anew; where the broker was only away for a moment, no join would ever come.
 */
async function whileHeartbeating(payload: EachBatchPayload, work: () => Promise<void>): Promise<void> {
  const timer = setInterval(() => {
    payload.heartbeat().catch(() => reach('during-rebalance'));
  }, HEARTBEAT_MS);
  try {
    await work();
  } finally {
    clearInterval(timer);
  }
}

function later({ offset }: KafkaMessage, other: string): string {
  return BigInt(other) > BigInt(offset) ? other : offset;
}
