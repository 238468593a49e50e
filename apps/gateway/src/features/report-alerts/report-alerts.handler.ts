import { Injectable } from '@nestjs/common';
import { alertDedupKey, AlertIn, alertReported } from '@itops/contracts';
import { type Cause, Clock, IdempotentRequests } from '@itops/kit';
import { InboundPublisher } from '@itops/messaging';

import { eventIds, type ReportKey } from '../../entries/event-ids';
import { placeIn, type Rejected, reportsOf, requireSomething, sortBySchema } from '../../entries/sorting';

export interface AlertsTaken {
  readonly accepted: number;
  readonly rejected: readonly Rejected[];
  readonly items: readonly { index: number; eventId: string; dedupKey: string }[];
}

@Injectable()
export class ReportAlerts {
  constructor(
    private readonly publisher: InboundPublisher,
    private readonly requests: IdempotentRequests,
    private readonly clock: Clock,
  ) {}

  /** Resolves when the broker has acknowledged the alerts. @throws InvalidInput, IdempotencyKeyReused, Unavailable */
  async run(body: unknown, key: ReportKey | undefined, cause: Cause): Promise<AlertsTaken> {
    const sorted = sortBySchema(AlertIn, reportsOf(body));
    requireSomething(sorted, placeIn(body));
    const idOf = await eventIds(this.requests, alertReported.type, key, sorted);
    const now = this.clock.now().toISOString();
    const alerts = sorted.accepted.map(({ index, data }) => ({
      index,
      eventId: idOf(index),
      dedupKey: alertDedupKey(data),
      data: withStart(data, now),
    }));
    await this.publisher.publish(
      alertReported,
      alerts.map(({ eventId, dedupKey, data }) => ({ id: eventId, key: `${data.source}|${dedupKey}`, data })),
      cause,
    );
    return {
      accepted: alerts.length,
      rejected: sorted.rejected,
      items: alerts.map(({ index, eventId, dedupKey }) => ({ index, eventId, dedupKey })),
    };
  }
}

/** Fixed at the door, so that a second reading of the event says the same. */
function withStart(alert: AlertIn, now: string): AlertIn {
  if (alert.startsAt !== undefined) return alert;
  const endedBefore = alert.endsAt !== undefined && Date.parse(alert.endsAt) < Date.parse(now);
  return { ...alert, startsAt: endedBefore ? (alert.endsAt ?? now) : now };
}
