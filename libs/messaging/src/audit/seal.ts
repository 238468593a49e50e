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
export interface UnsealedRow {
  /** In the log. */
  readonly position: number;
  readonly id: string;
  readonly record: UnsealedRecord;
}

export type UnsealedRecord = Omit<SealedAuditRow, 'seq' | 'id' | 'digests' | 'previousHash' | 'hash' | 'content'> & {
  readonly content: NonNullable<SealedAuditRow['content']>;
};

export interface Sealed {
  readonly rows: readonly SealedAuditRow[];
  /** Which rows of the log these are; fewer than were given when the event would become too large. */
  readonly positions: readonly number[];
  readonly end: ChainEnd;
}

/** Of one row's content in an event; what is larger stays in the service's database, and only its digests are told. */
export const MOST_CONTENT_BYTES = 256 * 1024;
/** Of the rows of one event; with its envelope and one row more it stays below what a record may have. */
const MOST_BYTES = 600 * 1024;
/** How deep in the event a row's content stands. */
const PLACE: readonly (keyof AuditSealedData | 'row' | 'content')[] = ['rows', 'row', 'content'];

/** Appends rows to the chain, in the order given. */
export function seal(end: ChainEnd, unsealed: readonly UnsealedRow[]): Sealed {
  const rows: SealedAuditRow[] = [];
  const positions: number[] = [];
  let bytes = 0;
  let previousHash = end.hash;
  for (const { position, id, record } of unsealed) {
    if (bytes > MOST_BYTES) break;
    const { content, ...fields } = record;
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

function sizeOf(content: UnsealedRecord['content']): number {
  return Buffer.byteLength(JSON.stringify(content));
}
