import { Injectable } from '@nestjs/common';
import { metrics } from '@opentelemetry/api';
import { Clock } from '@itops/kit';

import { type Tried } from './attempt-delivery';

interface Waiting {
  readonly pending: number;
  readonly dueSince: Date | null;
}

const PATIENCE_MS = 1_000;

/** What goes out by webhooks, in figures. */
@Injectable()
export class DeliveryMeters {
  private readonly meter = metrics.getMeter('@itops/gateway');
  private readonly attempts = this.meter.createHistogram('itops.webhook.attempt.duration', {
    description: 'Tries to deliver an event to a receiver',
    unit: 's',
  });
  private readonly given = this.meter.createCounter('itops.webhook.given.up', {
    description: 'Deliveries whose tries are used up, or that their owner may no longer see',
  });

  constructor(private readonly clock: Clock) {}

  attempted({ attempt, isTaken }: Tried): void {
    const outcome = isTaken ? 'taken' : attempt.status === null ? 'no-answer' : 'refused';
    this.attempts.record(attempt.durationMs / 1_000, { outcome });
  }

  gaveUp(): void {
    this.given.add(1);
  }

  observeWaiting(read: () => Promise<Waiting | undefined>): void {
    const pending = this.meter.createObservableGauge('itops.webhook.pending', {
      description: 'Deliveries that wait, of enabled subscriptions',
    });
    const overdue = this.meter.createObservableGauge('itops.webhook.overdue', {
      description: 'How long the next try that is due has been due',
      unit: 's',
    });
    this.meter.addBatchObservableCallback(
      async (result) => {
        const timeout = AbortSignal.timeout(PATIENCE_MS);
        const late = new Promise<undefined>((resolve) => timeout.addEventListener('abort', () => resolve(undefined)));
        const waiting = await Promise.race([read().catch(() => undefined), late]);
        if (waiting === undefined) return;
        result.observe(pending, waiting.pending);
        const dueFor = waiting.dueSince === null ? 0 : this.clock.now().getTime() - waiting.dueSince.getTime();
        result.observe(overdue, Math.max(0, dueFor) / 1_000);
      },
      [pending, overdue],
    );
  }
}
