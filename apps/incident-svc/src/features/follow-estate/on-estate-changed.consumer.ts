import { ConsumeEvents, type EventBatch } from '@itops/messaging';
import { Controller } from '@nestjs/common';
import { Payload } from '@nestjs/microservices';

import { estateReadModel } from '../../persistence/estate.read-model';
import { FollowEstateHandler } from './follow-estate.handler';

@Controller()
export class OnEstateChanged {
  constructor(private readonly follow: FollowEstateHandler) {}

  @ConsumeEvents({ name: estateReadModel.consumer, topics: estateReadModel.topics })
  async handle(@Payload() { tx, events }: EventBatch): Promise<void> {
    await this.follow.handle(tx, events);
  }
}
