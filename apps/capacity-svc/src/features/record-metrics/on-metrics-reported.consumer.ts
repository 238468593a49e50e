import { inboundTopics, metricsReported } from '@itops/contracts';
import { ConsumeEvents, type EventBatch } from '@itops/messaging';
import { Controller } from '@nestjs/common';
import { Payload } from '@nestjs/microservices';

import { RecordMetrics } from './record-metrics.handler';

@Controller()
export class OnMetricsReported {
  constructor(private readonly recordMetrics: RecordMetrics) {}

  @ConsumeEvents({ name: 'capacity-svc.metrics', topics: [inboundTopics.metrics.name] })
  async handle(@Payload() { tx, events }: EventBatch): Promise<void> {
    await this.recordMetrics.record(
      tx,
      events.filter((event) => metricsReported.matches(event)),
    );
  }
}
