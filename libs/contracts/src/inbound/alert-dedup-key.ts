import { createHash } from 'node:crypto';

import { type AlertIn } from './reported.v1';

/**
 * By what a repeated alert is recognised, together with its source: the sender's own key, else a digest (SHA-256, hex)
 * of source and labels, whatever the labels' order. The gateway and incident-svc compute it alike.
 */
export function alertDedupKey({
  source,
  dedupKey,
  labels = {},
}: Pick<AlertIn, 'source' | 'dedupKey' | 'labels'>): string {
  if (dedupKey !== undefined) return dedupKey;
  const sorted = Object.entries(labels).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
  return createHash('sha256')
    .update(JSON.stringify([source, sorted]))
    .digest('hex');
}
