import { Consumer, FetchIsolationLevels } from '@platformatic/kafka';

import { reasonOf, Wakeup } from '../../waiting';
import { type BrokerAccess } from '../broker-access';
import { clientOptions } from './client-options';
import { hasProtocolError, plainly } from './errors';
import { type FetchAnswer, type Portion, readPortion } from './records';

const FETCH_WAIT_MS = 500;
/** While fetched records wait for their turn, other partitions are only looked at. */
const BUSY_FETCH_WAIT_MS = 20;
const FETCH_BYTES = 4 * 1024 * 1024;
const PARTITION_BYTES = 1024 * 1024;
const REST_AFTER_FAILURE_MS = 250;

export interface Place {
  readonly topic: string;
  readonly partition: number;
  /** The next offset to read. */
  readonly offset: bigint;
}

export interface ReaderEvents {
  /** The broker has answered. */
  readonly onAnswer: () => void;
  readonly onFailure: (reason: string) => void;
}

interface Followed {
  readonly topic: string;
  readonly partition: number;
  position: bigint;
  fetched: Portion | undefined;
  paused: NodeJS.Timeout | undefined;
}

/**
 * Reads partitions from given places: one fetch at a time for each broker, at most one portion of each partition in
 * memory, the next one fetched while the last is worked on.
 */
export class PartitionReader {
  private readonly client: Consumer;
  private readonly arrived = new Wakeup();
  private readonly underWay = new Set<number>();
  private followed: Followed[] = [];
  private turn = 0;
  private closed = false;

  constructor(
    clientId: string,
    access: BrokerAccess,
    private readonly topics: readonly string[],
    private readonly events: ReaderEvents,
  ) {
    this.client = new Consumer({
      ...clientOptions(clientId, access),
      // Reads by itself, in no group.
      groupId: clientId,
      isolationLevel: FetchIsolationLevels.READ_COMMITTED,
      // A failure is at once this reader's to deal with.
      retries: 0,
    });
    this.client.topics.trackAll(...topics);
  }

  /** For each partition of the topics, where it begins and ends. @throws Error for an unknown topic. */
  async ranges(): Promise<{ topic: string; partition: number; low: bigint; high: bigint }[]> {
    const topics = [...this.topics];
    const [lows, highs] = await Promise.all([
      this.client.listOffsets({ topics, timestamp: -2n }),
      this.client.listOffsets({ topics, timestamp: -1n }),
    ]).catch((error: unknown) => {
      throw plainly(error);
    });
    return topics.flatMap((topic) =>
      (highs.get(topic) ?? []).map((high, partition) => ({
        topic,
        partition,
        low: lows.get(topic)?.[partition] ?? 0n,
        high,
      })),
    );
  }

  /** From now on these and no others; what was fetched of the others is forgotten. */
  follow(places: readonly Place[]): void {
    for (const { paused } of this.followed) clearTimeout(paused);
    this.followed = places.map(({ topic, partition, offset }) => ({
      topic,
      partition,
      position: offset,
      fetched: undefined,
      paused: undefined,
    }));
    void this.fetch();
  }

  /** Whether there is a partition that is read at all, so that answers are to be expected. */
  isReading(): boolean {
    return this.followed.some(({ paused }) => paused === undefined);
  }

  /** The next portion, partitions taking turns; nothing after `close`. */
  async next(): Promise<Portion | undefined> {
    while (!this.closed) {
      const portion = this.take();
      if (portion !== undefined) {
        void this.fetch();
        return portion;
      }
      await this.arrived.wait(FETCH_WAIT_MS);
    }
    return undefined;
  }

  /** Reads this partition again from there, after a rest; the others go on. */
  rewind({ topic, partition, offset }: Place, restMs: number): void {
    const followed = this.find(topic, partition);
    if (followed === undefined) return;
    clearTimeout(followed.paused);
    followed.position = offset;
    followed.fetched = undefined;
    followed.paused = setTimeout(() => {
      followed.paused = undefined;
      void this.fetch();
    }, restMs);
  }

  async close(): Promise<void> {
    this.follow([]);
    this.closed = true;
    this.arrived.wake();
    await this.client.close(true).catch(() => undefined);
  }

