import { isValid, validationErrors } from '@itops/contracts';
import { type FieldError, InvalidInput } from '@itops/kit';
import { type Static, type TSchema } from '@sinclair/typebox';

/** Most reports in one request. */
export const MOST_REPORTS = 500;
/** An event must stay below what Kafka takes as one message, 1 MiB with its envelope. */
export const MOST_BYTES = 900 * 1024;

export interface Accepted<Data> {
  readonly index: number;
  readonly data: Data;
}

export interface Rejected {
  readonly index: number;
  readonly errors: FieldError[];
}

export interface Sorted<Data> {
  readonly accepted: Accepted<Data>[];
  readonly rejected: Rejected[];
}

/** The reports of a body that is one object or a list of them. @throws InvalidInput */
export function reportsOf(body: unknown): readonly unknown[] {
  if (!Array.isArray(body)) return [body];
  if (body.length === 0) throw new InvalidInput([{ pointer: '', reason: 'must hold at least one report' }]);
  if (body.length > MOST_REPORTS) {
    throw new InvalidInput([{ pointer: '', reason: `must hold at most ${MOST_REPORTS} reports; send more requests` }]);
  }
  return body;
}

/** Judges each item by the schema, so that a bad one does not hold up the good ones. */
export function sortBySchema<Schema extends TSchema>(
  schema: Schema,
  items: readonly unknown[],
): Sorted<Static<Schema>> {
  const accepted: Accepted<Static<Schema>>[] = [];
  const rejected: Rejected[] = [];
  items.forEach((item, index) => {
    if (!isValid(schema, item)) rejected.push({ index, errors: validationErrors(schema, item) });
    else if (isTooLarge(item))
      rejected.push({ index, errors: [{ pointer: '', reason: `must be below ${MOST_BYTES} bytes of JSON` }] });
    else accepted.push({ index, data: item });
  });
  return { accepted, rejected };
}

/** Fails when nothing of a request can be used. @param place the JSON pointer of an item @throws InvalidInput */
export function requireSomething(sorted: Sorted<unknown>, place: (index: number) => string): void {
  if (sorted.accepted.length > 0) return;
  throw new InvalidInput(
    sorted.rejected.flatMap(({ index, errors }) =>
      errors.map(({ pointer, reason }) => ({ pointer: place(index) + pointer, reason })),
    ),
  );
}

/** Where the report with this index stands in the body. */
export function placeIn(body: unknown): (index: number) => string {
  return Array.isArray(body) ? (index) => `/${index}` : () => '';
}

/** Bytes of the value as JSON. */
export function bytesOf(value: unknown): number {
  return Buffer.byteLength(JSON.stringify(value));
}

function isTooLarge(item: unknown): boolean {
  return bytesOf(item) > MOST_BYTES;
}
