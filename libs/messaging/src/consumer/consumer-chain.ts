import { type Clock, newId } from '@itops/kit';
import { Logger } from '@nestjs/common';

import { type AggregateRef } from '../envelope/received-event';
import { messageId, receive } from '../inbox/inbox';
import { RetryLater } from '../port';
import { type IncomingRecord } from '../record';
import { type Meters } from '../telemetry/meters';
import { inConsumerSpan, inTraceOf } from '../telemetry/tracing';
import { isTransient } from '../transactions/database-errors';
import { type Transactions } from '../transactions/transactions';
import { BackOff, reasonOf, Wakeup } from '../waiting';
import { type Delivery, placeOf, toConsumed, toDelivery } from './delivery';
import { type EventBatch, PoisonMessage } from './event-batch';
import { fingerprintOf } from './fingerprint';
import { advance, bury, hold, loadSequences, releasable, SequenceConflict, unhold } from './ledger';
import { type Burial, type Letter, makePlan, type Plan } from './plan';

export interface ConsumerChainOptions {
  readonly service: string;
  readonly consumer: string;
  readonly handle: (batch: EventBatch) => Promise<void>;
  readonly transactions: Transactions;
  readonly clock: Clock;
  readonly meters: Meters;
}

export const MAX_BATCH = 500;
/** Waits between the attempts at one message: five attempts within 9 s. */
const ATTEMPT_WAITS_MS = [100, 400, 1_600, 6_400];
/** A failure that was just seen to last is not waited for again. */
const KNOWN_FAILURE_MS = 60_000;

/** What one transaction did. */
interface Settled {
  readonly plan: Plan;
  readonly someHeld: boolean;
}

/**
 * The way of records through one consumer:
 * decode → validate → deduplicate → order → handle → on failure retry, bisect, park.
 */
export class ConsumerChain {
  private readonly logger: Logger;
  private readonly backOff = new BackOff(200, 10_000);
  private readonly knownFailures = new Map<string, number>();
  private readonly pause = new Wakeup();
  private stopping = false;
  private last: Promise<unknown> = Promise.resolve();

  constructor(private readonly options: ConsumerChainOptions) {
    this.logger = new Logger(`Consumer ${options.consumer}`);
  }

  /**
   * Settles the records: each is applied, dropped as known, held, or put aside, and that is committed.
   * @throws RetryLater when a dependency is away.
   */
  async process(records: readonly IncomingRecord[]): Promise<void> {
    await this.exclusively(async () => {
      const someHeld = await this.settle(records.map((record) => toDelivery(record)));
      if (someHeld) await this.releaseHeld();
      this.backOff.reset();
    });
  }

  /** Applies what is held and could be applied: left by a process that ended in between, or freed in another way. */
  async sweep(): Promise<void> {
    await this.exclusively(() => this.releaseHeld());
  }

  /** Ends waits between attempts; what is in hand is then given back. */
  stop(): void {
    this.stopping = true;
    this.pause.wake();
  }

  private async releaseHeld(): Promise<void> {
    for (;;) {
      const { transactions, consumer } = this.options;
      const records = await this.orLater(() =>
        transactions.run(this.ownCause(), (tx) => releasable(tx, consumer, MAX_BATCH)),
      );
      if (records.length === 0) return;
      await this.settle(records.map((record) => toDelivery(record, true)));
    }
  }

  /** Whether an aggregate of the batch has held messages. */
  private async settle(deliveries: readonly Delivery[]): Promise<boolean> {
    const condemned = new Map<string, Burial>();
    let isLastResort = false;
    for (let attempt = 1; ; attempt++) {
      try {
        const { plan, someHeld } = await this.orLater(() => this.transact(deliveries, condemned, isLastResort));
        this.count(plan);
        return someHeld || plan.hold.length > 0;
      } catch (error) {
        if (error instanceof RetryLater) throw error;
        this.options.meters.retried(this.options.consumer, 'poison');
        if (error instanceof PoisonMessage && !condemned.has(placeOf(error.event))) {
          condemned.set(placeOf(error.event), this.condemn(error, attempt));
          continue;
        }
        const [only] = deliveries;
        if (only === undefined) throw error;
        if (deliveries.length > 1) return this.bisect(deliveries);
        if (condemned.has(placeOf(only.record))) {
          if (isLastResort) throw new RetryLater(this.backOff.next(), { cause: error });
          this.logger.error(`Parking ${placeOf(only.record)} without key and headers: ${reasonOf(error)}`);
          isLastResort = true;
        } else if (!(await this.mayTryAgain(error, attempt))) {
          const burial = inTraceOf(only.decoded.ok ? only.decoded.event : {}, () => this.condemn(error, attempt));
          condemned.set(placeOf(only.record), burial);
        }
      }
    }
  }

  /** Each half in its own transaction, in order, so that what is sound commits and what is not stands alone. */
  private async bisect(deliveries: readonly Delivery[]): Promise<boolean> {
    const middle = Math.ceil(deliveries.length / 2);
    const first = await this.settle(deliveries.slice(0, middle));
    const second = await this.settle(deliveries.slice(middle));
    return first || second;
  }

