import { Logger } from '@nestjs/common';
import { type Consumer, type EachBatchPayload, type Kafka } from 'kafkajs';

import { type Positions, type Tail, type TailOptions } from '../../port';
import { type KeeperOptions } from '../keeper';
import { LogPositions, type PartitionRange } from '../log-positions';
import { pauseAfter } from '../pausing';
import { KeptConsumer } from './kept-consumer';
import { toIncoming } from './records';

/** Reads all partitions from given positions in a group of its own, which commits nothing. */
export class TopicTail implements Tail {
  readonly ready: Promise<void>;
  private readonly logger = new Logger(TopicTail.name);
  private readonly consumer: KeptConsumer;
  private readonly read: LogPositions;

  constructor(
    kafka: Kafka,
    group: string,
    private readonly options: TailOptions,
    ranges: (topics: readonly string[]) => Promise<readonly PartitionRange[]>,
    keeping: KeeperOptions,
  ) {
    this.read = new LogPositions(options.from);
    this.ready = this.read.caughtUp;
    this.consumer = new KeptConsumer(kafka, {
      ...keeping,
      group,
      topics: options.topics,
      beforeConnect: async () => {
        if (!this.read.hasBegun()) this.read.begin(await ranges(options.topics));
      },
      // A new assignment would start at the beginning, since nothing is committed.
      onJoin: (consumer) => this.seekAll(consumer),
      eachBatch: (payload) => this.eachBatch(payload),
    });
  }

  positions(): Positions {
    return this.read.toPositions();
  }

  async close(): Promise<void> {
    await this.consumer.close();
  }

  private seekAll(consumer: Consumer): void {
    for (const { topic, partition, offset } of this.read.all()) {
      consumer.seek({ topic, partition, offset: offset.toString() });
    }
  }

  private async eachBatch(payload: EachBatchPayload): Promise<void> {
    const { topic, partition, messages } = payload.batch;
    const next = this.read.of(topic, partition);
    const fresh = messages.filter(({ offset }) => BigInt(offset) >= next);
    try {
      if (fresh.length > 0) {
        await this.options.onRecords(fresh.map((message) => toIncoming(topic, partition, message)));
      }
    } catch (error) {
      const { pauseMs, reason } = pauseAfter(error);
      this.logger.warn(`Trying ${topic}/${partition} again: ${reason}`);
      setTimeout(payload.pause(), pauseMs).unref();
      return;
    }
    this.read.advance(topic, partition, BigInt(payload.batch.lastOffset()) + 1n);
    payload.resolveOffset(payload.batch.lastOffset());
  }
}
