import { Conflict, InvalidInput } from '@itops/kit';

import { type ExternalId } from './ci';

/** The same for the same id of the same source. */
export function externalIdKey({ source, externalId }: ExternalId): string {
  return JSON.stringify([source, externalId]);
}

/**
 * @param taken the CI of each id that is one's already, by its key
 * @throws InvalidInput when an id is there twice, Conflict when it is another CI's already
 */
export function requireFree(ids: readonly ExternalId[], taken: ReadonlyMap<string, string>): void {
  const keys = ids.map(externalIdKey);
  const twice = keys.findIndex((key, index) => keys.indexOf(key) < index);
  if (twice >= 0) throw new InvalidInput([{ pointer: `/externalIds/${twice}`, reason: 'is there twice' }]);
  for (const id of ids) {
    const owner = taken.get(externalIdKey(id));
    if (owner !== undefined) {
      throw new Conflict(`'${id.externalId}' of '${id.source}' is configuration item ${owner} already.`);
    }
  }
}
