import { type Cause, type Condition, may } from '@itops/kit';

/** Who looks at dead letters. */
export type Viewer = Pick<Cause, 'authority'>;

/**
 * As the data of a security incident's event says it, in bytes: what is put aside may be no JSON. Within a text of a
 * message the quotation marks would have a backslash before them.
 */
const OF_SECURITY_INCIDENT = Buffer.from('"security":true').toString('hex');

/** Conditions on `dead_letter d`: events of security incidents are shown only to those who may see the incidents. */
export function lettersInSight(viewer: Viewer): Condition[] {
  if (may(viewer, 'incident:read-security')) return [];
  return [{ sql: `coalesce(position('\\x${OF_SECURITY_INCIDENT}'::bytea in d.payload), 0) = 0`, values: [] }];
}
