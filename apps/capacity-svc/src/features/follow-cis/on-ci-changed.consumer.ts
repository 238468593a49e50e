import {
  type CiData,
  type CiReference,
  ciCreated,
  ciRetired,
  ciStatusChanged,
  ciUpdated,
  domainTopics,
} from '@itops/contracts';
import { Clock } from '@itops/kit';
import { ConsumeEvents, type EventBatch } from '@itops/messaging';
import { Controller } from '@nestjs/common';
import { Payload } from '@nestjs/microservices';

import { linkKnown } from '../../evaluation/link-resources';
import { meetArrivals, saveCis } from '../../persistence/configuration-items';

/** Keeps what is known of configuration items, and links the resources that waited for them. */
@Controller()
export class OnCiChanged {
  constructor(private readonly clock: Clock) {}

  @ConsumeEvents({ name: 'capacity-svc.cis', topics: [domainTopics.ci.name] })
  async handle(@Payload() { tx, events }: EventBatch): Promise<void> {
    const newest = new Map<string, CiData>();
    for (const event of events) {
      if (
        ciCreated.matches(event) ||
        ciUpdated.matches(event) ||
        ciStatusChanged.matches(event) ||
        ciRetired.matches(event)
      ) {
        newest.set(event.data.id, event.data);
      }
    }
    const cis = [...newest.values()];
    await meetArrivals(tx, 'announcing');
    await saveCis(tx, cis);
    await linkKnown(tx, cis.flatMap(referencesTo), this.clock.now());
  }
}

function referencesTo({ id, name, externalIds }: CiData): CiReference[] {
  return [id, name, ...externalIds.map(({ source, externalId }) => ({ source, externalId }))];
}
