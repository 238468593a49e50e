import { auditTopics } from '@itops/contracts';
import { type Cause, type Condition, may } from '@itops/kit';

/** Who looks at dead letters. */
export type Viewer = Pick<Cause, 'authority'>;

/**
 * As the data of a security incident's event says it, in bytes: what is put aside may be no JSON. Within a text of a
 * message the quotation marks would have a backslash before them.
 */
const OF_SECURITY_INCIDENT = Buffer.from('"security":true').toString('hex');

/**
 * Conditions on `dead_letter d`: events of security incidents are shown only to those who may see the incidents, and rows
 * of the audit trail only to those who may read it.
 */
export function lettersInSight(viewer: Viewer): Condition[] {
  const conditions: Condition[] = may(viewer, 'audit:read')
    ? []
    : [
        {
          sql: `d.topic not like '%${auditTopics.audit.name}' and d.topic not like '%${auditTopics.erasure.name}'`,
          values: [],
        },
      ];
  if (may(viewer, 'incident:read-security')) return conditions;
  return [
    ...conditions,
    { sql: `coalesce(position('\\x${OF_SECURITY_INCIDENT}'::bytea in d.payload), 0) = 0`, values: [] },
  ];
}
