import { IllegalTransition, type Lifecycle } from '@itops/kit';

import { ALERT_ACTIONS_OF_PEOPLE, alertLifecycle } from './alert.lifecycle';
import { incidentLifecycle, isOpen } from './incident.lifecycle';
import { majorLifecycle } from './major.lifecycle';

/** Compares a life cycle with a table written out once more by hand; `-` means refused. */
function checkLifecycle<State extends string, Action extends string>(
  lifecycle: Lifecycle<State, Action>,
  expected: Readonly<Record<Action, readonly (State | '-')[]>>,
): void {
  describe(`life cycle of ${lifecycle.name}`, () => {
    for (const action of lifecycle.actions) {
      for (const [column, state] of lifecycle.states.entries()) {
        const to = expected[action][column];
        if (to === '-') {
          it(`${action} is refused in ${state}`, () => {
            expect(() => lifecycle.next(state, action)).toThrow(IllegalTransition);
          });
        } else {
          it(`${action} moves ${state} to ${String(to)}`, () => {
            expect(lifecycle.next(state, action)).toBe(to);
          });
        }
      }
    }
  });
}

checkLifecycle(incidentLifecycle, {
  // from:  new            in_progress    on_hold        resolved       closed  canceled
  start: ['in_progress', '-', '-', '-', '-', '-'],
  hold: ['-', 'on_hold', '-', '-', '-', '-'],
  resume: ['-', '-', 'in_progress', '-', '-', '-'],
  resolve: ['resolved', 'resolved', 'resolved', '-', '-', '-'],
  close: ['-', '-', '-', 'closed', '-', '-'],
  reopen: ['-', '-', '-', 'in_progress', '-', '-'],
  cancel: ['canceled', 'canceled', 'canceled', '-', '-', '-'],
  assign: ['new', 'in_progress', 'on_hold', 'resolved', '-', '-'],
});

checkLifecycle(majorLifecycle, {
  // from:          none         candidate   accepted    rejected
  'propose-major': ['candidate', '-', '-', 'candidate'],
  'accept-major': ['-', 'accepted', '-', '-'],
  'reject-major': ['-', 'rejected', 'rejected', '-'],
});

checkLifecycle(alertLifecycle, {
  // from:      firing         acknowledged  resolved   suppressed
  acknowledge: ['acknowledged', '-', '-', '-'],
  resolve: ['resolved', 'resolved', '-', 'resolved'],
  suppress: ['suppressed', 'suppressed', '-', '-'],
  fire: ['-', '-', 'firing', '-'],
});

it('lets people do to an alert what is theirs, and leaves the rest to the platform', () => {
  const offered = alertLifecycle.states.flatMap((state) => alertLifecycle.allowedActions(state));
  expect(new Set(offered)).toEqual(new Set(ALERT_ACTIONS_OF_PEOPLE));
});

it('counts new, in progress and on hold as open', () => {
  expect(incidentLifecycle.states.filter(isOpen)).toEqual(['new', 'in_progress', 'on_hold']);
});
