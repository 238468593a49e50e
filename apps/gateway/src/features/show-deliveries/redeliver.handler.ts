import { Injectable } from '@nestjs/common';
import { type Cause, Clock, InvalidInput, newId, readRfc3339 } from '@itops/kit';
import { Transactions, type Tx } from '@itops/messaging';

import { webhookLifecycle } from '../../domain/webhook.lifecycle';
import { type WebhookDetails } from '../../domain/webhook';
import { cloudEventText } from '../../events/cloud-event';
import { type DeliveryRow } from '../../persistence/delivery.row';
import { DeliveryStore, type PutBack } from '../../persistence/delivery.store';
import { WebhookStore } from '../../persistence/webhook.store';
import { DeliverySignal } from '../../webhooks/delivery-signal';
import { PING_TYPE } from '../../webhooks/ping';
import { type RedeliverRangeDto } from './deliveries.dto';

/** What a person wants to have sent: a ping, or once more what was sent before. */
@Injectable()
export class Redeliver {
  constructor(
    private readonly transactions: Transactions,
    private readonly webhooks: WebhookStore,
    private readonly deliveries: DeliveryStore,
    private readonly signal: DeliverySignal,
    private readonly clock: Clock,
  ) {}

  /** Gives the ping's delivery. @throws NotFound, IllegalTransition */
  ping(webhookId: string, cause: Cause): Promise<DeliveryRow> {
    return this.acting('ping', webhookId, cause, async (tx, { id, name }) => {
      const at = this.clock.now();
      const eventId = newId();
      const payload = cloudEventText({
        ...{ id: eventId, source: 'gateway', type: PING_TYPE, subject: id, time: at, version: null },
        ...{ correlationId: cause.correlationId, causationId: null, actor: cause.actor },
        data: { webhookId: id, name },
      });
      const ping = { webhookId: id, lane: eventId, eventId, type: PING_TYPE, payload };
      const [added] = await this.deliveries.enqueue(tx, [{ ...ping, resourceType: null, resourceId: null }], at);
      return this.deliveries.find(tx, webhookId, added ?? '');
    });
  }

  /** One that waits already goes on waiting. @throws NotFound, IllegalTransition */
  one(webhookId: string, deliveryId: string, cause: Cause): Promise<DeliveryRow> {
    return this.acting('redeliver', webhookId, cause, async (tx) => {
      const { id } = await this.deliveries.find(tx, webhookId, deliveryId);
      await this.deliveries.putBack(tx, webhookId, id, this.clock.now());
      return this.deliveries.find(tx, webhookId, id);
    });
  }

  /** @throws NotFound, IllegalTransition, InvalidInput */
  range(webhookId: string, range: RedeliverRangeDto, cause: Cause): Promise<PutBack> {
    const [from, to] = [timeOf('/from', range.from), timeOf('/to', range.to)];
    return this.acting('redeliver', webhookId, cause, (tx) =>
      this.deliveries.putBackRange(tx, webhookId, { from, to, state: range.state ?? null }, this.clock.now()),
    );
  }

  private acting<Result>(
    action: 'ping' | 'redeliver',
    webhookId: string,
    cause: Cause,
    work: (tx: Tx, webhook: WebhookDetails) => Promise<Result>,
  ): Promise<Result> {
    return this.transactions.run(cause, async (tx) => {
      const { details } = await this.webhooks.load(tx, webhookId);
      webhookLifecycle.next(details.state, action);
      const result = await work(tx, details);
      await tx.audit([{ action, resourceType: 'webhook', resourceId: webhookId }]);
      tx.afterCommit(() => this.signal.wake());
      return result;
    });
  }
}

function timeOf(pointer: string, text: string): Date {
  const time = readRfc3339(text);
  if (time === undefined) throw new InvalidInput([{ pointer, reason: 'is no time of the calendar' }]);
  return time;
}
