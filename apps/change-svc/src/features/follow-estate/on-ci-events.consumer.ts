import { ciCreated, ciRetired, ciStatusChanged, ciUpdated, domainTopics } from '@itops/contracts';
import { ConsumeEvents, type EventBatch } from '@itops/messaging';
import { Controller } from '@nestjs/common';
import { Payload } from '@nestjs/microservices';

import { FollowEstateHandler, type KnownCi } from './follow-estate.handler';

@Controller()
export class OnCiEvents {
  constructor(private readonly handler: FollowEstateHandler) {}

  @ConsumeEvents({ name: 'change-svc.estate', topics: [domainTopics.ci.name] })
  async handle(@Payload() batch: EventBatch): Promise<void> {
    const newest = new Map<string, KnownCi>();
    for (const event of batch.events) {
      const isRetired = ciRetired.matches(event);
      if (isRetired || ciCreated.matches(event) || ciUpdated.matches(event) || ciStatusChanged.matches(event)) {
        newest.set(event.data.id, { ...event.data, isRetired, cause: event.cause });
      }
    }
    await this.handler.follow(batch.tx, [...newest.values()]);
  }
}
