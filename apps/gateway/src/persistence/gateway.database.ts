import { messagingMigrations } from '@itops/messaging';
import { type DatabaseDefinition } from '@itops/platform';

import { CreateWebhooks1790000530001 } from './migrations/1790000530001-create-webhooks';
import { CreateApiKeys1790000500001 } from './migrations/1790000500001-create-api-keys';
import { CreateSearch1790000560001 } from './migrations/1790000560001-create-search';
import { KnowAnybody1790000630001 } from './migrations/1790000630001-know-anybody';
import { FindSecurityIncidents1790000690001 } from './migrations/1790000690001-find-security-incidents';
import { FollowOwners1790000660001 } from './migrations/1790000660001-follow-owners';
import { CreateAuditTrail1790000600001 } from './migrations/1790000600001-create-audit-trail';

/** The gateway's own database: what it keeps for its callers, and the tables of its outbox and its consumers. */
export const gatewayDatabase: DatabaseDefinition = {
  entities: [],
  migrations: [
    ...messagingMigrations,
    CreateApiKeys1790000500001,
    CreateAuditTrail1790000600001,
    CreateWebhooks1790000530001,
    CreateSearch1790000560001,
    KnowAnybody1790000630001,
    FollowOwners1790000660001,
    FindSecurityIncidents1790000690001,
  ],
};

/**
 * Without its database the gateway still takes reports and hands requests over, so it stays in service; what needs the
 * database answers 503 meanwhile. Likewise it knows its callers by what it has read before while the places that tell of
 * them are away.
 */
export const DATABASE_PROBES = ['database', 'outbox-relay', 'consumers', 'api-keys', 'identity-provider'] as const;
