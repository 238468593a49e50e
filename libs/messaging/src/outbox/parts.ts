/** Into how many lanes the outbox is divided; an aggregate always has the same one. */
export const PARTS = 16;

const FNV_OFFSET = 0x811c9dc5;
const FNV_PRIME = 0x01000193;

/** FNV-1a: fast, and the same in every process. */
export function partOf(aggregateType: string, aggregateId: string): number {
  const text = `${aggregateType}/${aggregateId}`;
  let hash = FNV_OFFSET;
  for (let index = 0; index < text.length; index++) {
    hash = Math.imul(hash ^ text.charCodeAt(index), FNV_PRIME);
  }
  // The low bits of FNV are its weakest.
  return ((hash >>> 16) ^ (hash & 0xffff)) % PARTS;
}
