import { defineLifecycle } from '@itops/kit';

export const DEAD_LETTER_STATUSES = ['parked', 'redriven', 'discarded'] as const;
export type DeadLetterStatus = (typeof DEAD_LETTER_STATUSES)[number];

export type DeadLetterAction = 'redrive' | 'discard';

/** A redrive that fails again leaves the letter parked, with one more attempt and the new reason. */
export const deadLetterLifecycle = defineLifecycle<DeadLetterStatus, DeadLetterAction>({
  name: 'dead letter',
  initial: 'parked',
  states: DEAD_LETTER_STATUSES,
  transitions: {
    redrive: {
      from: ['parked'],
      to: 'redriven',
      meaning: 'Handled after all, in the order of its aggregate, with what waited behind it.',
    },
    discard: {
      from: ['parked'],
      to: 'discarded',
      meaning: 'Given up for a reason; its version counts as applied, so that what waits behind it goes on.',
    },
  },
});
