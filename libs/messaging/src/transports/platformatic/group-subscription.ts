import { reach } from '@itops/faults';
import { Logger } from '@nestjs/common';

import { type Subscription, type SubscriptionOptions } from '../../port';
import { reasonOf, withinLimit } from '../../waiting';
import { type BrokerAccess } from '../broker-access';
import { Keeper, type KeeperOptions, type KeptWork } from '../keeper';
import { pauseAfter } from '../pausing';
import { type Assignment, GroupMembership } from './group-membership';
import { PartitionReader } from './partition-reader';
import { type Portion } from './records';

/** The records in hand are finished before the member joins anew, for as long as the session lasts without heartbeat. */
const HAND_OVER_MS = 7_000;

/** A member of a consumer group: hands records over in chunks and commits each after it is done. */
export class GroupSubscription implements Subscription, KeptWork {
  private readonly logger: Logger;
  private readonly keeper: Keeper;
  private membership: GroupMembership | undefined;
  private reader: PartitionReader | undefined;
  private assignment: Assignment | undefined;
  /** The newest that the group has given, also while it is not begun yet. */
  private given: Assignment | undefined;
  private handing: Promise<void> = Promise.resolve();
  private inHand: Promise<void> = Promise.resolve();

  constructor(
    private readonly clientId: string,
    private readonly access: BrokerAccess,
    private readonly options: SubscriptionOptions,
    keeping: KeeperOptions,
  ) {
    this.logger = new Logger(`Consumer ${options.group}`);
    this.keeper = new Keeper(this, this.logger, keeping);
    this.keeper.begin();
  }

  isJoined(): boolean {
    return this.assignment !== undefined;
  }

  isWell(): boolean {
    return this.isJoined();
  }

  async close(): Promise<void> {
    await this.keeper.close();
  }

  async start(): Promise<void> {
    const { clientId, access, keeper } = this;
    const { group, topics } = this.options;
    const reader = new PartitionReader(clientId, access, topics, {
      onAnswer: () => keeper.sign(),
      onFailure: (reason) => this.logger.debug(`Reading again after: ${reason}`),
    });
    this.reader = reader;
    // Waits for topics that are not there yet.
    await reader.ranges();
    const membership = new GroupMembership(clientId, access, group, topics, {
      onAssigned: (assignment) => void this.take(assignment),
      onRevoked: () => this.handBack(),
      onHeartbeat: () => {
        if (!reader.isReading()) keeper.sign();
      },
      onLost: (reason) => keeper.end(reason),
    });
    this.membership = membership;
    this.handing = this.handOver(reader);
    await membership.join();
  }

  async stop(): Promise<void> {
    this.assignment = undefined;
    this.reader?.follow([]);
    await this.inHand;
    const leaving = this.membership?.leave();
    await this.reader?.close();
    await Promise.all([leaving, this.handing]);
    this.membership = undefined;
    this.reader = undefined;
  }

  private async take(assignment: Assignment): Promise<void> {
    const { membership, reader } = this;
    if (membership === undefined || reader === undefined) return;
    this.given = assignment;
    try {
      const [committed, ranges] = await Promise.all([membership.committed(assignment.partitions), reader.ranges()]);
      if (this.given !== assignment || this.membership !== membership || this.keeper.isStopping()) return;
      const begin = new Map(ranges.map(({ topic, partition, low }) => [`${topic}/${partition}`, low]));
      this.assignment = assignment;
      this.keeper.sign();
      reader.follow(
        assignment.partitions.map(({ topic, partition }) => ({
          topic,
          partition,
          offset: committed.get(topic)?.get(partition) ?? begin.get(`${topic}/${partition}`) ?? 0n,
        })),
      );
    } catch (error) {
      this.keeper.end(reasonOf(error));
    }
  }

  private async handBack(): Promise<void> {
    this.given = undefined;
    if (this.assignment === undefined) return;
    this.assignment = undefined;
    this.reader?.follow([]);
    await reach('during-rebalance');
    await withinLimit(this.inHand, HAND_OVER_MS);
  }

  private async handOver(reader: PartitionReader): Promise<void> {
    for (let portion = await reader.next(); portion !== undefined; portion = await reader.next()) {
      const { assignment } = this;
      if (assignment === undefined) continue;
      const current = portion;
      this.inHand = this.keeper.whileBusy(() => this.hand(reader, assignment, current));
      await this.inHand;
    }
  }

  private async hand(reader: PartitionReader, assignment: Assignment, portion: Portion): Promise<void> {
    const { topic, partition, records, next } = portion;
    const { maxRecords, onRecords } = this.options;
    const place = { topic, partition };
    // Once more than there are chunks where nothing but a transaction's marks came: those are committed, too.
    for (let start = 0; start === 0 || start < records.length; start += maxRecords) {
      const chunk = records.slice(start, start + maxRecords);
      const [first] = chunk;
      try {
        if (chunk.length > 0) await onRecords(chunk);
      } catch (error) {
        const { pauseMs, reason } = pauseAfter(error);
        this.logger.warn(`${topic}/${partition} is paused for ${pauseMs} ms: ${reason}`);
        if (this.assignment === assignment) reader.rewind({ ...place, offset: BigInt(first?.offset ?? next) }, pauseMs);
        return;
      }
      const after = records[start + maxRecords];
      const offset = after === undefined ? next : BigInt(after.offset);
      try {
        await this.membership?.commit(assignment, { ...place, offset });
      } catch (error) {
        this.logger.warn(`${topic}/${partition} was not committed up to ${offset}: ${reasonOf(error)}`);
        if (this.assignment === assignment) reader.rewind({ ...place, offset: BigInt(first?.offset ?? next) }, 1_000);
        return;
      }
      if (this.assignment !== assignment) return;
    }
  }
}
