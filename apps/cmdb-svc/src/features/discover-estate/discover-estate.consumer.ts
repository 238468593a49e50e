import { Controller, Logger } from '@nestjs/common';
import { discoveryReported, inboundTopics } from '@itops/contracts';
import { ConsumeEvents, type EventBatch, PoisonMessage } from '@itops/messaging';
import { Payload } from '@nestjs/microservices';

import { DiscoverEstate } from './discover-estate.handler';

/** Discoveries of tools that emit onto Kafka. */
@Controller()
export class DiscoverEstateConsumer {
  private readonly logger = new Logger(DiscoverEstateConsumer.name);

  constructor(private readonly discoverEstate: DiscoverEstate) {}

  @ConsumeEvents({ name: 'cmdb-svc.discovery', topics: [inboundTopics.discovery.name] })
  async handle(@Payload() { tx, events }: EventBatch): Promise<void> {
    for (const event of events) {
      if (!discoveryReported.matches(event)) continue;
      const done = await this.discoverEstate.reconcile(tx, event.data, event.cause);
      const { rejected, items, relationships } = done.result;
      const [first] = rejected;
      if (first !== undefined) {
        const taken = items.length + relationships.created + relationships.updated + relationships.unchanged;
        const reason = `${rejected.length} entries rejected, first ${first.pointer}: ${first.reason}`;
        if (taken === 0) throw new PoisonMessage(event, 'nothing-usable', reason);
        this.logger.warn(`Discovery ${event.id} of ${event.data.source}: ${reason}`);
      }
      await tx.publish(done.events, event.cause);
      await tx.audit(done.audit, event.cause);
    }
  }
}
