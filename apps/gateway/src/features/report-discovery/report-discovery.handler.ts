import { Injectable, PayloadTooLargeException } from '@nestjs/common';
import { DiscoveryIn, discoveryReported, isValid, validationErrors } from '@itops/contracts';
import { type Cause, InvalidInput, IdempotentRequests } from '@itops/kit';
import { InboundPublisher } from '@itops/messaging';

import { eventIds, type ReportKey } from '../../entries/event-ids';
import { bytesOf, MOST_BYTES } from '../../entries/sorting';

export interface DiscoveryTaken {
  /** Items of the report; each is judged when cmdb-svc reads it. */
  readonly accepted: number;
  readonly eventId: string;
}

@Injectable()
export class ReportDiscovery {
  constructor(
    private readonly publisher: InboundPublisher,
    private readonly requests: IdempotentRequests,
  ) {}

  /** Resolves when the broker has acknowledged the report. @throws InvalidInput, IdempotencyKeyReused, Unavailable */
  async run(body: unknown, key: ReportKey | undefined, cause: Cause): Promise<DiscoveryTaken> {
    if (!isValid(DiscoveryIn, body)) throw new InvalidInput(validationErrors(DiscoveryIn, body));
    if (bytesOf(body) > MOST_BYTES) throw new PayloadTooLargeException();
    const idOf = await eventIds(this.requests, discoveryReported.type, key, body);
    const eventId = idOf(0);
    await this.publisher.publish(discoveryReported, [{ id: eventId, key: body.source, data: body }], cause);
    return { accepted: body.items.length, eventId };
  }
}
