import { createHash, createHmac, hkdfSync, timingSafeEqual } from 'node:crypto';

import { InvalidInput } from '../errors';
import { type FieldCondition } from './list-request';

/** What a cursor belongs to. It is refused anywhere else. */
export interface CursorUse {
  /** The list, as its definition names it. */
  readonly list: string;
  /** The order, as `sort` says it. */
  readonly sort: string;
  readonly conditions: readonly FieldCondition[];
  /** The resource that the list belongs to, where it is one of several. */
  readonly within?: string;
}

/** Where the next page begins: the last item's values in the list's order, its id at the end. */
export type Position = readonly string[];

const SEAL_BYTES = 16;

/**
 * Makes cursors that nobody else can make: what they say is signed (HMAC-SHA-256). They are signed and not enciphered,
 * since they say nothing that the page did not, and so that the same page always has the same cursor. They do not expire.
 */
export class Cursors {
  private readonly key: Buffer;

  /** @param secret the same wherever these cursors are to be understood */
  constructor(secret: string) {
    this.key = Buffer.from(hkdfSync('sha256', secret, '', 'itops cursors, form 1', 32));
  }

  seal(use: CursorUse, position: Position): string {
    const said = Buffer.from(JSON.stringify([use.list, use.sort, digestOf(use), ...position]));
    return Buffer.concat([this.sealOf(said), said]).toString('base64url');
  }

  /** @throws InvalidInput when it was not made here, or not for this. */
  open(use: CursorUse, cursor: string): Position {
    const [list, sort, digest, ...position] = this.read(cursor);
    if (list !== use.list) throw refused('was made for another list; leave it away to begin with the first page');
    if (sort !== use.sort) throw refused('was made for another sort order; leave sort as it was on the first page');
    if (digest !== digestOf(use))
      throw refused('was made with other filters; leave them as they were on the first page');
    return position;
  }

  private read(cursor: string): string[] {
    const bytes = Buffer.from(cursor, 'base64url');
    const said = bytes.subarray(SEAL_BYTES);
    const isOurs =
      bytes.length > SEAL_BYTES &&
      // Base64 may be written in several ways that read alike.
      bytes.toString('base64url') === cursor &&
      timingSafeEqual(bytes.subarray(0, SEAL_BYTES), this.sealOf(said));
    const parts: unknown = isOurs ? JSON.parse(said.toString('utf8')) : undefined;
    if (!isTexts(parts))
      throw refused('is not a cursor of this platform; send nextCursor of the page before, unchanged');
    return parts;
  }

  private sealOf(said: Buffer): Buffer {
    return createHmac('sha256', this.key).update(said).digest().subarray(0, SEAL_BYTES);
  }
}

function isTexts(value: unknown): value is string[] {
  return Array.isArray(value) && value.every((part) => typeof part === 'string');
}

function refused(reason: string): InvalidInput {
  return new InvalidInput([{ pointer: '/cursor', reason }]);
}

/** The same for the same filters, in whatever order they were written. */
function digestOf({ conditions, within = '' }: CursorUse): string {
  const written = conditions.map(({ field, operator, values }) => JSON.stringify([field, operator, ...values])).sort();
  return createHash('sha256')
    .update(JSON.stringify([within, ...written]))
    .digest('base64url')
    .slice(0, 22);
}
