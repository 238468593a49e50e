import { type AuditEntry } from '@itops/messaging';

import { type Change } from '../domain/change';

/** What was done to the change since it was loaded, from step `from` on, as rows of the audit log. */
export function auditOf(change: Change, from = 0): AuditEntry[] {
  return change.trail.slice(from).map(({ action, before, after, reason }) => ({
    action,
    resourceType: 'change',
    resourceId: change.details.id,
    before,
    after,
    ...(reason === undefined ? {} : { reason }),
  }));
}
