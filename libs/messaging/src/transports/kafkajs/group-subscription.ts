import { Logger } from '@nestjs/common';
import { type EachBatchPayload, type Kafka, type KafkaMessage } from 'kafkajs';

import { RetryLater, type Subscription, type SubscriptionOptions } from '../../port';
import { type IncomingRecord } from '../../record';
import { reasonOf } from '../../waiting';
import { HEARTBEAT_MS, KeptConsumer } from './kept-consumer';
import { toIncoming } from './records';

const STANDARD_PAUSE_MS = 1_000;

/** A member of a consumer group: hands records over in chunks and commits each after it is done. */
export class GroupSubscription implements Subscription {
  private readonly logger: Logger;
  private readonly consumer: KeptConsumer;
  private readonly resumeTimers = new Set<NodeJS.Timeout>();

  constructor(
    kafka: Kafka,
    private readonly prefix: string,
    private readonly options: SubscriptionOptions,
  ) {
    this.logger = new Logger(`Consumer ${options.group}`);
    this.consumer = new KeptConsumer(kafka, {
      group: prefix + options.group,
      topics: options.topics.map((topic) => prefix + topic),
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
    const { messages } = payload.batch;
    for (let start = 0; start < messages.length; start += this.options.maxRecords) {
      if (!payload.isRunning() || payload.isStale() || this.consumer.isStopping() || !this.consumer.isJoined()) return;
      const chunk = messages.slice(start, start + this.options.maxRecords);
      try {
        await this.whileHeartbeating(payload, () => this.options.onRecords(this.toRecords(payload, chunk)));
      } catch (error) {
        this.pause(payload, error);
        return;
      }
      const last = chunk.at(-1);
      if (last === undefined) return;
      payload.resolveOffset(last.offset);
      await this.commit(payload, last);
      await payload.heartbeat();
    }
  }

  private toRecords({ batch }: EachBatchPayload, messages: readonly KafkaMessage[]): IncomingRecord[] {
    const topic = batch.topic.slice(this.prefix.length);
    return messages.map((message) => toIncoming(topic, batch.partition, message));
  }

  private async commit(payload: EachBatchPayload, last: KafkaMessage): Promise<void> {
    const { batch } = payload;
    const offset = (BigInt(last.offset) + 1n).toString();
    await payload.commitOffsetsIfNecessary({
      topics: [{ topic: batch.topic, partitions: [{ partition: batch.partition, offset }] }],
    });
  }

  /** A heartbeat that fails means a rebalance: the work in hand is finished, its commit then tells. */
  private async whileHeartbeating(payload: EachBatchPayload, work: () => Promise<void>): Promise<void> {
    const timer = setInterval(() => {
      payload.heartbeat().catch(() => this.consumer.leaveAssignment());
    }, HEARTBEAT_MS);
    try {
      await work();
    } finally {
      clearInterval(timer);
    }
  }

  /** Nothing was resolved, so the same records are fetched again after the pause. */
  private pause(payload: EachBatchPayload, error: unknown): void {
    const { batch } = payload;
    const pauseMs = error instanceof RetryLater ? error.pauseMs : STANDARD_PAUSE_MS;
    const reason = error instanceof RetryLater ? reasonOf(error.cause) : reasonOf(error);
    this.logger.warn(`${batch.topic}/${batch.partition} is paused for ${pauseMs} ms: ${reason}`);
    const resume = payload.pause();
    const timer = setTimeout(() => {
      this.resumeTimers.delete(timer);
      resume();
    }, pauseMs);
    this.resumeTimers.add(timer);
  }
}
