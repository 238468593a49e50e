import { Injectable } from '@nestjs/common';
import { type Attributes, metrics } from '@opentelemetry/api';

import { inTime } from './in-time';

export type Outcome = 'applied' | 'duplicate' | 'held' | 'parked' | 'dead-lettered';
/** Transient: a dependency is away, the batch comes again. Poison: the handler failed on what it was given. */
export type RetryKind = (typeof RETRY_KINDS)[number];
const RETRY_KINDS = ['transient', 'poison'] as const;

export interface ConsumerLag {
  readonly consumer: string;
  readonly topic: string;
  readonly partition?: number;
  /** Records not yet handled. */
  readonly lag: number;
}

/** The backbone's metrics, by the OpenTelemetry API; without an SDK they cost nothing. docs/metrics.md lists them. */
@Injectable()
export class Meters {
  private readonly meter = metrics.getMeter('@itops/messaging');
  private readonly publishedEvents = this.meter.createCounter('itops.outbox.published', {
    description: 'Events that the broker has acknowledged',
  });
  private readonly relayLatency = this.meter.createHistogram('itops.outbox.latency', {
    description: "From the fact in a service's transaction to the broker's acknowledgement",
    unit: 's',
    advice: { explicitBucketBoundaries: [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 5, 60, 600] },
  });
  private readonly outcomes: Readonly<Record<Outcome, ReturnType<typeof this.meter.createCounter>>> = {
    applied: this.counter('applied', 'Events handled'),
    duplicate: this.counter('duplicates', 'Events dropped as already handled'),
    held: this.counter('held', 'Events held until the gap before them closes'),
    parked: this.counter('parked', 'Events set aside because they, or one before them, can not be handled'),
    'dead-lettered': this.counter('dead_lettered', 'Records that could not be understood'),
  };
  private readonly known = new Set<string>();
  private readonly retries = this.counter('retries', 'Batches that had to be tried again');
  private readonly latency = this.meter.createHistogram('itops.consumer.latency', {
    description: 'From the fact to its committed effect',
    unit: 's',
    advice: { explicitBucketBoundaries: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 60, 600] },
  });

  published(count: number): void {
    this.publishedEvents.add(count);
  }

  /** @param facts when each of the acknowledged events was written */
  relayed(facts: readonly Date[]): void {
    const now = Date.now();
    for (const fact of facts) this.relayLatency.record(Math.max(0, now - fact.getTime()) / 1_000);
  }

  /** Also a count of 0, so that the first one that matters is seen as a rise. */
  count(consumer: string, outcome: Outcome, count: number): void {
    this.outcomes[outcome].add(count, { consumer });
    if (this.known.has(consumer)) return;
    this.known.add(consumer);
    for (const kind of RETRY_KINDS) this.retries.add(0, { consumer, kind });
  }

  retried(consumer: string, kind: RetryKind): void {
    this.retries.add(1, { consumer, kind });
  }

  arrived(consumer: string, seconds: number): void {
    this.latency.record(Math.max(0, seconds), { consumer });
  }

  observeOutbox(read: () => Promise<{ rows: number; oldestSeconds: number } | undefined>): void {
    const rows = this.meter.createObservableGauge('itops.outbox.rows', {
      description: 'Events waiting for the broker; beyond 10,000 an estimate',
    });
    const oldest = this.meter.createObservableGauge('itops.outbox.oldest', {
      description: 'Age of the oldest event waiting',
      unit: 's',
    });
    this.meter.addBatchObservableCallback(
      async (result) => {
        const found = await inTime(read);
        if (found === undefined) return;
        result.observe(rows, found.rows);
        result.observe(oldest, found.oldestSeconds);
      },
      [rows, oldest],
    );
  }

  /** @param read how many parts of the outbox this process may publish */
  observeLeases(read: () => number): void {
    this.meter
      .createObservableGauge('itops.outbox.leases', { description: 'Parts of the outbox that this process publishes' })
      .addCallback((result) => result.observe(read()));
  }

  observeLag(read: () => Promise<readonly ConsumerLag[]>): void {
    this.meter
      .createObservableGauge('itops.consumer.lag', { description: 'Records not yet handled' })
      .addCallback(async (result) => {
        for (const { consumer, topic, partition, lag } of (await inTime(read)) ?? []) {
          const attributes: Attributes = { consumer, topic, ...(partition === undefined ? {} : { partition }) };
          result.observe(lag, attributes);
        }
      });
  }

  private counter(name: string, description: string) {
    return this.meter.createCounter(`itops.consumer.${name}`, { description });
  }
}