  /**
   * Everything about these deliveries commits together, or nothing.
   * @param isBare bury without key and headers
   */
  private async transact(
    deliveries: readonly Delivery[],
    condemned: ReadonlyMap<string, Burial>,
    isBare: boolean,
  ): Promise<Settled> {
    const { consumer, service, transactions, clock, handle } = this.options;
    return transactions.run(this.ownCause(), async (tx) => {
      const fresh = await receive(tx, consumer, inboxIds(deliveries));
      const { states, someHeld } = await loadSequences(tx, consumer, aggregatesOf(deliveries));
      const plan = makePlan({ deliveries, states, fresh, condemned });
      await advance(tx, consumer, plan.advances);
      if (plan.apply.length > 0) {
        const events = plan.apply.map(({ delivery, event }) => toConsumed(delivery.record, event));
        const traces = plan.apply.map(({ delivery, event: { traceparent, tracestate } }) => ({
          ...{ topic: delivery.record.topic, traceparent, tracestate },
        }));
        await inConsumerSpan(consumer, traces, () => handle({ tx, events }));
      }
      await hold(tx, consumer, plan.hold);
      await bury(tx, service, consumer, isBare ? plan.letters.map(bare) : plan.letters, clock.now());
      const stillHeld = new Set(plan.hold.map(({ delivery }) => delivery));
      await unhold(tx, consumer, aggregatesOf(deliveries.filter((one) => one.held && !stillHeld.has(one))));
      return { plan, someHeld };
    });
  }

  /** Turns what will pass by itself into a pause of the partition. */
  private async orLater<T>(work: () => Promise<T>): Promise<T> {
    try {
      return await work();
    } catch (error) {
      if (error instanceof SequenceConflict || isTransient(error)) {
        this.options.meters.retried(this.options.consumer, 'transient');
        throw new RetryLater(this.backOff.next(), { cause: error });
      }
      throw error;
    }
  }

  private async mayTryAgain(error: unknown, attempt: number): Promise<boolean> {
    const wait = ATTEMPT_WAITS_MS[attempt - 1];
    const seen = this.knownFailures.get(fingerprintOf(error));
    const isKnown = seen !== undefined && performance.now() - seen < KNOWN_FAILURE_MS;
    if (wait === undefined || isKnown) return false;
    if (!this.stopping) await this.pause.wait(wait);
    if (this.stopping) throw new RetryLater(0, { cause: error });
    return true;
  }

  private condemn(error: unknown, attempts: number): Burial {
    if (error instanceof PoisonMessage) {
      const { reasonKind, reason, event } = error;
      return { reasonKind, reason, fingerprint: `${reasonKind} ${event.type}`.slice(0, 255), attempts };
    }
    const fingerprint = fingerprintOf(error);
    this.knownFailures.set(fingerprint, performance.now());
    this.logger.error(`Parked after ${attempts} attempts: ${reasonOf(error)} [${fingerprint}]`);
    return { reasonKind: 'handler-failed', reason: reasonOf(error), fingerprint, attempts };
  }

  private count({ apply, hold: held, letters, duplicates }: Plan): void {
    const { meters, consumer, clock } = this.options;
    const now = clock.now().getTime();
    for (const { event } of apply) meters.arrived(consumer, (now - event.time.getTime()) / 1_000);
    const deadLettered = letters.filter(({ copied }) => copied).length;
    meters.count(consumer, 'applied', apply.length);
    meters.count(consumer, 'duplicate', duplicates);
    meters.count(consumer, 'held', held.filter(({ delivery }) => !delivery.held).length);
    meters.count(consumer, 'dead-lettered', deadLettered);
    meters.count(consumer, 'parked', letters.length - deadLettered);
  }

  private ownCause() {
    return { actor: `service:${this.options.service}`, correlationId: newId() };
  }

  /** The log and the sweep must not meet in the same aggregate. */
  private async exclusively<T>(work: () => Promise<T>): Promise<T> {
    const mine = this.last.then(work, work);
    this.last = mine.catch(() => undefined);
    return mine;
  }
}

/** A partition must not stand still for ever over a key or header that can't be stored; payload and reason tell enough. */
function bare(letter: Letter): Letter {
  const { delivery } = letter;
  return { ...letter, delivery: { ...delivery, record: { ...delivery.record, key: null, headers: {} } } };
}

function aggregatesOf(deliveries: readonly Delivery[]): AggregateRef[] {
  return deliveries.flatMap(({ decoded }) => {
    const aggregate = decoded.ok ? decoded.event.aggregate : decoded.failure.aggregate;
    return aggregate === null ? [] : [aggregate];
  });
}

function inboxIds(deliveries: readonly Delivery[]): string[] {
  return deliveries.flatMap(({ decoded }) =>
    decoded.ok && decoded.event.aggregate === null ? [messageId(decoded.event.source, decoded.event.id)] : [],
  );
}
