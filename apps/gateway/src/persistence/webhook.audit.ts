import { type AuditEntry } from '@itops/messaging';

import { type WebhookDetails } from '../domain/webhook';

/** What was done to a subscription; its secrets are not told, only when they were made. */
export function auditOf(
  action: string,
  id: string,
  before: WebhookDetails | undefined,
  after: WebhookDetails | undefined,
  reason?: string,
): AuditEntry {
  return {
    ...{ action, resourceType: 'webhook', resourceId: id },
    ...(before === undefined ? {} : { before: told(before) }),
    ...(after === undefined ? {} : { after: told(after) }),
    ...(reason === undefined ? {} : { reason }),
  };
}

function told({ secrets, ...details }: WebhookDetails): object {
  return { ...details, secrets: secrets.map(({ createdAt, expiresAt }) => ({ createdAt, expiresAt })) };
}
