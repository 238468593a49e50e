import { type TopicDeclaration } from '@itops/contracts';

import {
  EventTransport,
  type Lags,
  type Positions,
  type PublishOptions,
  type Subscription,
  type SubscriptionOptions,
  type Tail,
  type TailOptions,
} from '../port';
import { type IncomingRecord, type OutgoingRecord } from '../record';

/** Puts a prefix before every topic and group on its way out, and takes it off again on the way in. */
export class PrefixedTransport extends EventTransport {
  constructor(
    private readonly inner: EventTransport,
    private readonly prefix: string,
  ) {
    super();
  }

  async publishBatch(records: readonly OutgoingRecord[], options?: PublishOptions): Promise<void> {
    await this.inner.publishBatch(
      records.map((record) => ({ ...record, topic: this.prefix + record.topic })),
      options,
    );
  }

  subscribeBatches(options: SubscriptionOptions): Subscription {
    return this.inner.subscribeBatches({
      ...options,
      group: this.prefix + options.group,
      topics: this.outward(options.topics),
      onRecords: (records) => options.onRecords(this.inward(records)),
    });
  }

  tailRecords(options: TailOptions): Tail {
    const { from } = options;
    const tail = this.inner.tailRecords({
      topics: this.outward(options.topics),
      from: typeof from === 'string' ? from : this.renamed(from, (topic) => this.prefix + topic),
      onRecords: (records) => options.onRecords(this.inward(records)),
    });
    return {
      ready: tail.ready,
      positions: () => this.renamed(tail.positions(), (topic) => this.withoutPrefix(topic)),
      close: () => tail.close(),
    };
  }

  async lag(group: string, topics: readonly string[]): Promise<Lags> {
    const lags = await this.inner.lag(this.prefix + group, this.outward(topics));
    return new Map([...lags].map(([topic, partitions]) => [this.withoutPrefix(topic), partitions]));
  }

  async ensureTopics(topics: readonly TopicDeclaration[]): Promise<readonly string[]> {
    return this.inner.ensureTopics(topics.map((topic) => ({ ...topic, name: this.prefix + topic.name })));
  }

  async logId(): Promise<string> {
    return `${await this.inner.logId()}/${this.prefix}`;
  }

  async ping(): Promise<void> {
    await this.inner.ping();
  }

  async close(): Promise<void> {
    await this.inner.close();
  }

  private outward(topics: readonly string[]): string[] {
    return topics.map((topic) => this.prefix + topic);
  }

  private inward(records: readonly IncomingRecord[]): IncomingRecord[] {
    return records.map((record) => ({ ...record, topic: this.withoutPrefix(record.topic) }));
  }

  private withoutPrefix(topic: string): string {
    return topic.slice(this.prefix.length);
  }

  private renamed(positions: Positions, rename: (topic: string) => string): Positions {
    return Object.fromEntries(Object.entries(positions).map(([topic, partitions]) => [rename(topic), partitions]));
  }
}
