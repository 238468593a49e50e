import { Controller } from '@nestjs/common';
import { ConsumeEvents, type EventBatch } from '@itops/messaging';
import { Payload } from '@nestjs/microservices';

import { conditionReadModel } from '../../persistence/condition.read-model';
import { FollowConditions } from './follow-conditions.handler';

/** The operational status of a CI follows its incidents and changes. */
@Controller()
export class FollowConditionsConsumer {
  constructor(private readonly followConditions: FollowConditions) {}

  @ConsumeEvents({ name: conditionReadModel.consumer, topics: conditionReadModel.topics, gatherMs: 50 })
  async handle(@Payload() batch: EventBatch): Promise<void> {
    await this.followConditions.handle(batch.tx, batch.events);
  }
}
