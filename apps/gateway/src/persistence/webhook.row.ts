import { isPermission } from '@itops/kit';

import { type WebhookDetails, type WebhookFilter } from '../domain/webhook';
import { type DisabledReason, type WebhookState } from '../domain/webhook.lifecycle';

export const WEBHOOK_COLUMNS = [
  ...['id', 'version', 'name', 'url', 'filter', 'state', 'disabled_reason', 'secrets', 'owner', 'permissions'],
  ...['active_since', 'failing_since', 'created_at', 'created_by', 'updated_at'],
] as const;

interface SecretColumn {
  readonly box: string;
  readonly createdAt: string;
  readonly expiresAt: string | null;
}

export interface WebhookRow {
  readonly id: string;
  readonly version: number;
  readonly name: string;
  readonly url: string;
  readonly filter: WebhookFilter;
  readonly state: WebhookState;
  readonly disabled_reason: DisabledReason | null;
  readonly secrets: readonly SecretColumn[];
  readonly owner: string;
  readonly permissions: readonly string[];
  readonly active_since: Date;
  readonly failing_since: Date | null;
  readonly created_at: Date;
  readonly created_by: string;
  readonly updated_at: Date;
}

export function toDetails(row: WebhookRow): WebhookDetails {
  return {
    ...{ id: row.id, version: row.version, name: row.name, url: row.url, filter: row.filter, state: row.state },
    disabledReason: row.disabled_reason,
    secrets: row.secrets.map(({ box, createdAt, expiresAt }) => ({
      box,
      createdAt: new Date(createdAt),
      expiresAt: expiresAt === null ? null : new Date(expiresAt),
    })),
    owner: row.owner,
    permissions: row.permissions.filter(isPermission),
    activeSince: row.active_since,
    failingSince: row.failing_since,
    createdAt: row.created_at,
    createdBy: row.created_by,
    updatedAt: row.updated_at,
  };
}

/** As `jsonb_populate_record` takes it. */
export function toRow(details: WebhookDetails): Record<(typeof WEBHOOK_COLUMNS)[number], unknown> {
  return {
    ...{ id: details.id, version: details.version, name: details.name, url: details.url, filter: details.filter },
    ...{ state: details.state, disabled_reason: details.disabledReason, secrets: details.secrets },
    ...{ owner: details.owner, permissions: details.permissions },
    ...{ active_since: details.activeSince, failing_since: details.failingSince },
    ...{ created_at: details.createdAt, created_by: details.createdBy, updated_at: details.updatedAt },
  };
}
