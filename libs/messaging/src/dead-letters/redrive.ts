import { BusinessError, type Cause, Clock, Conflict, Unavailable } from '@itops/kit';
import { Injectable } from '@nestjs/common';
import { reach } from '@itops/faults';

import { type Consumer, MAX_BATCH } from '../consumer/consumer';
import { Consumers } from '../consumer/consumers';
import { aggregateOf, type Delivery, toDelivery } from '../consumer/delivery';
import { heldOf, unhold } from '../consumer/held-messages';
import { handle } from '../consumer/links/handle';
import { burialOf, passesByItself } from '../consumer/links/retry';
import { arrange, type Placed, type ToApply } from '../consumer/placing';
import { loadSequences, lockSequences } from '../consumer/sequences';
import { toRecord } from '../consumer/stored-record';
import { forget, messageId, receivedBefore } from '../inbox/inbox';
import { RetryLater } from '../port';
import { type Tx } from '../transactions/tx';
import { headOf, type LetterRef, markFailed, markRedriven, type ParkedLetter, takeParked } from './letters';

/** What came of it, in letters. */
export interface Tally {
  readonly redriven: number;
  /** Those that could not be handled again; what waits behind them is not counted. */
  readonly failed: number;
}

export const NONE: Tally = { redriven: 0, failed: 0 };

interface Attempted extends Tally {
  /** Messages that were in the transaction. */
  readonly taken: number;
}

/** Handles parked messages once more: each sequence in the order of its versions, with what waits behind it. */
@Injectable()
export class Redrive {
  constructor(
    private readonly consumers: Consumers,
    private readonly clock: Clock,
  ) {}

  /**
   * Each sequence goes as far as it can: up to a message that fails again, which stays parked with one more attempt.
   * What it has done is committed in parts, so a repetition after a failure goes on where it stopped.
   * @param refs of one consumer
   * @throws Conflict when this service has no such consumer, Unavailable or Busy when a dependency is away
   */
  async run(refs: readonly LetterRef[], cause: Cause): Promise<Tally> {
    const [first] = refs;
    if (first === undefined) return NONE;
    const consumer = this.consumers.named(first.consumer);
    if (consumer === undefined) {
      throw new Conflict(
        `There is no consumer '${first.consumer}' any more that could handle it. Discard what nobody needs.`,
      );
    }
    try {
      return refs.length === 1
        ? await this.inOrder(consumer, first, cause)
        : await this.together(consumer, refs, cause);
    } catch (error) {
      throw outward(error);
    }
  }

  /** Many sequences in one transaction; when it fails, each half on its own. */
  private async together(consumer: Consumer, refs: readonly LetterRef[], cause: Cause): Promise<Tally> {
    const [first] = refs;
    if (first === undefined) return NONE;
    if (refs.length === 1) return this.inOrder(consumer, first, cause);
    let done = NONE;
    try {
      for (;;) {
        const { taken, ...tally } = await this.attempt(consumer, refs, MAX_BATCH, cause);
        done = sum(done, tally);
        if (taken < MAX_BATCH || tally.redriven === 0) return done;
      }
    } catch (error) {
      if (passesByItself(error)) throw error;
      const middle = Math.ceil(refs.length / 2);
      const front = await this.together(consumer, refs.slice(0, middle), cause);
      return sum(sum(done, front), await this.together(consumer, refs.slice(middle), cause));
    }
  }

  /** One sequence: of a part that fails the first half, until the message that fails stands alone. */
  private async inOrder(consumer: Consumer, ref: LetterRef, cause: Cause): Promise<Tally> {
    let done = NONE;
    let most = MAX_BATCH;
    let size = 0;
    for (;;) {
      try {
        const { taken, ...tally } = await this.attempt(consumer, [ref], most, cause, (count) => (size = count));
        done = sum(done, tally);
        if (taken < most || tally.redriven === 0) return done;
      } catch (error) {
        if (passesByItself(error)) throw error;
        if (size > 1) most = Math.ceil(size / 2);
        else return sum(done, await this.fail(consumer, ref, error, cause));
      }
    }
  }

  /** @param onTaken is told how many messages the transaction has, before any of them is handled */
  private attempt(
    consumer: Consumer,
    refs: readonly LetterRef[],
    most: number,
    cause: Cause,
    onTaken: (count: number) => void = () => undefined,
  ): Promise<Attempted> {
    return consumer.exclusively(async () => {
      const attempted = await consumer.context.transactions.run(cause, async (tx) => {
        const { letters, deliveries, placed } = await this.place(tx, consumer, refs, most);
        onTaken(deliveries.length);
        const result = await this.settle(tx, consumer, letters, placed);
        await reach('before-consumer-commit');
        return { ...result, taken: deliveries.length };
      });
      await reach('after-consumer-commit');
      return attempted;
    });
  }

