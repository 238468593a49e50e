import { MINUTE } from '@itops/kit';

import { isBeyond, type ThresholdRule } from './threshold';

/** A point in the order of time; epoch milliseconds. */
export interface Reading {
  readonly at: number;
  readonly value: number;
}

/** What has to be remembered of a resource under a threshold between two batches. */
export interface WatchState {
  /** Since when the value is beyond without a break; null while it isn't. */
  readonly beyondSince: number | null;
  readonly breached: boolean;
}

export const CALM: WatchState = { beyondSince: null, breached: false };

/** What a reading made happen. */
export interface Turn {
  readonly kind: 'opened' | 'cleared';
  readonly at: number;
  readonly value: number;
}

/**
 * Follows the readings, which must be in order of time and newer than all before. Only the points' own times count:
 * a replay of old points finds what was found then. Readings without one within bounds between them count as unbroken.
 */
export function follow(
  rule: Pick<ThresholdRule, 'comparator' | 'value' | 'forMinutes'>,
  state: WatchState,
  readings: readonly Reading[],
): { state: WatchState; turns: Turn[] } {
  let { beyondSince, breached } = state;
  const turns: Turn[] = [];
  for (const { at, value } of readings) {
    if (!isBeyond(rule, value)) {
      beyondSince = null;
      if (breached) turns.push({ kind: 'cleared', at, value });
      breached = false;
      continue;
    }
    beyondSince ??= at;
    if (!breached && at - beyondSince >= rule.forMinutes * MINUTE) {
      turns.push({ kind: 'opened', at, value });
      breached = true;
    }
  }
  return { state: { beyondSince, breached }, turns };
}
