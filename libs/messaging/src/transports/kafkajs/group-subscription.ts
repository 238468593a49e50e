import { reach } from '@itops/faults';
import { Logger } from '@nestjs/common';
import { type EachBatchPayload, type Kafka, type KafkaMessage } from 'kafkajs';

import { type Subscription, type SubscriptionOptions } from '../../port';
import { type KeeperOptions } from '../keeper';
import { pauseAfter } from '../pausing';
import { HEARTBEAT_MS, KeptConsumer } from './kept-consumer';
import { toIncoming } from './records';

/** A member of a consumer group: hands records over in chunks and commits each after it is done. */
export class GroupSubscription implements Subscription {
  private readonly logger: Logger;
  private readonly consumer: KeptConsumer;
  private readonly resumeTimers = new Set<NodeJS.Timeout>();

  constructor(
    kafka: Kafka,
    private readonly options: SubscriptionOptions,
    keeping: KeeperOptions,
  ) {
    this.logger = new Logger(`Consumer ${options.group}`);
    this.consumer = new KeptConsumer(kafka, {
      ...keeping,
      group: options.group,
      topics: options.topics,
      eachBatch: (payload) => this.eachBatch(payload),
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
      if (!payload.isRunning() || payload.isStale() || this.consumer.isStopping() || !this.consumer.isJoined()) return;
      const chunk = batch.messages.slice(start, start + this.options.maxRecords);
      const records = chunk.map((message) => toIncoming(batch.topic, batch.partition, message));
      try {
        await whileHeartbeating(payload, () => this.options.onRecords(records));
      } catch (error) {
        this.pause(payload, error);
        await payload.heartbeat();
        return;
      }
      const last = chunk.at(-1);
      if (last === undefined) return;
      payload.resolveOffset(last.offset);
      // After the batch's last record come at most the marks of a transaction, which need no handling.
      await this.commit(payload, last === batch.messages.at(-1) ? later(last, batch.lastOffset()) : last.offset);
      await payload.heartbeat();
    }
  }

  private async commit(payload: EachBatchPayload, done: string): Promise<void> {
    const { topic, partition } = payload.batch;
    const offset = (BigInt(done) + 1n).toString();
    await payload.commitOffsetsIfNecessary({ topics: [{ topic, partitions: [{ partition, offset }] }] });
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
