import {
  ciCreated,
  type CiData,
  ciRetired,
  ciStatusChanged,
  ciUpdated,
  domainTopics,
  relationshipAdded,
  type RelationshipData,
  relationshipRemoved,
} from '@itops/contracts';
import { ConsumeEvents, type EventBatch } from '@itops/messaging';
import { Controller } from '@nestjs/common';
import { Payload } from '@nestjs/microservices';

import { FollowEstateHandler } from './follow-estate.handler';

@Controller()
export class OnEstateChanged {
  constructor(private readonly follow: FollowEstateHandler) {}

  @ConsumeEvents({ name: 'incident-svc.estate', topics: [domainTopics.ci.name, domainTopics.relationship.name] })
  async handle(@Payload() { tx, events }: EventBatch): Promise<void> {
    const cis: CiData[] = [];
    const relationships: { data: RelationshipData; removed: boolean }[] = [];
    for (const event of events) {
      if (ciCreated.matches(event) || ciUpdated.matches(event)) cis.push(event.data);
      else if (ciStatusChanged.matches(event) || ciRetired.matches(event)) cis.push(event.data);
      else if (relationshipAdded.matches(event)) relationships.push({ data: event.data, removed: false });
      else if (relationshipRemoved.matches(event)) relationships.push({ data: event.data, removed: true });
    }
    await this.follow.handle(tx, cis, relationships);
  }
}
