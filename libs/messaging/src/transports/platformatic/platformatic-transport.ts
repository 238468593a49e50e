import { type TopicDeclaration } from '@itops/contracts';
import { Admin } from '@platformatic/kafka';

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
import { type BrokerAccess } from '../broker-access';
import { type KeeperOptions } from '../keeper';
import { SerialSender } from '../serial-sender';
import { SharedConnection } from '../shared-connection';
import { declareTopics } from '../topic-declarations';
import { type TransportOptions } from '../transport-options';
import { clientOptions } from './client-options';
import { plainly } from './errors';
import { GroupSubscription } from './group-subscription';
import { PlatformaticProducers } from './producer';
import { TopicTail } from './topic-tail';
import { PlatformaticTopics } from './topics';

const EARLIEST = -2n;
const LATEST = -1n;

/** The port over @platformatic/kafka 2.12. */
export class PlatformaticTransport extends EventTransport {
  private readonly clientId: string;
  private readonly access: BrokerAccess;
  private readonly sender: SerialSender;
  private readonly open = new Set<{ close(): Promise<void> }>();
  private readonly admin = new SharedConnection<Admin>(
    () => Promise.resolve(new Admin({ ...clientOptions(this.clientId, this.access), retries: 3 })),
    (admin) => admin.close(),
  );

  constructor(
    { access, clientId, compression }: TransportOptions,
    private readonly keeping: KeeperOptions = {},
  ) {
    super();
    this.clientId = clientId;
    this.access = access;
    this.sender = new SerialSender(new PlatformaticProducers(clientId, access, compression));
  }

  async publishBatch(records: readonly OutgoingRecord[], options: PublishOptions = {}): Promise<void> {
    await this.sender.send(records, options.timeoutMs);
  }

  subscribeBatches(options: SubscriptionOptions): Subscription {
    const subscription = new GroupSubscription(this.clientId, this.access, options, this.keeping);
    this.open.add(subscription);
    return subscription;
  }

  tailRecords(options: TailOptions): Tail {
    const tail = new TopicTail(this.clientId, this.access, options, this.keeping);
    this.open.add(tail);
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
    return this.withAdmin(async (admin) => {
      const { topics: known } = await admin.metadata({ topics: [...topics], forceUpdate: true });
      const wanted = topics.map((name) => ({
        name,
        partitionIndexes: (known.get(name)?.partitions ?? []).map((_, index) => index),
      }));
      const [groups, ends, begins] = await Promise.all([
        admin.listConsumerGroupOffsets({ groups: [{ groupId: group, topics: wanted }] }),
        offsets(admin, wanted, LATEST),
        offsets(admin, wanted, EARLIEST),
      ]);
      const committed = new Map(
        (groups[0]?.topics ?? []).map(({ name, partitions }) => [
          name,
          new Map(partitions.map(({ partitionIndex, committedOffset }) => [partitionIndex, committedOffset])),
        ]),
      );
      return new Map(
        wanted.map(({ name, partitionIndexes }) => [
          name,
          new Map(
            partitionIndexes.map((partition) => {
              const done = committed.get(name)?.get(partition) ?? -1n;
              const begin = begins.get(name)?.get(partition) ?? 0n;
              const end = ends.get(name)?.get(partition) ?? 0n;
              return [partition, Number(end - (done > begin ? done : begin))] as const;
            }),
          ),
        ]),
      );
    });
  }

  async ensureTopics(topics: readonly TopicDeclaration[]): Promise<readonly string[]> {
    return this.withAdmin((admin) => declareTopics(new PlatformaticTopics(admin), topics));
  }

  async logId(): Promise<string> {
    return (await this.withAdmin((admin) => admin.metadata({ topics: [], forceUpdate: true }))).id;
  }

  async ping(): Promise<void> {
    await this.withAdmin((admin) => admin.metadata({ topics: [], forceUpdate: true }));
  }

  async close(): Promise<void> {
    await Promise.all([...this.open].map((one) => one.close()));
    await this.sender.close();
    await this.admin.close();
  }

  private async withAdmin<T>(work: (admin: Admin) => Promise<T>): Promise<T> {
    try {
      return await this.admin.use(work);
    } catch (error) {
      throw plainly(error);
    }
  }
}

async function offsets(
  admin: Admin,
  topics: readonly { name: string; partitionIndexes: readonly number[] }[],
  timestamp: bigint,
): Promise<Map<string, Map<number, bigint>>> {
  const listed = await admin.listOffsets({
    topics: topics.map(({ name, partitionIndexes }) => ({
      name,
      partitions: partitionIndexes.map((partitionIndex) => ({ partitionIndex, timestamp })),
    })),
  });
  return new Map(
    listed.map(({ name, partitions }) => [
      name,
      new Map(partitions.map(({ partitionIndex, offset }) => [partitionIndex, offset])),
    ]),
  );
}
