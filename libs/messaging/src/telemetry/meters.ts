import { Injectable } from '@nestjs/common';
import { type Attributes, metrics } from '@opentelemetry/api';

export type Outcome = 'applied' | 'duplicate' | 'held' | 'parked' | 'dead-lettered' | 'retried';

/** The backbone's metrics, by the OpenTelemetry API; without an SDK they cost nothing. */
@Injectable()
export class Meters {
  private readonly meter = metrics.getMeter('@itops/messaging');
  private readonly publishedEvents = this.meter.createCounter('itops.outbox.published', {
    description: 'Events that the broker has acknowledged',
  });
  private readonly outcomes: Readonly<Record<Outcome, ReturnType<typeof this.meter.createCounter>>> = {
    applied: this.counter('applied', 'Events handled'),
    duplicate: this.counter('duplicates', 'Events dropped as already handled'),
    held: this.counter('held', 'Events held until the gap before them closes'),
    parked: this.counter('parked', 'Events set aside because they, or one before them, can not be handled'),
    'dead-lettered': this.counter('dead_lettered', 'Records that could not be understood'),
    retried: this.counter('retries', 'Batches that had to be tried again'),
  };
  private readonly latency = this.meter.createHistogram('itops.consumer.latency', {
    description: 'From the fact to its committed effect',
    unit: 's',
    advice: { explicitBucketBoundaries: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 60, 600] },
  });

  published(count: number): void {
    this.publishedEvents.add(count);
  }

  count(consumer: string, outcome: Outcome, count: number): void {
    if (count > 0) this.outcomes[outcome].add(count, { consumer });
  }

  arrived(consumer: string, seconds: number): void {
    this.latency.record(Math.max(0, seconds), { consumer });
  }

  observeOutbox(read: () => Promise<{ rows: number; oldestSeconds: number } | undefined>): void {
    const rows = this.meter.createObservableGauge('itops.outbox.rows', {
      description: 'Events waiting for the broker',
    });
    const oldest = this.meter.createObservableGauge('itops.outbox.oldest', {
      description: 'Age of the oldest event waiting',
      unit: 's',
    });
    this.meter.addBatchObservableCallback(
      async (result) => {
        const found = await read().catch(() => undefined);
        if (found === undefined) return;
        result.observe(rows, found.rows);
        result.observe(oldest, found.oldestSeconds);
      },
      [rows, oldest],
    );
  }

  observeLag(read: () => Promise<{ consumer: string; topic: string; lag: number }[]>): void {
    this.meter
      .createObservableGauge('itops.consumer.lag', { description: 'Records not yet handled' })
      .addCallback(async (result) => {
        for (const { consumer, topic, lag } of await read().catch(() => [])) {
          const attributes: Attributes = { consumer, topic };
          result.observe(lag, attributes);
        }
      });
  }

  private counter(name: string, description: string) {
    return this.meter.createCounter(`itops.consumer.${name}`, { description });
  }
}
