import { ConsumeEvents, type EventBatch } from '@itops/messaging';
import { Controller } from '@nestjs/common';
import { Payload } from '@nestjs/microservices';

import { breachReadModel } from '../../persistence/breach.read-model';
import { FollowCapacityHandler } from './follow-capacity.handler';

@Controller()
export class OnBreachChanged {
  constructor(private readonly follow: FollowCapacityHandler) {}

  @ConsumeEvents({ name: breachReadModel.consumer, topics: breachReadModel.topics })
  async handle(@Payload() { tx, events }: EventBatch): Promise<void> {
    await this.follow.handle(tx, events);
  }
}
