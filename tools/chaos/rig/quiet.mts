import { setTimeout as sleep } from 'node:timers/promises';
import { readProgress } from '../evidence/progress.mts';
import { countWaiting } from '../evidence/tables.mts';
import type { Platform } from '../stage/platform.mts';

export interface Quiet {
  /** Until every process said that it is ready; null when one never did. */
  readonly readyMs: number | null;
  /** Until nothing was on its way any more; null when something still was at the end. */
  readonly quietMs: number | null;
  /** What was in the way when it was looked at last. */
  readonly reason: string;
}

const LOOK_MS = 400;

/**
 * Waits until all processes are ready, every outbox and every hold is empty and every consumer has settled its log, seen
 * twice in a row with nothing new in between.
 */
export async function untilQuiet(
  { platform, broker, prefix }: { platform: Platform; broker: string; prefix: string },
  limitMs: number,
): Promise<Quiet> {
  const began = performance.now();
  let readyMs: number | null = null;
  let reason = '';
  let before = -1;
  while (performance.now() - began < limitMs) {
    const unready: string[] = [];
    for (const one of platform.all) if (!(await one.isReady())) unready.push(one.name);
    if (unready.length > 0) reason = `not ready: ${unready.join(', ')}`;
    else {
      readyMs ??= performance.now() - began;
      try {
        const waiting = await countWaiting(platform.databases);
        const { behind, lag, logged } = await readProgress(broker, prefix, [...platform.databases.keys()]);
        reason = `${waiting} rows and ${lag} records wait${behind.length > 0 ? ` (${behind.join(', ')})` : ''}`;
        const isQuiet = waiting === 0 && lag === 0;
        if (isQuiet && before === logged) return { readyMs, quietMs: performance.now() - began, reason: '' };
        before = isQuiet ? logged : -1;
      } catch (error) {
        reason = error instanceof Error ? error.message : String(error);
      }
    }
    await sleep(LOOK_MS);
  }
  return { readyMs, quietMs: null, reason };
}
