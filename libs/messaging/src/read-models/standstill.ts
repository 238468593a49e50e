import { setTimeout as sleep } from 'node:timers/promises';

import { databaseCode } from '../transactions/database-errors';
import { type LogFeed } from './log-feed';
import { allAt, type Place, tablesOf } from './model-tables';
import { type ReadModel } from './read-model';
import { LogIncomplete, Refused } from './refusals';
import { type Session } from './session';

/**
 * For how long a lock is waited for, and others behind it in the queue. Below PostgreSQL's deadlock_timeout (1 s), so
 * that in a circle of waits it is this one that gives way and never a service.
 */
const LOCK_WAIT_MS = 500;
/** For how long the living consumer is kept waiting while the copy takes the last records. */
const CATCH_UP_MS = 2_000;
/** What is in the log has been read when nothing more has come for so long. */
const QUIET_MS = 10_000;
const LOOK_AGAIN_MS = 10;
const LONGEST_PAUSE_MS = 2_000;
/** 55P03 lock not available, 57014 canceled, 40P01 deadlock. */
const LOCK_FAILURES = new Set(['55P03', '57014', '40P01']);

export interface StandstillOptions {
  readonly session: Session;
  readonly model: ReadModel;
  readonly living: Place;
  readonly feed: LogFeed;
  /** For how long it is tried to get the locks. */
  readonly patienceMs: number;
}

/** Takes the lock within LOCK_WAIT_MS, in the transaction that runs, or fails. */
export type LockTables = (mode: 'share row exclusive' | 'access exclusive') => Promise<void>;

/**
 * Runs the work in a transaction while the living model stands still and the copy is exactly where it is. Readers go
 * on, and the service's consumer waits at its first write. When the locks can't be had, or the copy can't come level
 * in time, all locks are given back and it is tried again, since others must not wait for long.
 * @throws Refused when it could not be done in time
 */
export async function atStandstill<T>(options: StandstillOptions, work: (lock: LockTables) => Promise<T>): Promise<T> {
  const { session, model, living, feed, patienceMs } = options;
  const tables = allAt(living, tablesOf(model));
  const lock: LockTables = async (mode) => {
    await session.set('statement_timeout', String(LOCK_WAIT_MS), 'transaction');
    await session.query(`lock table ${tables} in ${mode} mode`);
    await session.set('statement_timeout', '0', 'transaction');
  };
  const end = performance.now() + patienceMs;
  let isBehind: string | undefined;
  for (let pause = 50; ; pause = Math.min(pause * 2, LONGEST_PAUSE_MS)) {
    try {
      return await session.transaction(async () => {
        await lock('share row exclusive');
        await level(feed);
        return work(lock);
      });
    } catch (error) {
      if (error instanceof NotLevel) isBehind = error.message;
      else if (LOCK_FAILURES.has(databaseCode(error) ?? '')) isBehind = undefined;
      else throw error;
    }
    if (performance.now() > end) break;
    await sleep(pause * (0.5 + Math.random()));
  }
  if (isBehind !== undefined) throw new Refused(isBehind);
  throw new Refused(
    `The tables of ${model.name} were in use for ${patienceMs / 1_000} s, so that they could not be locked for a moment. Nothing was changed; try again.`,
  );
}

/**
 * Waits, without any lock, until the copy is where the living model was when this began.
 * @throws LogIncomplete when the log does not lead there
 */
export async function reachLiving(feed: LogFeed): Promise<void> {
  await feed.mark();
  let read = feed.fed.read;
  for (let quietSince = performance.now(); ;) {
    await feed.release();
    const { count, examples } = await feed.behind('mark');
    if (count === 0) return;
    if (feed.fed.read > read) quietSince = performance.now();
    read = feed.fed.read;
    if (performance.now() - quietSince > QUIET_MS) {
      throw new LogIncomplete(
        `The log does not lead to where the living model is, in ${count} aggregates: ${examples.join('; ')}. Something that was applied is missing in it, or can't be read any more. The living model stays.`,
      );
    }
    await sleep(LOOK_AGAIN_MS * 10);
  }
}

class NotLevel extends Error {}

async function level(feed: LogFeed): Promise<void> {
  const end = performance.now() + CATCH_UP_MS;
  for (;;) {
    await feed.release();
    const { count, examples } = await feed.behind('living');
    if (count === 0) return;
    if (performance.now() > end) {
      throw new NotLevel(
        `The last events did not come in time, in ${count} aggregates: ${examples.join('; ')}. Nothing was changed; try again.`,
      );
    }
    await sleep(LOOK_AGAIN_MS);
  }
}
