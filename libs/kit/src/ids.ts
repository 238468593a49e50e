import { randomFillSync } from 'node:crypto';

import { v5, v7, validate } from 'uuid';

/** Random bytes are fetched for many ids at a time: one call for each took six times as long as the id itself. */
const RANDOM_BYTES = 16;
const pool = Buffer.alloc(RANDOM_BYTES * 512);
let taken = pool.length;
let msecs = 0;
let seq = 0;

function random(): Buffer {
  if (taken === pool.length) {
    randomFillSync(pool);
    taken = 0;
  }
  return pool.subarray(taken, (taken += RANDOM_BYTES));
}

/** A time-ordered identifier, UUID version 7 (RFC 9562): greater than each that this process has made before. */
export function newId(): string {
  const bytes = random();
  const now = Date.now();
  if (now > msecs) {
    msecs = now;
    // The highest bit is left free to count within the millisecond.
    seq = bytes.readUInt32BE(6) & 0x7fff_ffff;
  } else {
    seq = (seq + 1) >>> 0;
    if (seq === 0) msecs++;
  }
  return v7({ random: bytes, msecs, seq });
}

export function isUuid(text: string): boolean {
  return validate(text);
}

const NAMESPACE = '6f0b8a44-3f8e-5f1c-9d5b-2a8f6c1b7e10';

/** The same identifier for the same words, UUID version 5 (RFC 9562): makes a repeated message recognisable. */
export function derivedId(...words: readonly string[]): string {
  return v5(JSON.stringify(words), NAMESPACE);
}

/** `formatNumber('INC', 42)` is `INC0000042`: the number that people say to each other. */
export function formatNumber(prefix: string, serial: number): string {
  return `${prefix}${String(serial).padStart(7, '0')}`;
}