  /** The letters and what is held behind them, each with its verdict, while nobody else can settle anything of it. */
  private async place(tx: Tx, consumer: Consumer, refs: readonly LetterRef[], most: number) {
    const { name } = consumer;
    const sequences = refs.flatMap(({ sequence }) => sequence ?? []);
    await lockSequences(tx, name, sequences);
    const parked = await takeParked(tx, name, refs, most);
    const held = await heldOf(tx, name, sequences, most - parked.length);
    const letters = new Map<Delivery, ParkedLetter>(parked.map((letter) => [toDelivery(toRecord(letter)), letter]));
    const deliveries = [...letters.keys(), ...held.map((record) => toDelivery(record, true))].sort(byVersion);
    const { states } = await loadSequences(tx, name, sequences);
    const unparked = new Map([...states].map(([key, state]) => [key, { ...state, parkedFrom: null }]));
    const placed = await this.withoutReceived(tx, name, letters, arrange(deliveries, unparked));
    return { letters, deliveries, placed };
  }

  /** A tool's message that came once more and was handled then is known; one that was only parked is not. */
  private async withoutReceived(
    tx: Tx,
    consumer: string,
    letters: ReadonlyMap<Delivery, ParkedLetter>,
    placed: readonly Placed[],
  ): Promise<Placed[]> {
    const idOf = (one: Placed): string | null =>
      one.verdict === 'apply' && one.move === null ? messageId(one.event.source, one.event.id) : null;
    const own = placed.filter(({ delivery }) => letters.get(delivery)?.received === true).map(idOf);
    await forget(
      tx,
      consumer,
      own.filter((id) => id !== null),
    );
    const ids = placed.map(idOf).filter((id) => id !== null);
    const seen = ids.length === 0 ? new Set<string>() : await receivedBefore(tx, consumer, ids);
    return placed.map((one): Placed => {
      const id = idOf(one);
      if (id === null) return one;
      if (seen.has(id)) return { verdict: 'drop', delivery: one.delivery };
      seen.add(id);
      return one;
    });
  }

  private async settle(
    tx: Tx,
    consumer: Consumer,
    letters: ReadonlyMap<Delivery, ParkedLetter>,
    placed: readonly Placed[],
  ): Promise<Tally> {
    await handle(consumer.context)({ tx, messages: placed.filter((one): one is ToApply => one.verdict === 'apply') });
    const now = this.clock.now();
    const settled = placed.filter(({ verdict }) => verdict === 'apply' || verdict === 'drop');
    const redriven = settled.flatMap(({ delivery }) => letters.get(delivery)?.id ?? []);
    const failed = placed.flatMap((one) => {
      const id = letters.get(one.delivery)?.id;
      return one.verdict === 'park' && one.letter.copied && id !== undefined ? [{ id, burial: one.letter }] : [];
    });
    await markRedriven(tx, redriven, now);
    await markFailed(tx, failed, now);
    await unhold(
      tx,
      consumer.name,
      settled.flatMap(({ delivery }) => (delivery.held ? (aggregateOf(delivery) ?? []) : [])),
    );
    return { redriven: redriven.length, failed: failed.length };
  }

  private async fail(consumer: Consumer, ref: LetterRef, error: unknown, cause: Cause): Promise<Tally> {
    return consumer.context.transactions.run(cause, async (tx) => {
      const head = await headOf(tx, ref);
      if (head === undefined) return NONE;
      await markFailed(tx, [{ id: head.id, burial: burialOf(error, 1) }], this.clock.now());
      return { redriven: 0, failed: 1 };
    });
  }
}

export function sum(one: Tally, other: Tally): Tally {
  return { redriven: one.redriven + other.redriven, failed: one.failed + other.failed };
}

/** Sequences stay together; within one, by version. */
function byVersion(one: Delivery, other: Delivery): number {
  const [first, second] = [aggregateOf(one), aggregateOf(other)];
  if (first === null || second === null) return Number(first !== null) - Number(second !== null);
  return first.type.localeCompare(second.type) || first.id.localeCompare(second.id) || first.version - second.version;
}

/** What a caller is told of something that will pass by itself. */
function outward(error: unknown): unknown {
  const cause = error instanceof RetryLater ? error.cause : error;
  if (cause instanceof BusinessError) return cause;
  return passesByItself(error)
    ? new Unavailable('It can not be handled right now. Repeat the request in a few seconds.', { cause: error })
    : error;
}
