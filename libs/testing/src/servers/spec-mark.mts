import { createHash } from 'node:crypto';

/** How the topics of one spec file are known from those of all others: their prefixes hold it. */
export function markOf(specFile: string): string {
  return createHash('sha256').update(specFile).digest('hex').slice(0, 10);
}
