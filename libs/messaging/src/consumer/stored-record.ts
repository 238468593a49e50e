import { headersFromJson, headersToJson, storableText } from '../envelope/headers';
import { type IncomingRecord } from '../record';

/** A record as held_message and dead_letter keep it. */
export interface StoredRecord {
  readonly topic: string;
  readonly partition: number;
  readonly offset: string;
  readonly key: string | null;
  readonly headers: unknown;
  readonly payload: Buffer | null;
  readonly recorded_at: Date;
}

/** The columns topic, partition, offset, key, headers, payload, recorded_at. */
export function recordColumns(records: readonly IncomingRecord[]): unknown[][] {
  return [
    records.map(({ topic }) => topic),
    records.map(({ partition }) => partition),
    records.map(({ offset }) => offset),
    records.map(({ key }) => (key === null ? null : storableText(key.toString('utf8')))),
    records.map(({ headers }) => JSON.stringify(headersToJson(headers))),
    records.map(({ value }) => value),
    records.map(({ timestamp }) => new Date(timestamp)),
  ];
}

export function toRecord(row: StoredRecord): IncomingRecord {
  const { topic, partition, offset, key, headers, payload, recorded_at } = row;
  return {
    topic,
    partition,
    offset,
    key: key === null ? null : Buffer.from(key),
    value: payload,
    headers: headersFromJson(headers),
    timestamp: recorded_at.getTime(),
  };
}

const NEEDED_TO_READ = /^(content-type|ce_.+)$/i;

/** Without its key and all headers but those by which it can be read: for a record that can't be stored as it came. */
export function bare(record: IncomingRecord): IncomingRecord {
  const headers = Object.entries(record.headers).filter(([name]) => NEEDED_TO_READ.test(name));
  return { ...record, key: null, headers: Object.fromEntries(headers) };
}
