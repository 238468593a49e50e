import { breachCleared, type BreachData, breachOpened, breachPredicted, domainTopics } from '@itops/contracts';
import { type ConsumedEvent, ConsumeEvents, type EventBatch } from '@itops/messaging';
import { Controller } from '@nestjs/common';
import { Payload } from '@nestjs/microservices';

import { FollowCapacityHandler } from './follow-capacity.handler';

@Controller()
export class OnBreachChanged {
  constructor(private readonly follow: FollowCapacityHandler) {}

  @ConsumeEvents({ name: 'incident-svc.capacity', topics: [domainTopics.capacity.name] })
  async handle(@Payload() { tx, events }: EventBatch): Promise<void> {
    await this.follow.handle(tx, events.filter(isBreach));
  }
}

function isBreach(event: ConsumedEvent): event is ConsumedEvent<BreachData> {
  return breachPredicted.matches(event) || breachOpened.matches(event) || breachCleared.matches(event);
}
