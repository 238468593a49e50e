import { messagingMigrations } from '@itops/messaging';
import { type DatabaseDefinition } from '@itops/platform';

import { CreateAuditTrail1790000600001 } from './migrations/1790000600001-create-audit-trail';

/** The gateway's own database: what it keeps for its callers, and the tables of its outbox and its consumers. */
export const gatewayDatabase: DatabaseDefinition = {
  entities: [],
  migrations: [...messagingMigrations, CreateAuditTrail1790000600001],
};

/**
 * Without its database the gateway still takes reports and hands requests over, so it stays in service; what needs the
 * database answers 503 meanwhile.
 */
export const DATABASE_PROBES = ['database', 'outbox-relay', 'consumers'] as const;
