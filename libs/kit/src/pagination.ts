import { InvalidInput } from './errors';

/** A page of a list; `nextCursor` is null on the last one. */
export interface Page<Item> {
  readonly items: Item[];
  readonly nextCursor: string | null;
}

export const MAX_PAGE = 200;
export const DEFAULT_PAGE = 50;

/** The place after which the next page begins: the sort value and the id of the last item seen. */
export interface Position {
  readonly value: string | number | null;
  readonly id: string;
}

export function encodeCursor(sort: string, position: Position): string {
  return Buffer.from(JSON.stringify([sort, position.value, position.id])).toString('base64url');
}

/** @throws InvalidInput when the text is no cursor of this list, or was made for another sort order. */
export function decodeCursor(sort: string, cursor: string): Position {
  const invalid = (reason: string) => new InvalidInput([{ pointer: '/cursor', reason }]);
  let parts: unknown;
  try {
    parts = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
  } catch {
    throw invalid('is not a cursor; use nextCursor of the page before, unchanged');
  }
  if (!isTriple(parts)) throw invalid('is not a cursor; use nextCursor of the page before');
  const [madeFor, value, id] = parts;
  if (madeFor !== sort) throw invalid(`was made for another sort order; leave sort as it was on the first page`);
  if (typeof id !== 'string' || !(value === null || typeof value === 'string' || typeof value === 'number')) {
    throw invalid('is not a cursor; use nextCursor of the page before');
  }
  return { value, id };
}

function isTriple(value: unknown): value is [unknown, unknown, unknown] {
  return Array.isArray(value) && value.length === 3;
}

/** Makes a page from `limit + 1` rows: the extra row only tells that there is more. */
export function toPage<Row, Item>(
  rows: readonly Row[],
  limit: number,
  toItem: (row: Row) => Item,
  cursorOf: (row: Row) => string,
): Page<Item> {
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  return {
    items: shown.map(toItem),
    nextCursor: rows.length > limit && last !== undefined ? cursorOf(last) : null,
  };
}
