import { type HeaderValue, type OutgoingRecord } from '../record';

/** A whole send stays below the broker's limit of one record batch, even if all of it goes to one partition. */
export const MAX_SEND_BYTES = 900 * 1024;
/** Framing of a record, generously. */
const RECORD_OVERHEAD = 128;

/** Divides records into sends of at most so many bytes, in order. A single record that is larger goes alone. */
export function* inSends(records: readonly OutgoingRecord[], maxBytes = MAX_SEND_BYTES): Generator<OutgoingRecord[]> {
  let part: OutgoingRecord[] = [];
  let bytes = 0;
  for (const record of records) {
    const size = bytesOf(record);
    if (part.length > 0 && bytes + size > maxBytes) {
      yield part;
      part = [];
      bytes = 0;
    }
    part.push(record);
    bytes += size;
  }
  if (part.length > 0) yield part;
}

/** How much a record takes in a batch before it is compressed; never less than it does. */
export function bytesOf({ key, value, headers }: OutgoingRecord): number {
  let bytes = RECORD_OVERHEAD + (key === null ? 0 : Buffer.byteLength(key)) + (value?.length ?? 0);
  for (const [name, value] of Object.entries(headers)) {
    for (const one of valuesOf(value))
      bytes += 2 * RECORD_HEADER_LENGTHS + Buffer.byteLength(name) + Buffer.byteLength(one);
  }
  return bytes;
}

/** Lengths of a header's name and value are at most so long. */
const RECORD_HEADER_LENGTHS = 5;

/** All values of one header. */
export function valuesOf(value: HeaderValue | readonly HeaderValue[]): readonly HeaderValue[] {
  return typeof value === 'string' || Buffer.isBuffer(value) ? [value] : value;
}
