import { createHash } from 'node:crypto';

import { type AlertIn } from './reported.v1';

/**
 * By what a repeated alert is recognised, together with its source: the sender's own key, else a digest (SHA-256, hex)
 * of source and labels, whatever the labels' order, or of source and summary where there are no labels: else all
 * conditions of a sender without labels were one. The gateway and incident-svc compute it alike.
 */
export function alertDedupKey({
  source,
  dedupKey,
  labels = {},
  summary,
}: Pick<AlertIn, 'source' | 'dedupKey' | 'labels'> & Partial<Pick<AlertIn, 'summary'>>): string {
  if (dedupKey !== undefined) return dedupKey;
  const sorted = Object.entries(labels).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
  const condition = sorted.length === 0 && summary !== undefined ? summary : sorted;
  return createHash('sha256')
    .update(JSON.stringify([source, condition]))
    .digest('hex');
}
