import { INCIDENT_STATES, type IncidentState } from '@itops/contracts';
import { defineLifecycle } from '@itops/kit';

export type IncidentAction = 'start' | 'hold' | 'resume' | 'resolve' | 'close' | 'reopen' | 'cancel' | 'assign';

/** The one table of an incident's moves. */
export const incidentLifecycle = defineLifecycle<IncidentState, IncidentAction>({
  name: 'incident',
  initial: 'new',
  states: INCIDENT_STATES,
  transitions: {
    start: { from: ['new'], to: 'in_progress', meaning: 'Somebody works on it.' },
    hold: {
      from: ['in_progress'],
      to: 'on_hold',
      meaning: 'Work waits for the caller, a problem, a vendor or a change.',
    },
    resume: { from: ['on_hold'], to: 'in_progress', meaning: 'What it waited for is there.' },
    resolve: { from: ['new', 'in_progress', 'on_hold'], to: 'resolved', meaning: 'The service works again.' },
    close: {
      from: ['resolved'],
      to: 'closed',
      meaning: 'The caller agrees, or did not object; nothing more is to be done.',
    },
    reopen: { from: ['resolved'], to: 'in_progress', meaning: 'It was not over.' },
    cancel: { from: ['new', 'in_progress', 'on_hold'], to: 'canceled', meaning: 'It was no incident.' },
    assign: {
      from: ['new', 'in_progress', 'on_hold', 'resolved'],
      to: 'same',
      meaning: 'Another group or person has it.',
    },
  },
});

/** States in which a fault is being worked on, or waits to be. */
export const OPEN_INCIDENT_STATES: readonly IncidentState[] = ['new', 'in_progress', 'on_hold'];

export function isOpen(state: IncidentState): boolean {
  return OPEN_INCIDENT_STATES.includes(state);
}
