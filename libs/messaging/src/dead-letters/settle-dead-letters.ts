import { BusinessError, type Cause, newId, NotFound } from '@itops/kit';
import { Injectable, Logger, type BeforeApplicationShutdown, type OnApplicationBootstrap } from '@nestjs/common';
import { DataSource } from 'typeorm';

import { Consumers } from '../consumer/consumers';
import { apartFromRequest } from '../transactions/request-transaction';
import { type Tx } from '../transactions/tx';
import { reasonOf, Wakeup, withinLimit } from '../waiting';
import { whenInitialized } from '../when-initialized';
import { type DeadLetterAction, deadLetterLifecycle } from './dead-letter.lifecycle';
import { type ClaimedTask, type DeadLetterTask, DeadLetterTasks, LETTERS_AT_ONCE } from './dead-letter-tasks';
import { byConsumer, Discard } from './discard';
import { type LetterFilter } from './letter-filter';
import { findLetter, freedHeads, headOf, type LetterRef } from './letters';
import { EarlierParked } from './earlier-parked';
import { MissingVersion, neededVersion } from './missing-version';
import { NONE, Redrive, sum, type Tally } from './redrive';

/** So long a request waits for its task; what takes longer goes on in the background. */
const PATIENCE_MS = 2_000;
const LOOK_EVERY_MS = 5_000;
const GO_ON_EVERY_MS = 60_000;

interface ManyLetters {
  readonly action: DeadLetterAction;
  readonly filter: LetterFilter;
  readonly reason?: string;
}

/**
 * What an operator does with dead letters: one, or many as a task. It is committed in parts, as it is done, and not with
 * the request: whoever repeats a request goes on where the first one stopped.
 */
