import { Injectable } from '@nestjs/common';
import { Clock } from '@itops/kit';
import { type ConsumedEvent, type EventBatch } from '@itops/messaging';

import { cloudEventText } from '../../events/cloud-event';
import { isWanted } from '../../events/event-filter';
import { type EventView, viewOf } from '../../events/event-view';
import { isVisible } from '../../events/showing';
import { type WebhookDetails } from '../../domain/webhook';
import { DeliveryStore, type NewDelivery } from '../../persistence/delivery.store';
import { WebhookStore } from '../../persistence/webhook.store';
import { DeliverySignal } from '../../webhooks/delivery-signal';

/** Makes a delivery of each event for each subscription that wants it and may see it; at each try it is judged again. */
@Injectable()
export class EnqueueDeliveries {
  constructor(
    private readonly webhooks: WebhookStore,
    private readonly deliveries: DeliveryStore,
    private readonly signal: DeliverySignal,
    private readonly clock: Clock,
  ) {}

  async run({ tx, events }: EventBatch): Promise<void> {
    const subscriptions = await this.webhooks.enabled(tx, this.clock.now());
    if (subscriptions.length === 0) return;
    const wanted = events.flatMap((event): NewDelivery[] => {
      const view = viewOf({ type: event.type, aggregateId: event.aggregateId ?? '', data: event.data });
      if (view === undefined) return [];
      const receivers = subscriptions.filter(
        ({ webhook, permitted }) =>
          event.time >= webhook.activeSince && isWanted(view, webhook.filter) && isVisible(view, permitted),
      );
      return receivers.length === 0
        ? []
        : deliveriesOf(
            event,
            view,
            receivers.map(({ webhook }) => webhook),
          );
    });
    if (wanted.length === 0) return;
    await this.deliveries.enqueue(tx, wanted, this.clock.now());
    tx.afterCommit(() => this.signal.wake());
  }
}

function deliveriesOf(event: ConsumedEvent, view: EventView, webhooks: readonly WebhookDetails[]): NewDelivery[] {
  const { cause } = event;
  const payload = cloudEventText({
    ...{ id: event.id, source: event.source, type: event.type, subject: event.subject, time: event.time },
    ...{ version: event.aggregateVersion, data: event.data, actor: cause.actor },
    correlationId: cause.correlationId,
    // The cause is of what would follow from the event.
    causationId: null,
  });
  return webhooks.map(({ id }) => ({
    ...{ webhookId: id, lane: view.resourceId, eventId: event.id, type: event.type, payload },
    ...{ resourceType: view.resourceType, resourceId: view.resourceId },
  }));
}
