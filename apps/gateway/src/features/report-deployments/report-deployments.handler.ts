import { Injectable } from '@nestjs/common';
import { DeploymentIn, deploymentReported } from '@itops/contracts';
import { type Cause, IdempotentRequests } from '@itops/kit';
import { InboundPublisher } from '@itops/messaging';

import { eventIds, type ReportKey } from '../../entries/event-ids';
import { placeIn, type Rejected, reportsOf, requireSomething, sortBySchema } from '../../entries/sorting';

export interface DeploymentsTaken {
  readonly accepted: number;
  readonly rejected: readonly Rejected[];
  readonly items: readonly { index: number; eventId: string }[];
}

@Injectable()
export class ReportDeployments {
  constructor(
    private readonly publisher: InboundPublisher,
    private readonly requests: IdempotentRequests,
  ) {}

  /** Resolves when the broker has acknowledged the deployments. @throws InvalidInput, IdempotencyKeyReused, Unavailable */
  async run(body: unknown, key: ReportKey | undefined, cause: Cause): Promise<DeploymentsTaken> {
    const sorted = sortBySchema(DeploymentIn, reportsOf(body));
    requireSomething(sorted, placeIn(body));
    const idOf = await eventIds(this.requests, deploymentReported.type, key, sorted);
    const deployments = sorted.accepted.map(({ index, data }) => ({
      index,
      eventId: idOf(index),
      data,
    }));
    await this.publisher.publish(
      deploymentReported,
      deployments.map(({ eventId, data }) => ({ id: eventId, key: `${data.source}|${data.externalRef}`, data })),
      cause,
    );
    return {
      accepted: deployments.length,
      rejected: sorted.rejected,
      items: deployments.map(({ index, eventId }) => ({ index, eventId })),
    };
  }
}
