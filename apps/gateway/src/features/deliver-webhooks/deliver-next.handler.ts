import { Injectable } from '@nestjs/common';
import { type Cause, Clock, isRecord, newId } from '@itops/kit';
import { Transactions, type Tx } from '@itops/messaging';
import { reach } from '@itops/faults';

import { MOST_TRIES, waitAfter } from '../../domain/retry-schedule';
import { hasFailedTooLong } from '../../domain/webhook';
import { DISABLED_BECAUSE } from '../../domain/webhook.lifecycle';
import { viewOf } from '../../events/event-view';
import { type SecurityMarks, showingOf, withoutIncident } from '../../events/showing';
import { DeliveryLanes, type DueDelivery, type Lane, type Outcome } from '../../persistence/delivery.lanes';
import { SecurityIncidents } from '../../persistence/security-incidents';
import { auditOf } from '../../persistence/webhook.audit';
import { WebhookStore } from '../../persistence/webhook.store';
import { PING_TYPE } from '../../webhooks/ping';
import { WebhookSettings } from '../../webhooks/webhook-settings';
import { AttemptDelivery, type Tried } from './attempt-delivery';
import { DeliveryMeters } from './delivery-meters';
import { FollowOwners, hasLostAll } from './follow-owners.handler';

/** Delivers what is first in a lane: one try, and what becomes of it. */
@Injectable()
export class DeliverNext {
  constructor(
    private readonly transactions: Transactions,
    private readonly lanes: DeliveryLanes,
    private readonly webhooks: WebhookStore,
    private readonly owners: FollowOwners,
    private readonly attempts: AttemptDelivery,
    private readonly marks: SecurityIncidents,
    private readonly clock: Clock,
    private readonly settings: WebhookSettings,
    private readonly meters: DeliveryMeters,
  ) {}

  /** @returns whether the lane can go on at once */
  async run(owner: string, lane: Lane, leaseMs: number, signal: AbortSignal): Promise<boolean> {
    const delivery = await this.lanes.head(owner, lane, this.clock.now());
    if (delivery === undefined) return false;
    if (hasLostAll(delivery)) {
      // It waits for whoever enables the subscription again.
      await this.owners.follow();
      return false;
    }
    const payload = shownOf(delivery, this.marks);
    const tried =
      payload === undefined
        ? undefined
        : await this.attempts.run(lane.webhookId, { ...delivery, payload }, this.settings.timeoutMs, signal);
    await reach('after-webhook-attempt');
    const now = this.clock.now();
    const outcome = tried === undefined ? withheld(now) : outcomeOf(tried, delivery, now);
    if (tried !== undefined) this.meters.attempted(tried);
    if (outcome.state === 'failed') this.meters.gaveUp();
    const isOurs = await this.transactions.run(systemCause(), async (tx) => {
      if (!(await this.lanes.note(tx, owner, lane, delivery.id, outcome, { now, leaseMs }))) return false;
      if (tried !== undefined) await this.judgeReceiver(tx, lane.webhookId, delivery.url, tried, now);
      return true;
    });
    return isOurs && outcome.nextAt <= now;
  }

  /** One that takes nothing for days, or says that it is gone, is disabled. */
  private async judgeReceiver(tx: Tx, webhookId: string, url: string, tried: Tried, now: Date): Promise<void> {
    const failingSince = await this.webhooks.noteHealth(tx, webhookId, tried.isTaken, now);
    const reason = tried.isGone ? 'gone' : hasFailedTooLong(failingSince, now) ? 'failing' : undefined;
    if (reason === undefined) return;
    const webhook = await this.webhooks.load(tx, webhookId);
    const before = webhook.details;
    // Disabled by somebody in this moment, or moved to another address.
    if (before.state !== 'enabled' || before.url !== url) return;
    webhook.giveUp(reason, now);
    await this.webhooks.save(tx, webhook);
    await tx.audit([auditOf('give-up', webhookId, before, webhook.details, DISABLED_BECAUSE[reason])]);
  }
}

function systemCause(): Cause {
  return { actor: 'service:gateway', correlationId: newId() };
}

function outcomeOf({ attempt, isTaken, askedMs }: Tried, { tries }: DueDelivery, now: Date): Outcome {
  if (isTaken) return { state: 'delivered', failedReason: null, attempt, nextAt: now };
  const wait = tries + 1 < MOST_TRIES ? waitAfter(tries + 1, Math.random(), askedMs) : undefined;
  return wait === undefined
    ? { state: 'failed', failedReason: 'tries-used-up', attempt, nextAt: now }
    : { state: 'pending', failedReason: null, attempt, nextAt: new Date(now.getTime() + wait) };
}

function withheld(now: Date): Outcome {
  return { state: 'failed', failedReason: 'not-permitted', attempt: null, nextAt: now };
}

/**
 * As much of the event as its owner may see now: they may have lost a permission since it was put into the lane, and its
 * incident may have been marked.
 */
function shownOf({ payload, permitted }: DueDelivery, marks: SecurityMarks): string | undefined {
  const event: unknown = JSON.parse(payload);
  if (!isRecord(event) || typeof event['type'] !== 'string') return undefined;
  const { type, subject, data } = event;
  if (type === PING_TYPE) return payload;
  const view = viewOf({ type, aggregateId: textOf(subject), data });
  const showing = view === undefined ? 'nothing' : showingOf(view, permitted, marks);
  if (showing === 'nothing') return undefined;
  return showing === 'whole' ? payload : JSON.stringify({ ...event, data: withoutIncident(data) });
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
