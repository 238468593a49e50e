import { auditSealed, auditTopics } from '@itops/contracts';
import { ConsumeEvents, type EventBatch } from '@itops/messaging';
import { Controller } from '@nestjs/common';
import { Payload } from '@nestjs/microservices';

import { noteSealed } from '../../persistence/audit-trail.store';

/** Gathers the trails of all services in one place. */
@Controller()
export class OnAuditSealed {
  @ConsumeEvents({ name: 'gateway.audit-trail', topics: [auditTopics.audit.name], gatherMs: 100 })
  async handle(@Payload() { tx, events }: EventBatch): Promise<void> {
    await noteSealed(
      tx,
      events.flatMap((event) => (auditSealed.matches(event) ? [event.data] : [])),
    );
  }
}
