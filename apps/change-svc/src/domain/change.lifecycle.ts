import { CHANGE_STATES, type ChangeState, type ChangeType } from '@itops/contracts';
import { type Lifecycle, type Transition, defineLifecycle } from '@itops/kit';

/** What can be done to a change. Which of it is possible depends on the change's type and state. */
export const CHANGE_ACTIONS = [
  'request-approval',
  'approve',
  'reject',
  'schedule',
  'start',
  'complete',
  'fail',
  'back-out',
  'review',
  'close',
  'cancel',
] as const;
export type ChangeAction = (typeof CHANGE_ACTIONS)[number];

export type ChangeLifecycle = Lifecycle<ChangeState, ChangeAction>;

/** From the implementation on, all types of change go the same way. */
const implementation = {
  start: { from: ['scheduled'], to: 'implement', meaning: 'Implementation begins; actualStart is now.' },
  complete: {
    from: ['implement'],
    to: 'review',
    meaning: 'Implementation ended well; actualEnd is now. What remains is the review.',
  },
  fail: {
    from: ['implement'],
    to: 'review',
    meaning: 'Implementation ended badly; actualEnd is now and the change counts as failed.',
  },
  'back-out': {
    from: ['implement'],
    to: 'review',
    meaning: 'The implementation was undone by the backout plan; actualEnd is now and the change counts as failed.',
  },
  review: {
    from: ['review'],
    to: 'same',
    meaning: 'The post-implementation review is written; it may be written again until the change is closed.',
  },
  close: { from: ['review'], to: 'closed', meaning: 'Nothing more is to be done; the close code says how it went.' },
} as const satisfies Partial<Record<ChangeAction, Transition<ChangeState>>>;

const cancelFrom = (from: readonly ChangeState[]): Transition<ChangeState> => ({
  from,
  to: 'canceled',
  meaning: 'It will not be done. Possible until implementation begins.',
});

const never = (meaning: string): Transition<ChangeState> => ({ from: [], to: 'same', meaning });

export const normalLifecycle: ChangeLifecycle = defineLifecycle({
  name: 'normal change',
  initial: 'new',
  states: CHANGE_STATES,
  transitions: {
    'request-approval': {
      from: ['new'],
      to: 'assess',
      meaning: 'The request is complete; the change authority is asked to assess it.',
    },
    approve: {
      from: ['assess'],
      to: 'authorize',
      meaning: 'The change authority lets it go ahead: it is authorized and waits for its time.',
    },
    reject: {
      from: ['assess', 'authorize', 'scheduled'],
      to: 'new',
      meaning:
        'The change authority refuses it as it is, or takes its approval back; it can be mended and asked again.',
    },
    schedule: {
      from: ['authorize', 'scheduled'],
      to: 'scheduled',
      meaning: 'It gets its time, which it must have, or another time.',
    },
    ...implementation,
    cancel: cancelFrom(['new', 'assess', 'authorize', 'scheduled']),
  },
});

export const emergencyLifecycle: ChangeLifecycle = defineLifecycle({
  name: 'emergency change',
  initial: 'new',
  states: ['new', 'authorize', 'scheduled', 'implement', 'review', 'closed', 'canceled'],
  transitions: {
    'request-approval': {
      from: ['new'],
      to: 'authorize',
      meaning: 'The emergency change authority is asked; there is no assessment before.',
    },
    approve: {
      from: ['authorize'],
      to: 'scheduled',
      meaning: 'It may go ahead, and at once: no time has to be agreed.',
    },
    reject: {
      from: ['authorize', 'scheduled'],
      to: 'new',
      meaning:
        'The emergency change authority refuses it as it is, or takes its approval back; it can be mended and asked again.',
    },
    schedule: { from: ['scheduled'], to: 'scheduled', meaning: 'It gets a time, or another time.' },
    ...implementation,
    cancel: cancelFrom(['new', 'authorize', 'scheduled']),
  },
});

export const standardLifecycle: ChangeLifecycle = defineLifecycle({
  name: 'standard change',
  initial: 'new',
  states: ['new', 'scheduled', 'implement', 'review', 'closed', 'canceled'],
  transitions: {
    'request-approval': never('Not needed: a standard change is authorized in advance.'),
    approve: never('Not needed: a standard change is authorized in advance.'),
    reject: never('Nobody was asked: a standard change is authorized in advance.'),
    schedule: {
      from: ['new', 'scheduled'],
      to: 'scheduled',
      meaning: 'It may begin, at its planned time if it has one; or it gets another time.',
    },
    ...implementation,
    cancel: cancelFrom(['new', 'scheduled']),
  },
});

export const changeLifecycles: Readonly<Record<ChangeType, ChangeLifecycle>> = {
  normal: normalLifecycle,
  emergency: emergencyLifecycle,
  standard: standardLifecycle,
};

/** No edit and no action is possible any more. */
export function isFinal(state: ChangeState): boolean {
  return state === 'closed' || state === 'canceled';
}

/** The states that only an approval leads to. */
const APPROVED: Readonly<Record<ChangeType, readonly ChangeState[]>> = {
  normal: ['authorize', 'scheduled', 'implement', 'review'],
  emergency: ['scheduled', 'implement', 'review'],
  standard: [],
};

/** Whether the change authority has let it go ahead as it is. */
export function isApproved({ type, state }: { readonly type: ChangeType; readonly state: ChangeState }): boolean {
  return APPROVED[type].includes(state);
}
