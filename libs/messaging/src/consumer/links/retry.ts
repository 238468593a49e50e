import { setTimeout as sleep } from 'node:timers/promises';

import { reach } from '@itops/faults';
import { newId } from '@itops/kit';
import { Logger } from '@nestjs/common';

import { RetryLater } from '../../port';
import { inTraceOf } from '../../telemetry/tracing';
import { isTransient } from '../../transactions/database-errors';
import { reasonOf } from '../../waiting';
import { type ConsumerContext } from '../consumer-context';
import { placeOf } from '../delivery';
import { PoisonMessage } from '../event-batch';
import { fingerprintOf } from '../fingerprint';
import { type Link, type Next, NOTHING, type Outcome, together } from '../link';
import { NotUnderstoodLog } from '../not-understood-log';
import { type Burial, Condemned, type Placed } from '../placing';
import { SequenceConflict } from '../sequences';
import { type Ordered } from './order';
import { type Attempt } from './park';

/** Waits between the attempts at one message: five attempts within 9 s. */
const ATTEMPT_WAITS_MS = [100, 400, 1_600, 6_400];
/** A failure that was just seen to last is not waited for again. */
const KNOWN_FAILURE_MS = 60_000;
const STANDSTILL_MS = 10_000;

type RetryContext = Pick<ConsumerContext, 'service' | 'consumer' | 'transactions' | 'meters' | 'stopping'> & {
  readonly waitsMs?: readonly number[];
};

/**
 * Runs the rest of the way in one transaction, and again until it commits. What will pass by itself is thrown to whoever
 * brought the batch. Of what else fails, each half gets a transaction of its own, until the message that can't be handled
 * stands alone; that one is tried a few times and then condemned, and `park` sets it aside with all behind it.
 */
export function retry(context: RetryContext): Link<Ordered, Attempt> {
  const failures = new KnownFailures();
  const logger = new Logger(`Consumer ${context.consumer}`);
  const notUnderstood = new NotUnderstoodLog((line) => logger.warn(line));
  return ({ placed }, next) =>
    placed.length === 0
      ? Promise.resolve(NOTHING)
      : new Trial({ context, failures, notUnderstood, logger }, next).settle(placed);
}

/** Whether nothing is wrong with the messages: a dependency is away, or another member is at the same ones. */
export function passesByItself(error: unknown): boolean {
  return error instanceof RetryLater || error instanceof SequenceConflict || isTransient(error);
}

export function burialOf(error: unknown, attempts: number): Burial {
  if (error instanceof PoisonMessage) {
    const { reasonKind, reason, event } = error;
    return { reasonKind, reason, fingerprint: `${reasonKind} ${event.type}`.slice(0, 255), attempts };
  }
  return { reasonKind: 'handler-failed', reason: reasonOf(error), fingerprint: fingerprintOf(error), attempts };
}

/** What outlives a batch. */
interface TrialNeeds {
  readonly context: RetryContext;
  readonly logger: Logger;
  readonly failures: KnownFailures;
  readonly notUnderstood: NotUnderstoodLog;
}

/** The attempts at one batch. */
class Trial {
  private readonly condemned = new Condemned();
  private readonly context: RetryContext;
  private readonly logger: Logger;
  private readonly failures: KnownFailures;
  private readonly notUnderstood: NotUnderstoodLog;

  constructor(
    { context, logger, failures, notUnderstood }: TrialNeeds,
    private readonly next: Next<Attempt>,
  ) {
    this.context = context;
    this.logger = logger;
    this.failures = failures;
    this.notUnderstood = notUnderstood;
  }

  async settle(placed: readonly Placed[]): Promise<Outcome> {
    let isBare = false;
    for (let attempt = 1; ; attempt++) {
      try {
        return await this.transact(placed, isBare);
      } catch (error) {
        if (passesByItself(error)) throw error;
        this.context.meters.retried(this.context.consumer, 'poison');
        const poison = this.poisonIn(placed, error);
        if (poison !== undefined) {
          this.condemned.add(poison, burialOf(error, attempt));
          continue;
        }
        const [only] = placed;
        if (only === undefined) throw error;
        if (placed.length > 1) return this.halve(placed);
        if (only.verdict === 'apply' && !this.condemned.has(only)) {
          if (!(await this.mayTryAgain(error, attempt))) this.condemn(only, error, attempt);
        } else if (isBare) {
          throw new RetryLater(STANDSTILL_MS, { cause: error });
        } else {
          // A partition must not stand still for ever over a key or header that can't be stored.
          const place = placeOf(only.delivery.record);
          this.logger.error(`Storing ${place} without what can't be stored: ${reasonOf(error)}`);
          isBare = true;
        }
      }
    }
  }

  private async transact(placed: readonly Placed[], isBare: boolean): Promise<Outcome> {
    const { transactions, service } = this.context;
    const cause = { actor: `service:${service}`, correlationId: newId() };
    const outcome = await transactions.run(cause, async (tx) => {
      const result = await this.next({ tx, placed, condemned: this.condemned, isBare });
      await reach('before-consumer-commit');
      return result;
    });
    await reach('after-consumer-commit');
    for (const one of placed) if (one.verdict === 'park' && one.letter.copied) this.notUnderstood.note(one.letter);
    return outcome;
  }

  /** Each half in its own transaction, in order, so that what is sound commits and what is not stands alone. */
  private async halve(placed: readonly Placed[]): Promise<Outcome> {
    const middle = Math.ceil(placed.length / 2);
    const first = await this.settle(placed.slice(0, middle));
    return together(first, await this.settle(placed.slice(middle)));
  }

  /** The message that the handler has named, when it isn't condemned already. */
  private poisonIn(placed: readonly Placed[], error: unknown): Placed | undefined {
    if (!(error instanceof PoisonMessage)) return undefined;
    const place = placeOf(error.event);
    return placed.find((one) => placeOf(one.delivery.record) === place && !this.condemned.has(one));
  }

  private condemn(message: Placed, error: unknown, attempts: number): void {
    const burial = burialOf(error, attempts);
    this.failures.note(burial.fingerprint);
    const { decoded } = message.delivery;
    inTraceOf(decoded.ok ? decoded.event : {}, () =>
      this.logger.error(`Parked after ${attempts} attempts: ${burial.reason} [${burial.fingerprint}]`),
    );
    this.condemned.add(message, burial);
  }

  private async mayTryAgain(error: unknown, attempt: number): Promise<boolean> {
    const { waitsMs = ATTEMPT_WAITS_MS, stopping } = this.context;
    const wait = waitsMs[attempt - 1];
    if (wait === undefined || this.failures.isKnown(fingerprintOf(error))) return false;
    await sleep(wait, undefined, { signal: stopping }).catch(() => undefined);
    if (stopping.aborted) throw new RetryLater(0, { cause: error });
    return true;
  }
}

/** Failures of the last minute, by fingerprint. */
class KnownFailures {
  private readonly seenAt = new Map<string, number>();

  note(fingerprint: string): void {
    this.seenAt.set(fingerprint, performance.now());
  }

  isKnown(fingerprint: string): boolean {
    const at = this.seenAt.get(fingerprint);
    return at !== undefined && performance.now() - at < KNOWN_FAILURE_MS;
  }
}
