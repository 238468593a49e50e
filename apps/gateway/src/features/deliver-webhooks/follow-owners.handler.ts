import { Injectable } from '@nestjs/common';
import { Clock, newId, type Permission } from '@itops/kit';
import { Transactions } from '@itops/messaging';

import { DISABLED_BECAUSE } from '../../domain/webhook.lifecycle';
import { seesAnything } from '../../events/event-view';
import { auditOf } from '../../persistence/webhook.audit';
import { WebhookStore } from '../../persistence/webhook.store';

/** Sees to it that no subscription outlives what its owner may see. */
@Injectable()
export class FollowOwners {
  constructor(
    private readonly transactions: Transactions,
    private readonly webhooks: WebhookStore,
    private readonly clock: Clock,
  ) {}

  /** Disables the subscriptions of those who may see nothing any more. */
  async follow(): Promise<void> {
    const now = this.clock.now();
    await this.transactions.run({ actor: 'service:gateway', correlationId: newId() }, async (tx) => {
      for (const { webhook, permitted } of await this.webhooks.enabled(tx, now)) {
        if (!hasLostAll({ permissions: new Set(webhook.permissions), permitted })) continue;
        const loaded = await this.webhooks.find(tx, webhook.id);
        // Somebody else has removed or saved it in this moment.
        if (loaded?.details.version !== webhook.version) continue;
        const before = loaded.details;
        const reason = 'owner-not-permitted';
        loaded.giveUp(reason, now);
        await this.webhooks.save(tx, loaded);
        await tx.audit([auditOf('give-up', webhook.id, before, loaded.details, DISABLED_BECAUSE[reason])]);
      }
    });
  }
}

/** Whether there was something to see once, and there is nothing now. */
export function hasLostAll({
  permissions,
  permitted,
}: {
  readonly permissions: ReadonlySet<Permission>;
  readonly permitted: ReadonlySet<Permission>;
}): boolean {
  return seesAnything(permissions) && !seesAnything(permitted);
}
