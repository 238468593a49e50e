import { type Consumer, IS_CONTROL, IS_TRANSACTIONAL, type RecordsBatch } from '@platformatic/kafka';

import { type HeaderValue, type IncomingRecord, type RecordHeaders, recordTime } from '../../record';

export type FetchAnswer = Awaited<ReturnType<Consumer['fetch']>>;
export type PartitionAnswer = FetchAnswer['responses'][number]['partitions'][number];

/** What one fetch brought of one partition. */
export interface Portion {
  readonly topic: string;
  readonly partition: number;
  readonly records: readonly IncomingRecord[];
  /** Where reading goes on: behind the records and what was left out after them. */
  readonly next: bigint;
}

/** The type of an abort in the key of a transaction's mark; a commit's is 1. */
const ABORT = 0;
const LOG_APPEND_TIME = 1 << 3;

/**
 * Leaves out the marks of transactions, what was aborted, and what comes before `from`, since a batch is always sent
 * whole. The client's own filter lets an aborted transaction pass when its mark is not in the same answer, or when the
 * same producer aborted twice in it; so it is done here, in the way that the broker's answer is meant: from its first
 * offset a producer's transaction is aborted until its mark comes.
 */
export function readPortion(
  topic: string,
  answer: Pick<PartitionAnswer, 'partitionIndex' | 'abortedTransactions' | 'records'>,
  from: bigint,
): Portion {
  const { partitionIndex: partition } = answer;
  const aborts = [...(answer.abortedTransactions ?? [])].sort((one, other) =>
    one.firstOffset < other.firstOffset ? -1 : 1,
  );
  const aborted = new Set<bigint>();
  const records: IncomingRecord[] = [];
  let next = from;
  for (const batch of answer.records ?? []) {
    const end = batch.firstOffset + BigInt(batch.lastOffsetDelta) + 1n;
    while (aborts[0] !== undefined && aborts[0].firstOffset < end) {
      aborted.add(aborts[0].producerId);
      aborts.shift();
    }
    if ((batch.attributes & IS_CONTROL) !== 0) {
      if (batch.records[0]?.key?.readInt16BE(2) === ABORT) aborted.delete(batch.producerId);
    } else if ((batch.attributes & IS_TRANSACTIONAL) === 0 || !aborted.has(batch.producerId)) {
      append(records, batch, { topic, partition, from });
    }
    if (end > next) next = end;
  }
  return { topic, partition, records, next };
}

function append(
  records: IncomingRecord[],
  batch: RecordsBatch,
  { topic, partition, from }: { topic: string; partition: number; from: bigint },
): void {
  const byBroker = (batch.attributes & LOG_APPEND_TIME) !== 0;
  for (const record of batch.records) {
    const offset = batch.firstOffset + BigInt(record.offsetDelta);
    if (offset < from) continue;
    const timestamp = Number(byBroker ? batch.maxTimestamp : batch.firstTimestamp + record.timestampDelta);
    records.push({
      topic,
      partition,
      offset: offset.toString(),
      key: record.key,
      value: record.value,
      headers: headersOf(record.headers),
      timestamp: recordTime(timestamp),
    });
  }
}

/** A header without a value is left out. */
function headersOf(pairs: readonly (readonly [Buffer | null, Buffer | null])[]): RecordHeaders {
  const headers = new Map<string, HeaderValue | HeaderValue[]>();
  for (const [name, value] of pairs) {
    if (name === null || value === null) continue;
    const key = name.toString('utf8');
    const before = headers.get(key);
    if (before === undefined) headers.set(key, value);
    else headers.set(key, Array.isArray(before) ? [...before, value] : [before, value]);
  }
  return Object.fromEntries(headers);
}
