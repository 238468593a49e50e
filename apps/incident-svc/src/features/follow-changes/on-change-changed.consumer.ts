import { ConsumeEvents, type EventBatch } from '@itops/messaging';
import { Controller } from '@nestjs/common';
import { Payload } from '@nestjs/microservices';

import { changeReadModel } from '../../persistence/change.read-model';
import { FollowChangesHandler } from './follow-changes.handler';

@Controller()
export class OnChangeChanged {
  constructor(private readonly follow: FollowChangesHandler) {}

  @ConsumeEvents({ name: changeReadModel.consumer, topics: changeReadModel.topics })
  async handle(@Payload() { tx, events }: EventBatch): Promise<void> {
    await this.follow.handle(tx, events);
  }
}
