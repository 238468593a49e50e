import type { Deed, IncidentAction } from '../../client/incident-actions.mts';
import type { WantedState } from './wanted.mts';

type Moving = Exclude<IncidentAction, 'assign'>;
export type Move = { [Action in Moving]: Deed<Action> }[Moving];

export interface Standing {
  readonly state: string;
  readonly holdReason: string | null;
  /** What the platform allows now; this alone decides which way is taken. */
  readonly allowedActions: readonly string[];
}

/** For each state, the moves that lead there or nearer, the shortest way first. */
const WAYS: Readonly<Record<WantedState['state'], readonly Moving[]>> = {
  new: [],
  in_progress: ['resume', 'start', 'reopen'],
  on_hold: ['hold', 'resume', 'start', 'reopen'],
  resolved: ['resolve', 'resume', 'start'],
  closed: ['close', 'resolve', 'resume', 'start'],
  canceled: ['cancel', 'resume', 'start'],
};

/**
 * The next move on the way to what the log shows, or "there", or "no way" when the life cycle forbids it.
 * The log leaves steps out (new to awaiting, for one); the moves between are made, not skipped.
 */
export function nextMove(now: Standing, wanted: WantedState): Move | 'there' | 'no way' {
  if (now.state === wanted.state && (now.holdReason ?? null) === wanted.holdReason) return 'there';
  const action = WAYS[wanted.state].find((way) => now.allowedActions.includes(way));
  return action === undefined ? 'no way' : moveBy(action, wanted);
}

function moveBy(action: Moving, wanted: WantedState): Move {
  switch (action) {
    case 'hold':
      return { action, body: { reason: wanted.holdReason ?? 'caller' } };
    case 'resolve':
      return { action, body: { closeCode: 'solved', closeNotes: 'Resolved in the log.' } };
    case 'reopen':
      return { action, body: { reason: 'Reopened in the log.' } };
    case 'cancel':
      return { action, body: { reason: 'Cancelled in the log.' } };
    case 'close':
    case 'resume':
    case 'start':
      return { action, body: {} };
  }
}
