import { ConsumeEvents, type EventBatch } from '@itops/messaging';
import { Controller } from '@nestjs/common';
import { Payload } from '@nestjs/microservices';

import { searchReadModel } from '../../persistence/search.read-model';

/** Keeps what can be found up to date. */
@Controller()
export class OnResourceChanged {
  @ConsumeEvents({ name: searchReadModel.consumer, topics: searchReadModel.topics, gatherMs: 100 })
  async handle(@Payload() { tx, events }: EventBatch): Promise<void> {
    await searchReadModel.project(tx, events);
  }
}
