import { Controller } from '@nestjs/common';
import { domainTopics } from '@itops/contracts';
import { ConsumeEvents, type EventBatch } from '@itops/messaging';
import { Payload } from '@nestjs/microservices';

import { FollowConditions } from './follow-conditions.handler';

/** The operational status of a CI follows its incidents and changes. */
@Controller()
export class FollowConditionsConsumer {
  constructor(private readonly followConditions: FollowConditions) {}

  @ConsumeEvents({ name: 'cmdb-svc.conditions', topics: [domainTopics.incident.name, domainTopics.change.name] })
  async handle(@Payload() batch: EventBatch): Promise<void> {
    await this.followConditions.handle(batch.tx, batch.events);
  }
}
