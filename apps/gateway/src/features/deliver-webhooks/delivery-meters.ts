import { Injectable } from '@nestjs/common';
import { metrics } from '@opentelemetry/api';
import { Clock } from '@itops/kit';

import { type Tried } from './attempt-delivery';

interface Waiting {
  readonly pending: number;
  readonly dueSince: Date | null;
}

const PATIENCE_MS = 1_000;
const OUTCOMES = ['taken', 'refused', 'no-answer'] as const;
type AttemptOutcome = (typeof OUTCOMES)[number];

/** What goes out by webhooks, in figures. */
@Injectable()
export class DeliveryMeters {
  private readonly meter = metrics.getMeter('@itops/gateway');
  private readonly attempts = this.meter.createCounter('itops.webhook.attempts', {
    description: 'Tries to deliver an event to a receiver',
  });
  private readonly given = this.meter.createCounter('itops.webhook.given.up', {
    description: 'Deliveries whose tries are used up, or that their owner may no longer see',
  });

  constructor(private readonly clock: Clock) {
    // So that they are there before the first of them happens.
    for (const outcome of OUTCOMES) this.attempts.add(0, { outcome });
    this.given.add(0);
  }

  attempted({ attempt, isTaken }: Tried): void {
    const outcome: AttemptOutcome = isTaken ? 'taken' : attempt.status === null ? 'no-answer' : 'refused';
    this.attempts.add(1, { outcome });
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
