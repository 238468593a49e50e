import { ALERT_STATES, type AlertState } from '@itops/contracts';
import { defineLifecycle } from '@itops/kit';

export type AlertAction = 'acknowledge' | 'resolve' | 'suppress' | 'fire';

/** The one table of an alert's moves. */
export const alertLifecycle = defineLifecycle<AlertState, AlertAction>({
  name: 'alert',
  initial: 'firing',
  states: ALERT_STATES,
  transitions: {
    acknowledge: { from: ['firing'], to: 'acknowledged', meaning: 'Somebody took notice.' },
    resolve: { from: ['firing', 'acknowledged', 'suppressed'], to: 'resolved', meaning: 'The condition is over.' },
    suppress: {
      from: ['firing', 'acknowledged'],
      to: 'suppressed',
      meaning: 'It is expected and raises nobody.',
      by: 'platform',
    },
    fire: { from: ['resolved'], to: 'firing', meaning: 'The condition is there again.', by: 'platform' },
  },
});

/** What people may do: the moves that the table does not leave to the platform. */
export const ALERT_ACTIONS_OF_PEOPLE = ['acknowledge', 'resolve'] as const;
export type AlertActionOfPeople = (typeof ALERT_ACTIONS_OF_PEOPLE)[number];
