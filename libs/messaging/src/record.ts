/** What goes to the broker. The value is sent as it is; null is a tombstone. */
export interface OutgoingRecord {
  readonly topic: string;
  readonly key: string | null;
  readonly value: Buffer | null;
  readonly headers: RecordHeaders;
}

/** Header names to values; a name that occurs more than once has a list. */
export type RecordHeaders = Readonly<Record<string, HeaderValue | readonly HeaderValue[]>>;
export type HeaderValue = string | Buffer;

/** What comes from the broker. Nothing is promised about its content: any producer may write to a topic. */
export interface IncomingRecord {
  readonly topic: string;
  readonly partition: number;
  /** A 64-bit number as text. */
  readonly offset: string;
  readonly key: Buffer | null;
  readonly value: Buffer | null;
  readonly headers: RecordHeaders;
  /** When the broker or the producer stamped it, epoch milliseconds. */
  readonly timestamp: number;
}

const LAST_TIME = Date.UTC(9999, 11, 31);

/** The time of a record, 0 where its producer gave none that a date can hold: a partition must not stand still over it. */
export function recordTime(stamp: number): number {
  return stamp >= 0 && stamp <= LAST_TIME ? stamp : 0;
}
