import { type CiReference } from '@itops/contracts';
import { derivedId } from '@itops/kit';

export type Labels = Readonly<Record<string, string>>;

/** The same text for the same labels in any order. */
export function labelsKey(labels: Labels): string {
  return JSON.stringify(Object.entries(labels).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)));
}

/** The same text for the same reference to a configuration item. */
export function referenceKey(reference: CiReference): string {
  return JSON.stringify(typeof reference === 'string' ? reference : [reference.source, reference.externalId]);
}

/** What makes a series the same series: its configuration item, metric and labels. */
export function linkedIdentity(ciId: string, metric: string, labels: string): string {
  return derivedId('ci', ciId, metric, labels);
}

/** The same while its configuration item is not known yet: by the reference that the sender uses. */
export function unlinkedIdentity(reference: string, metric: string, labels: string): string {
  return derivedId('reference', reference, metric, labels);
}
