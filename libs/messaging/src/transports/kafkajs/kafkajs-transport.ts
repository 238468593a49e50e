import { type TopicDeclaration } from '@itops/contracts';
import { newId } from '@itops/kit';
import { type Admin, type Kafka } from 'kafkajs';

import {
  EventTransport,
  type Lags,
  type PublishOptions,
  type Subscription,
  type SubscriptionOptions,
  type Tail,
  type TailOptions,
} from '../../port';
import { type OutgoingRecord } from '../../record';
import { type KeeperOptions } from '../keeper';
import { type PartitionRange } from '../log-positions';
import { SerialSender } from '../serial-sender';
import { SharedConnection } from '../shared-connection';
import { declareTopics } from '../topic-declarations';
import { type TransportOptions } from '../transport-options';
import { createKafka } from './client';
import { registerCodecs } from './codecs';
import { GroupSubscription } from './group-subscription';
import { KafkajsProducers } from './producer';
import { TopicTail } from './topic-tail';
import { KafkajsTopics } from './topics';

/** The port over kafkajs 2.2.4. */
export class KafkajsTransport extends EventTransport {
  private readonly kafka: Kafka;
  private readonly tailGroup: string;
  private readonly sender: SerialSender;
  private readonly open = new Set<{ close(): Promise<void> }>();
  private readonly admin = new SharedConnection<Admin>(
    () => this.connectAdmin(),
    (admin) => admin.disconnect(),
  );

  constructor(
    { access, clientId, tailGroup, compression }: TransportOptions,
    private readonly keeping: KeeperOptions = {},
  ) {
    super();
    registerCodecs();
    this.kafka = createKafka({ service: clientId, ...access });
    this.tailGroup = tailGroup;
    this.sender = new SerialSender(new KafkajsProducers(this.kafka, compression));
  }

  async publishBatch(records: readonly OutgoingRecord[], options: PublishOptions = {}): Promise<void> {
    await this.sender.send(records, options.timeoutMs);
  }

  subscribeBatches(options: SubscriptionOptions): Subscription {
    return this.keep(new GroupSubscription(this.kafka, options, this.keeping));
  }

  tailRecords(options: TailOptions): Tail {
    const group = `${this.tailGroup}.${newId()}`;
    const tail = this.keep(new TopicTail(this.kafka, group, options, (topics) => this.rangesOf(topics), this.keeping));
    return {
      ready: tail.ready,
      positions: () => tail.positions(),
      close: () => {
        this.open.delete(tail);
        return tail.close();
      },
    };
  }

  async lag(group: string, topics: readonly string[]): Promise<Lags> {
    return this.admin.use(async (admin) => {
      const committed = await admin.fetchOffsets({ groupId: group, topics: [...topics] });
      const entries = await Promise.all(
        committed.map(async ({ topic, partitions }): Promise<[string, Map<number, number>]> => {
          const done = new Map(partitions.map(({ partition, offset }) => [partition, Number(offset)]));
          const ends = await admin.fetchTopicOffsets(topic);
          const lags = ends.map(({ partition, low, high }): [number, number] => [
            partition,
            Number(high) - Math.max(Number(low), done.get(partition) ?? 0),
          ]);
          return [topic, new Map(lags)];
        }),
      );
      return new Map(entries);
    });
  }

  async ensureTopics(topics: readonly TopicDeclaration[]): Promise<readonly string[]> {
    return this.admin.use((admin) => declareTopics(new KafkajsTopics(admin), topics));
  }

  async logId(): Promise<string> {
    return (await this.admin.use((admin) => admin.describeCluster())).clusterId;
  }

  async ping(): Promise<void> {
    await this.admin.use((admin) => admin.describeCluster());
  }

  async close(): Promise<void> {
    await Promise.all([...this.open].map((one) => one.close()));
    await this.sender.close();
    await this.admin.close();
  }

  private keep<T extends { close(): Promise<void> }>(one: T): T {
    this.open.add(one);
    return one;
  }

  private async rangesOf(topics: readonly string[]): Promise<readonly PartitionRange[]> {
    return this.admin.use(async (admin) => {
      const ranges = await Promise.all(
        topics.map(async (topic) => {
          const offsets = await admin.fetchTopicOffsets(topic);
          return offsets.map(({ partition, low, high }) => ({
            topic,
            partition,
            low: BigInt(low),
            high: BigInt(high),
          }));
        }),
      );
      return ranges.flat();
    });
  }

  private async connectAdmin(): Promise<Admin> {
    const admin = this.kafka.admin({ retry: { initialRetryTime: 100, maxRetryTime: 500, retries: 3 } });
    await admin.connect();
    return admin;
  }
}
