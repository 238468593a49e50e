import { Controller } from '@nestjs/common';
import { Payload } from '@nestjs/microservices';
import { ConsumeEvents, type EventBatch } from '@itops/messaging';

import { EVENT_TOPICS } from '../../events/event-view';
import { EnqueueDeliveries } from './enqueue-deliveries.handler';

@Controller()
export class OnDomainEvents {
  constructor(private readonly handler: EnqueueDeliveries) {}

  @ConsumeEvents({ name: 'gateway.webhooks', topics: EVENT_TOPICS, gatherMs: 50 })
  async handle(@Payload() batch: EventBatch): Promise<void> {
    await this.handler.run(batch);
  }
}