@Injectable()
export class SettleDeadLetters implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly logger = new Logger(SettleDeadLetters.name);
  /** Of this process. */
  private readonly worker = newId();
  private readonly wakeup = new Wakeup();
  private readonly database: Pick<Tx, 'query'>;
  private stopping = false;
  private running: Promise<void> = Promise.resolve();
  /** Steps of tasks that requests have begun. */
  private readonly begun = new Set<Promise<void>>();

  constructor(
    private readonly dataSource: DataSource,
    private readonly tasks: DeadLetterTasks,
    private readonly redrives: Redrive,
    private readonly discards: Discard,
    private readonly consumers: Consumers,
  ) {
    this.database = { query: (sql, params = []) => dataSource.query(sql, [...params]) };
  }

  onApplicationBootstrap(): void {
    this.running = this.work();
  }

  /** While the database is still there. */
  async beforeApplicationShutdown(): Promise<void> {
    this.stopping = true;
    this.wakeup.wake();
    await Promise.all([this.running, ...this.begun]);
  }

  /**
   * Handles the letter again, and all that waits behind it.
   * @throws NotFound, IllegalTransition, EarlierParked, MissingVersion, Conflict, Unavailable, Busy
   */
  redrive(id: string, cause: Cause): Promise<Tally> {
    return apartFromRequest(() => this.redriveOne(id, cause));
  }

  private async redriveOne(id: string, cause: Cause): Promise<Tally> {
    const { ref, version } = await this.parked(id, 'redrive');
    const head = await headOf(this.database, ref);
    if (head?.version != null && version !== null && head.version < version) throw new EarlierParked(head);
    const tally = await this.redrives.run([ref], cause);
    if (tally.redriven + tally.failed === 0 && version !== null) {
      // Somebody else may have settled it since.
      await this.parked(id, 'redrive');
      const needed = await neededVersion(this.database, ref);
      if (needed !== undefined && needed < version) throw new MissingVersion(version, needed);
    }
    return tally;
  }

  /**
   * Gives the letter up; what waited only for it is handled.
   * @throws NotFound, IllegalTransition
   */
  discard(id: string, reason: string, cause: Cause): Promise<Tally> {
    return apartFromRequest(() => this.discardOne(id, reason, cause));
  }

  private async discardOne(id: string, reason: string, cause: Cause): Promise<Tally> {
    const { ref } = await this.parked(id, 'discard');
    // Somebody else may have settled it since.
    if ((await this.discards.run([ref], reason, cause)) === 0) await this.parked(id, 'discard');
    return ref.sequence === null ? NONE : this.goOn(cause, ref);
  }

  /** Works at the task for a short while, and leaves the rest to the background. @throws InvalidInput */
  many(work: ManyLetters, cause: Cause): Promise<DeadLetterTask> {
    return apartFromRequest(() => this.begin(work, cause));
  }

  private async begin(work: ManyLetters, cause: Cause): Promise<DeadLetterTask> {
    const task = await this.tasks.begin(work, this.worker, cause);
    const end = performance.now() + PATIENCE_MS;
    const begun = this.carryOut(task, () => !this.stopping && performance.now() < end)
      .catch((error: unknown) => this.tell(task, error))
      .finally(() => {
        this.begun.delete(begun);
        this.wakeup.wake();
      });
    this.begun.add(begun);
    // A step may take far longer, as when its consumer is busy.
    await withinLimit(begun, PATIENCE_MS);
    return this.tasks.find(task.id);
  }

  private async parked(id: string, action: DeadLetterAction) {
    const found = await findLetter(this.database, id);
    if (found === undefined) throw new NotFound('dead letter', id);
    deadLetterLifecycle.next(found.status, action);
    return found;
  }

  /** Handles what is parked only behind something that has been settled: behind this letter, or behind any. */
  private async goOn(cause: Cause, letter?: LetterRef): Promise<Tally> {
    let done = NONE;
    for (;;) {
      const freed = await freedHeads(this.database, this.consumers.names(), LETTERS_AT_ONCE, letter);
      if (freed.length === 0) return done;
      const tally = await this.redriveAll(freed, cause);
      done = sum(done, tally);
      if (tally.redriven + tally.failed === 0) return done;
    }
  }

  private async redriveAll(refs: readonly LetterRef[], cause: Cause): Promise<Tally> {
    let done = NONE;
    for (const [consumer, letters] of byConsumer(refs)) {
      const isKnown = this.consumers.named(consumer) !== undefined;
      done = sum(done, isKnown ? await this.redrives.run(letters, cause) : { redriven: 0, failed: letters.length });
    }
    return done;
  }

  private async carryOut(task: ClaimedTask, mayGoOn: () => boolean): Promise<void> {
    let current = task;
    try {
      while (mayGoOn()) {
        const letters = await this.tasks.next(current);
        const last = letters.length < LETTERS_AT_ONCE ? undefined : letters.at(-1);
        const progress = await this.step(current, letters);
        const after = last === undefined ? null : { at: last.at, id: last.id };
        if (!(await this.tasks.advance(current, this.worker, { ...progress, after })) || after === null) return;
        current = { ...current, after };
      }
    } finally {
      await this.tasks.release(current, this.worker).catch((error: unknown) => this.tell(current, error));
    }
  }

  private async step({ action, reason, cause }: ClaimedTask, letters: readonly LetterRef[]) {
    if (action === 'redrive') {
      const { redriven, failed } = await this.redriveAll(letters, cause);
      return { settled: redriven, failed };
    }
    const settled = await this.discards.run(letters, reason, cause);
    await this.goOn(cause);
    return { settled, failed: 0 };
  }

  private async work(): Promise<void> {
    await whenInitialized(this.dataSource, () => this.stopping);
    // A process may have ended between a discard and what it set free, or the last version in between came by the log.
    let goOnAt = performance.now();
    while (!this.stopping) {
      try {
        const task = await this.tasks.claim(this.worker);
        if (task !== undefined) await this.carryOut(task, () => !this.stopping);
        else if (performance.now() >= goOnAt) {
          await this.discards.catchUp();
          await this.goOn({ actor: 'system:dead-letters', correlationId: newId() });
          goOnAt = performance.now() + GO_ON_EVERY_MS;
        } else await this.wakeup.wait(LOOK_EVERY_MS);
      } catch (error) {
        if (!this.stopping) this.tell(undefined, error);
        await this.wakeup.wait(LOOK_EVERY_MS);
      }
    }
  }

  private tell(task: ClaimedTask | undefined, error: unknown): void {
    const text = `${task === undefined ? 'Dead letters' : `Task ${task.id}`} will go on later: ${reasonOf(error)}`;
    if (error instanceof BusinessError) this.logger.warn(text);
    else this.logger.error(text);
  }
}
