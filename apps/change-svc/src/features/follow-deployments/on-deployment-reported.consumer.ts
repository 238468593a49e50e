import { deploymentReported, inboundTopics } from '@itops/contracts';
import { ConsumeEvents, type EventBatch, PoisonMessage } from '@itops/messaging';
import { Controller } from '@nestjs/common';
import { Payload } from '@nestjs/microservices';

import { readTime } from '../../domain/time';
import { FollowDeploymentsHandler } from './follow-deployments.handler';

@Controller()
export class OnDeploymentReported {
  constructor(private readonly handler: FollowDeploymentsHandler) {}

  @ConsumeEvents({ name: 'change-svc.deployments', topics: [inboundTopics.deployments.name] })
  async handle(@Payload() batch: EventBatch): Promise<void> {
    const reports = batch.events.flatMap((event) => {
      if (!deploymentReported.matches(event)) return [];
      const at = readTime(event.data.at);
      if (at === undefined) {
        throw new PoisonMessage(event, 'time-out-of-range', `/at: '${event.data.at}' is not in the years 1 to 9999`);
      }
      return [{ report: { ...event.data, at }, cause: event.cause }];
    });
    await this.handler.follow(batch.tx, reports);
  }
}
