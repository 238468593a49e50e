import { type TopicDeclaration } from '@itops/contracts';
import { Logger } from '@nestjs/common';

import { decode } from './envelope/decode';
import { type ReceivedEvent } from './envelope/received-event';
import { type IncomingRecord, type OutgoingRecord } from './record';

export interface SubscriptionOptions {
  /** The consumer group; each record goes to one member. */
  readonly group: string;
  readonly topics: readonly string[];
  /** The most records in one call of `onRecords`. */
  readonly maxRecords: number;
  /**
   * Records of one partition or of several, those of each in order. When it resolves, their offsets are committed. When it
   * throws, nothing is committed and the same records come again, those of each partition by themselves: after a
   * `RetryLater` its pause, after any other error a standard one. Meanwhile the other partitions go on. Heartbeats go out
   * while it works. One call at a time for each subscription.
   */
  readonly onRecords: (records: readonly IncomingRecord[]) => Promise<void>;
}

/** Thrown by `onRecords`: not now, but surely later. The partition is paused for `pauseMs`. */
export class RetryLater extends Error {
  constructor(
    readonly pauseMs: number,
    options?: ErrorOptions,
  ) {
    super(`Paused for ${pauseMs} ms`, options);
  }
}

/** Why the broker said no. Only what it does not take now may be taken later as it is, with nothing mended. */
export type Refusal = 'too-large' | 'no-such-topic' | 'not-permitted' | 'not-now';

/** Thrown by `publishBatch` when the broker answered and said no, in contrast to one that can't be reached. */
export class RecordsRefused extends Error {
  constructor(
    message: string,
    readonly why: Refusal,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}

export interface Subscription {
  /** Whether the group has this member and has assigned partitions to it (which may be none). */
  isJoined(): boolean;
  /** Finishes the call of `onRecords` in hand, commits, leaves the group. */
  close(): Promise<void>;
}

/** For each topic and partition, how many records a group has not committed yet. */
export type Lags = ReadonlyMap<string, ReadonlyMap<number, number>>;

/** For each topic, the next offset to read of each partition. */
export type Positions = Readonly<Record<string, Readonly<Record<number, string>>>>;

export interface TailOptions {
  readonly topics: readonly string[];
  readonly from: 'latest' | 'earliest' | Positions;
  /** Records of one partition, in order. When it throws, the same records come again a second later. */
  readonly onRecords: (records: readonly IncomingRecord[]) => Promise<void> | void;
}

/** An event with its place in the log. */
export interface TailedEvent<Data = unknown> extends ReceivedEvent<Data> {
  readonly topic: string;
  readonly partition: number;
  readonly offset: string;
  readonly key: string | null;
}

export interface TailEventsOptions {
  readonly topics: readonly string[];
  readonly from: 'latest' | 'earliest' | Positions;
  /** Events of one partition, in the log's order. A second sending of the same version is possible: compare versions. */
  readonly onEvents: (events: readonly TailedEvent[]) => Promise<void> | void;
}

export interface Tail {
  /** Where reading would go on. */
  positions(): Positions;
  /** Resolves when everything that was there when the tail began has been handed over. */
  readonly ready: Promise<void>;
  close(): Promise<void>;
}

export interface PublishOptions {
  /** Gives up after so many milliseconds; what was sent may still arrive. */
  readonly timeoutMs?: number;
}

/**
 * What the backbone needs of a broker. An adapter keeps trying to reach the broker for ever, never ends the process,
 * and brings no client type through here.
 */
export abstract class EventTransport {
  /**
   * Sends in order; resolves after all in-sync replicas have all of it (acks=all). Sends of one transport never overlap.
   * Records with the same key go to the same partition, whichever client sends them.
   * @throws RecordsRefused when the broker does not take them, as they are or now
   */
  abstract publishBatch(records: readonly OutgoingRecord[], options?: PublishOptions): Promise<void>;
  /** Starts at the beginning of each topic when the group is new. Returns at once and joins in the background. */
  abstract subscribeBatches(options: SubscriptionOptions): Subscription;
  /** Reads every partition without a group's offsets: each caller gets everything. */
  abstract tailRecords(options: TailOptions): Tail;
  abstract lag(group: string, topics: readonly string[]): Promise<Lags>;
  /** Creates what is missing; returns how the broker's topics differ from what was declared, and changes none. */
  abstract ensureTopics(topics: readonly TopicDeclaration[]): Promise<readonly string[]>;
  /** @throws when the broker can't be reached. */
  abstract ping(): Promise<void>;
  /** A name of this log as a whole: that of another cluster, or of one that was set up anew, is another. @throws as `ping` */
  abstract logId(): Promise<string>;
  abstract close(): Promise<void>;

  /**
   * Live events without a consumer group's offsets, for a process that keeps a copy in its memory. Records that are no
   * valid events are left out: the services that consume them by group put those aside.
   */
  async tail({ topics, from, onEvents }: TailEventsOptions): Promise<Tail> {
    return Promise.resolve(
      this.tailRecords({
        topics,
        from,
        onRecords: async (records) => {
          const events: TailedEvent[] = [];
          for (const record of records) {
            const decoded = decode(record);
            if (decoded.ok) events.push({ ...decoded.event, ...placeOf(record) });
            else
              tailLogger.debug(
                `Left out ${record.topic}/${record.partition}@${record.offset}: ${decoded.failure.reason}`,
              );
          }
          if (events.length > 0) await onEvents(events);
        },
      }),
    );
  }
}

const tailLogger = new Logger('EventTail');

function placeOf({ topic, partition, offset, key }: IncomingRecord) {
  return { topic, partition, offset, key: key?.toString('utf8') ?? null };
}
