import { type AuditSealedData, type SealedAuditRow } from '@itops/contracts';
import { findUnstorable } from '@itops/kit';

import { type ChainName, contentDigests, genesisHash, rowHash } from './audit-chain';

/** Where a chain ends. */
export interface ChainEnd extends ChainName {
  /** Of the last row; 0 before the first. */
  readonly seq: number;
  /** Of the last row, hexadecimal. */
  readonly hash: string;
  /** How many events have told of the chain: the version of its aggregate. */
  readonly batch: number;
}

/** A row of the audit log that is not part of the chain yet. */
export interface PendingRow {
  /** Its place in the queue. */
  readonly position: string;
  readonly id: string;
  /** Null when somebody has removed the row. */
  readonly record: PendingRecord | null;
}

export type PendingRecord = Omit<SealedAuditRow, 'seq' | 'id' | 'digests' | 'previousHash' | 'hash' | 'content'> & {
  readonly content: NonNullable<SealedAuditRow['content']>;
};

export interface Sealed {
  readonly rows: readonly SealedAuditRow[];
  /** Which rows of the queue these are; fewer than were given when the event would become too large. */
  readonly positions: readonly string[];
  readonly end: ChainEnd;
}

/** Of one row's content in an event; what is larger stays in the service's database, and only its digests are told. */
export const MOST_CONTENT_BYTES = 256 * 1024;
/** Of the rows of one event; with its envelope and one row more it stays below what a record may have. */
const MOST_BYTES = 600 * 1024;
/** How deep in the event a row's content stands. */
const PLACE: readonly (keyof AuditSealedData | 'row' | 'content')[] = ['rows', 'row', 'content'];

/** Appends rows to the chain, in the order given. */
export function seal(end: ChainEnd, pending: readonly PendingRow[], now: Date): Sealed {
  const rows: SealedAuditRow[] = [];
  const positions: string[] = [];
  let bytes = 0;
  let previousHash = end.hash;
  for (const { position, id, record } of pending) {
    if (bytes > MOST_BYTES) break;
    const { content, ...fields } = record ?? removedBefore(end, id, now);
    const digests = contentDigests(content);
    const row = { ...fields, seq: end.seq + rows.length + 1, id, digests, previousHash };
    const hash = rowHash(end, row);
    const size = sizeOf(content);
    const told = size <= MOST_CONTENT_BYTES && findUnstorable(content, PLACE) === undefined ? content : null;
    rows.push({ ...row, hash, content: told });
    positions.push(position);
    bytes += 1_000 + (told === null ? 0 : size);
    previousHash = hash;
  }
  return { rows, positions, end: { ...end, seq: end.seq + rows.length, hash: previousHash, batch: end.batch + 1 } };
}

export function beginningOf(name: ChainName): Pick<ChainEnd, 'seq' | 'hash'> {
  return { seq: 0, hash: genesisHash(name) };
}

function sizeOf(content: PendingRecord['content']): number {
  return Buffer.byteLength(JSON.stringify(content));
}

/** The queue names a row that is gone: that, too, is part of the trail. */
function removedBefore({ service }: ChainName, id: string, now: Date): PendingRecord {
  return {
    ...{ at: now.toISOString(), actor: `service:${service}`, credential: null, action: 'miss' },
    ...{ resourceType: 'audit-record', resourceId: id, outcome: 'done', attempts: 1, correlationId: id },
    ...{ causationId: null, requestId: null, traceparent: null },
    content: { salt: '00'.repeat(16), before: null, after: null, reason: null },
  };
}
