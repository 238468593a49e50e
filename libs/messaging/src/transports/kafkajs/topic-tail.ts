import { Logger } from '@nestjs/common';
import { type Admin, type Consumer, type EachBatchPayload, type Kafka } from 'kafkajs';

import { type Positions, type Tail, type TailOptions } from '../../port';
import { reasonOf } from '../../waiting';
import { KeptConsumer } from './kept-consumer';
import { toIncoming } from './records';

type Offsets = Map<string, Map<number, bigint>>;

/** Reads all partitions from given positions in a group of its own, which commits nothing. */
export class TopicTail implements Tail {
  readonly ready: Promise<void>;
  private readonly logger = new Logger(TopicTail.name);
  private readonly consumer: KeptConsumer;
  private readonly next: Offsets = new Map();
  /** Where the log ended when the tail began. */
  private readonly end: Offsets = new Map();
  private becomeReady: () => void = () => undefined;
  private begun = false;

  constructor(
    kafka: Kafka,
    group: string,
    private readonly prefix: string,
    private readonly options: TailOptions,
    private readonly withAdmin: <T>(work: (admin: Admin) => Promise<T>) => Promise<T>,
  ) {
    this.ready = new Promise((resolve) => {
      this.becomeReady = resolve;
    });
    this.consumer = new KeptConsumer(kafka, {
      group,
      topics: options.topics.map((topic) => prefix + topic),
      beforeConnect: () => this.begin(),
      // A new assignment would start at the beginning, since nothing is committed.
      onJoin: (consumer) => this.seekAll(consumer),
      eachBatch: (payload) => this.eachBatch(payload),
    });
  }

  positions(): Positions {
    return Object.fromEntries(
      [...this.next].map(([topic, partitions]) => [
        topic,
        Object.fromEntries([...partitions].map(([partition, offset]) => [partition, offset.toString()])),
      ]),
    );
  }

  async close(): Promise<void> {
    await this.consumer.close();
  }

  private async begin(): Promise<void> {
    if (this.begun) return;
    const { topics, from } = this.options;
    for (const topic of topics) {
      const offsets = await this.withAdmin((admin) => admin.fetchTopicOffsets(this.prefix + topic));
      this.end.set(topic, new Map(offsets.map(({ partition, high }) => [partition, BigInt(high)])));
      this.next.set(
        topic,
        new Map(
          offsets.map(({ partition, low, high }) => {
            const given = typeof from === 'string' ? undefined : from[topic]?.[partition];
            return [partition, BigInt(given ?? (from === 'latest' ? high : low))];
          }),
        ),
      );
    }
    this.begun = true;
    this.checkReady();
  }

  private seekAll(consumer: Consumer): void {
    for (const [topic, partitions] of this.next) {
      for (const [partition, offset] of partitions) {
        consumer.seek({ topic: this.prefix + topic, partition, offset: offset.toString() });
      }
    }
  }

  private async eachBatch(payload: EachBatchPayload): Promise<void> {
    const { batch } = payload;
    const topic = batch.topic.slice(this.prefix.length);
    const partitions = this.next.get(topic);
    const next = partitions?.get(batch.partition) ?? 0n;
    const fresh = batch.messages.filter(({ offset }) => BigInt(offset) >= next);
    try {
      if (fresh.length > 0) {
        await this.options.onRecords(fresh.map((message) => toIncoming(topic, batch.partition, message)));
      }
    } catch (error) {
      this.logger.warn(`Trying ${batch.topic}/${batch.partition} again: ${reasonOf(error)}`);
      setTimeout(payload.pause(), 1_000).unref();
      return;
    }
    partitions?.set(batch.partition, BigInt(batch.lastOffset()) + 1n);
    payload.resolveOffset(batch.lastOffset());
    this.checkReady();
  }

  private checkReady(): void {
    const caughtUp = [...this.end].every(([topic, partitions]) =>
      [...partitions].every(([partition, end]) => (this.next.get(topic)?.get(partition) ?? 0n) >= end),
    );
    if (caughtUp) this.becomeReady();
  }
}
