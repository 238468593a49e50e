import { derivedId, newId } from '@itops/kit';

/**
 * The id of the event that a report becomes. With an idempotency key, the same report sent again under the same key
 * gets the same id, by which the owning service recognises it.
 */
export function eventIdFor(type: string, idempotencyKey: string | undefined, index: number, report: unknown): string {
  return idempotencyKey === undefined
    ? newId()
    : derivedId(type, idempotencyKey, String(index), JSON.stringify(report));
}
