import {
  Injectable,
  Logger,
  type OnApplicationBootstrap,
  type OnApplicationShutdown,
  type Provider,
  type Type,
} from '@nestjs/common';
import { Outgoing } from '@itops/platform';

import { AttemptDelivery } from './features/deliver-webhooks/attempt-delivery';
import { DeliverNext } from './features/deliver-webhooks/deliver-next.handler';
import { DeliverWebhooks } from './features/deliver-webhooks/deliver-webhooks.job';
import { DeliveryMeters } from './features/deliver-webhooks/delivery-meters';
import { FollowOwners } from './features/deliver-webhooks/follow-owners.handler';
import { EnqueueDeliveries } from './features/deliver-webhooks/enqueue-deliveries.handler';
import { OnDomainEvents } from './features/deliver-webhooks/on-domain-events.consumer';
import { ManageWebhooksController } from './features/manage-webhooks/manage-webhooks.controller';
import { ManageWebhooks } from './features/manage-webhooks/manage-webhooks.handler';
import { DeliveriesController } from './features/show-deliveries/deliveries.controller';
import { Redeliver } from './features/show-deliveries/redeliver.handler';
import { DeliveryLanes } from './persistence/delivery.lanes';
import { DeliveryQueries } from './persistence/delivery.queries';
import { DeliveryStore } from './persistence/delivery.store';
import { WebhookQueries } from './persistence/webhook.queries';
import { WebhookStore } from './persistence/webhook.store';
import { DeliverySignal } from './webhooks/delivery-signal';
import { SecretBox } from './webhooks/secret-box';
import { WebhookSettings } from './webhooks/webhook-settings';
import { type WebhooksConfig } from './webhooks/webhooks.config';

/** Says at the start what can't be done, and hangs up at the end. */
@Injectable()
class WebhooksUpkeep implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly logger = new Logger('Webhooks');

  constructor(
    private readonly outgoing: Outgoing,
    private readonly box: SecretBox,
  ) {}

  onApplicationBootstrap(): void {
    if (!this.box.canClose) this.logger.warn('SECRETS_KEY is not set: webhooks can not be made');
  }

  async onApplicationShutdown(): Promise<void> {
    await this.outgoing.close();
  }
}

export const webhookControllers: readonly Type[] = [ManageWebhooksController, DeliveriesController, OnDomainEvents];

export function webhookProviders(config: WebhooksConfig): Provider[] {
  return [
    { provide: Outgoing, useFactory: () => new Outgoing(config.outgoing) },
    { provide: SecretBox, useFactory: () => new SecretBox(config.secretsKeys) },
    { provide: WebhookSettings, useValue: config },
    ...[WebhooksUpkeep, DeliverySignal, WebhookStore, WebhookQueries, DeliveryStore, DeliveryLanes, DeliveryQueries],
    ...[ManageWebhooks, Redeliver, EnqueueDeliveries, AttemptDelivery, DeliverNext, DeliveryMeters, DeliverWebhooks],
    FollowOwners,
  ];
}
