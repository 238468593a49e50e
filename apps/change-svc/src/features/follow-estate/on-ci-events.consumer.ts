import { ConsumeEvents, type EventBatch } from '@itops/messaging';
import { Controller } from '@nestjs/common';
import { Payload } from '@nestjs/microservices';

import { estateReadModel } from '../../persistence/estate.read-model';
import { FollowEstateHandler } from './follow-estate.handler';

@Controller()
export class OnCiEvents {
  constructor(private readonly handler: FollowEstateHandler) {}

  @ConsumeEvents({ name: estateReadModel.consumer, topics: estateReadModel.topics })
  async handle(@Payload() batch: EventBatch): Promise<void> {
    await this.handler.follow(batch.tx, batch.events);
  }
}
