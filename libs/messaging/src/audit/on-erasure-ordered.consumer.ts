import { auditTopics, erasureOrdered } from '@itops/contracts';
import { Controller, type Type } from '@nestjs/common';
import { Payload } from '@nestjs/microservices';

import { ConsumeEvents } from '../consumer/consume-events';
import { type EventBatch } from '../consumer/event-batch';
import { eraseContent } from './erase-content';

/** Each service erases in its own trail; that it did is part of the trail. */
export function erasureConsumerOf(service: string): Type {
  @Controller()
  class OnErasureOrdered {
    @ConsumeEvents({ name: `${service}.erasure`, topics: [auditTopics.erasure.name] })
    async handle(@Payload() { tx, events }: EventBatch): Promise<void> {
      for (const event of events) {
        if (!erasureOrdered.matches(event)) continue;
        const rows = await eraseContent(tx, service, event.data);
        const entry = { action: 'erase', resourceType: 'erasure', resourceId: event.data.id, after: { rows } };
        await tx.audit([entry], event.cause);
      }
    }
  }
  return OnErasureOrdered;
}
