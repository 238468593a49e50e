import { type TopicDeclaration } from '@itops/contracts';
import { newId } from '@itops/kit';
import { type Admin, type Kafka } from 'kafkajs';

import {
  EventTransport,
  type PublishOptions,
  type Subscription,
  type SubscriptionOptions,
  type Tail,
  type TailOptions,
} from '../../port';
import { type OutgoingRecord } from '../../record';
import { createKafka, type KafkaOptions } from './client';
import { GroupSubscription } from './group-subscription';
import { SerialProducer } from './serial-producer';
import { createMissing, differences } from './topics';
import { TopicTail } from './topic-tail';

export interface KafkajsTransportOptions extends KafkaOptions {
  /** Stands before every topic and group on the broker, and nowhere else. */
  readonly prefix: string;
}

/** The port over kafkajs 2.2.4. */
export class KafkajsTransport extends EventTransport {
  private readonly kafka: Kafka;
  private readonly prefix: string;
  private readonly service: string;
  private readonly producer: SerialProducer;
  private readonly open = new Set<{ close(): Promise<void> }>();
  private admin: Promise<Admin> | undefined;

  constructor(options: KafkajsTransportOptions) {
    super();
    this.kafka = createKafka(options);
    this.prefix = options.prefix;
    this.service = options.service;
    this.producer = new SerialProducer(this.kafka);
  }

  async publishBatch(records: readonly OutgoingRecord[], options: PublishOptions = {}): Promise<void> {
    const prefixed =
      this.prefix === '' ? records : records.map((record) => ({ ...record, topic: this.prefix + record.topic }));
    await this.producer.send(prefixed, options.timeoutMs);
  }

  subscribeBatches(options: SubscriptionOptions): Subscription {
    return this.keep(new GroupSubscription(this.kafka, this.prefix, options));
  }

  tailRecords(options: TailOptions): Tail {
    const group = `${this.prefix}${this.service}.tail.${newId()}`;
    const tail = this.keep(new TopicTail(this.kafka, group, this.prefix, options, (work) => this.withAdmin(work)));
    return {
      ready: tail.ready,
      positions: () => tail.positions(),
      close: () => {
        this.open.delete(tail);
        return tail.close();
      },
    };
  }

  async lag(group: string, topics: readonly string[]): Promise<ReadonlyMap<string, number>> {
    return this.withAdmin(async (admin) => {
      const names = topics.map((topic) => this.prefix + topic);
      const committed = await admin.fetchOffsets({ groupId: this.prefix + group, topics: names });
      const entries = await Promise.all(
        committed.map(async ({ topic, partitions }): Promise<[string, number]> => {
          const done = new Map(partitions.map(({ partition, offset }) => [partition, Number(offset)]));
          const ends = await admin.fetchTopicOffsets(topic);
          const lag = ends.reduce((sum, { partition, low, high }) => {
            return sum + Number(high) - Math.max(Number(low), done.get(partition) ?? 0);
          }, 0);
          return [topic.slice(this.prefix.length), lag];
        }),
      );
      return new Map(entries);
    });
  }

  async ensureTopics(topics: readonly TopicDeclaration[]): Promise<readonly string[]> {
    const wanted = topics.map((topic) => ({ ...topic, name: this.prefix + topic.name }));
    return this.withAdmin(async (admin) => {
      await createMissing(admin, wanted);
      return differences(admin, wanted);
    });
  }

  async ping(): Promise<void> {
    await this.withAdmin((admin) => admin.describeCluster());
  }

  async close(): Promise<void> {
    await Promise.all([...this.open].map((one) => one.close()));
    await this.producer.close();
    const { admin } = this;
    this.admin = undefined;
    await admin?.then((connected) => connected.disconnect()).catch(() => undefined);
  }

  private keep<T extends { close(): Promise<void> }>(one: T): T {
    this.open.add(one);
    return one;
  }

  /** After a failure the next call connects anew. */
  private async withAdmin<T>(work: (admin: Admin) => Promise<T>): Promise<T> {
    const connecting = (this.admin ??= this.connectAdmin());
    try {
      return await work(await connecting);
    } catch (error) {
      if (this.admin === connecting) this.admin = undefined;
      void connecting.then((admin) => admin.disconnect()).catch(() => undefined);
      throw error;
    }
  }

  private async connectAdmin(): Promise<Admin> {
    const admin = this.kafka.admin({ retry: { initialRetryTime: 100, maxRetryTime: 500, retries: 3 } });
    await admin.connect();
    return admin;
  }
}