  private take(): Portion | undefined {
    const { length } = this.followed;
    for (let step = 0; step < length; step++) {
      const followed = this.followed[(this.turn + step) % length];
      if (followed?.fetched === undefined) continue;
      const portion = followed.fetched;
      followed.fetched = undefined;
      this.turn = (this.turn + step + 1) % length;
      return portion;
    }
    return undefined;
  }

  private find(topic: string, partition: number): Followed | undefined {
    return this.followed.find((one) => one.topic === topic && one.partition === partition);
  }

  /** Asks each broker, that is not being asked, for what is wanted of it. */
  private async fetch(): Promise<void> {
    const wanted = this.wanted();
    if (this.closed || wanted.length === 0) return;
    try {
      const { topics } = await this.client.metadata({ topics: [...this.topics] });
      const leaders = new Set(wanted.map(({ topic, partition }) => topics.get(topic)?.partitions[partition]?.leader));
      for (const node of leaders) if (node !== undefined && node >= 0) void this.fetchFrom(node);
      if (leaders.has(undefined) || leaders.has(-1)) await this.recover(new Error('A partition has no leader'));
    } catch (error) {
      await this.recover(error);
    }
  }

  private wanted(): Followed[] {
    return this.followed.filter(({ fetched, paused }) => fetched === undefined && paused === undefined);
  }

  private async fetchFrom(node: number): Promise<void> {
    if (this.underWay.has(node)) return;
    this.underWay.add(node);
    try {
      const { topics } = await this.client.metadata({ topics: [...this.topics] });
      const wanted = this.wanted().filter(
        ({ topic, partition }) => topics.get(topic)?.partitions[partition]?.leader === node,
      );
      if (this.closed || wanted.length === 0) return;
      const names = new Map([...topics].map(([name, { id }]) => [id, name]));
      const asked = new Map(wanted.map((one) => [one, one.position]));
      const answer = await this.client.fetch({
        node,
        topics: [...Map.groupBy(wanted, ({ topic }) => topic)].map(([topic, partitions]) => ({
          topicId: topics.get(topic)?.id ?? topic,
          partitions: partitions.map(({ partition, position }) => ({
            partition,
            fetchOffset: position,
            currentLeaderEpoch: -1,
            lastFetchedEpoch: -1,
            partitionMaxBytes: PARTITION_BYTES,
          })),
        })),
        minBytes: 1,
        maxBytes: FETCH_BYTES,
        maxWaitTime: this.followed.some(({ fetched }) => fetched !== undefined) ? BUSY_FETCH_WAIT_MS : FETCH_WAIT_MS,
      });
      this.events.onAnswer();
      this.accept(answer, names, asked);
    } catch (error) {
      // Which asks again after a rest.
      await this.recover(error);
      return;
    } finally {
      this.underWay.delete(node);
    }
    void this.fetch();
  }

  /** An answer to a question that nobody asks any more is dropped. */
  private accept(answer: FetchAnswer, names: ReadonlyMap<string, string>, asked: ReadonlyMap<Followed, bigint>): void {
    for (const { topicId, partitions } of answer.responses) {
      const topic = names.get(topicId);
      for (const part of partitions) {
        const followed = topic === undefined ? undefined : this.find(topic, part.partitionIndex);
        if (topic === undefined || followed === undefined || asked.get(followed) !== followed.position) continue;
        if (followed.paused !== undefined || followed.fetched !== undefined) continue;
        const portion = readPortion(topic, part, followed.position);
        if (portion.next === followed.position) continue;
        followed.position = portion.next;
        followed.fetched = portion;
      }
    }
    this.arrived.wake();
  }

  private async recover(error: unknown): Promise<void> {
    if (this.closed) return;
    this.events.onFailure(reasonOf(plainly(error)));
    this.client.clearMetadata();
    if (hasProtocolError(error, 'OFFSET_OUT_OF_RANGE')) await this.moveIntoRange().catch(() => undefined);
    const timer = setTimeout(() => void this.fetch(), REST_AFTER_FAILURE_MS);
    timer.unref();
  }

  /** What the log no longer has, or never had, is left behind: reading goes on where the log begins. */
  private async moveIntoRange(): Promise<void> {
    for (const { topic, partition, low, high } of await this.ranges()) {
      const followed = this.find(topic, partition);
      if (followed !== undefined && (followed.position < low || followed.position > high)) followed.position = low;
    }
  }
}
