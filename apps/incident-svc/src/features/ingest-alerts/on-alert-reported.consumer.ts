import { type AlertIn, alertReported, inboundTopics } from '@itops/contracts';
import { type ConsumedEvent, ConsumeEvents, type EventBatch } from '@itops/messaging';
import { Controller } from '@nestjs/common';
import { Payload } from '@nestjs/microservices';

import { IngestAlertsHandler } from './ingest-alerts.handler';

@Controller()
export class OnAlertReported {
  constructor(private readonly ingest: IngestAlertsHandler) {}

  /** After an outage, alerts are correlated only when the estate that they came from is known. */
  @ConsumeEvents({
    name: 'incident-svc.alerts',
    topics: [inboundTopics.alerts.name],
    after: ['incident-svc.estate'],
  })
  async handle(@Payload() { tx, events }: EventBatch): Promise<void> {
    await this.ingest.handle(tx, events.filter(isAlert));
  }
}

function isAlert(event: ConsumedEvent): event is ConsumedEvent<AlertIn> {
  return alertReported.matches(event);
}
