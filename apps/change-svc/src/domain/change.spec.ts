import { CHANGE_STATES, CHANGE_TYPES, type ChangeState, type ChangeType } from '@itops/contracts';
import { IllegalTransition, InvalidInput, newId } from '@itops/kit';

import { Change } from './change';
import { type ChangeDetails } from './change.details';
import { type Deed } from './deed';
import { type ChangeCommand, perform } from './change-command';
import { CHANGE_ACTIONS, type ChangeAction, changeLifecycles, isFinal } from './change.lifecycle';

const at = (minute: number) => new Date(Date.UTC(2026, 0, 5, 9, minute));
const asked: Deed = { actor: 'ann', principals: ['ann'], at: at(0) };
const byBob: Deed = { actor: 'bob', principals: ['bob'], at: at(5) };

/** Every legal move, written down once more by hand: the tables must agree with it, and nothing else is legal. */
const LEGAL: Record<ChangeType, Partial<Record<ChangeState, Partial<Record<ChangeAction, ChangeState>>>>> = {
  normal: {
    new: { 'request-approval': 'assess', cancel: 'canceled' },
    assess: { approve: 'authorize', reject: 'new', cancel: 'canceled' },
    authorize: { schedule: 'scheduled', reject: 'new', cancel: 'canceled' },
    scheduled: { schedule: 'scheduled', start: 'implement', reject: 'new', cancel: 'canceled' },
    implement: { complete: 'review', fail: 'review', 'back-out': 'review' },
    review: { review: 'review', close: 'closed' },
  },
  emergency: {
    new: { 'request-approval': 'authorize', cancel: 'canceled' },
    authorize: { approve: 'scheduled', reject: 'new', cancel: 'canceled' },
    scheduled: { schedule: 'scheduled', start: 'implement', reject: 'new', cancel: 'canceled' },
    implement: { complete: 'review', fail: 'review', 'back-out': 'review' },
    review: { review: 'review', close: 'closed' },
  },
  standard: {
    new: { schedule: 'scheduled', cancel: 'canceled' },
    scheduled: { schedule: 'scheduled', start: 'implement', cancel: 'canceled' },
    implement: { complete: 'review', fail: 'review', 'back-out': 'review' },
    review: { review: 'review', close: 'closed' },
  },
};

const COMMANDS: Record<ChangeAction, ChangeCommand> = {
  'request-approval': { action: 'request-approval' },
  approve: { action: 'approve' },
  reject: { action: 'reject', reason: 'no backout plan' },
  schedule: { action: 'schedule', times: {} },
  start: { action: 'start' },
  complete: { action: 'complete' },
  fail: { action: 'fail', reason: 'disk full' },
  'back-out': { action: 'back-out', reason: undefined },
  review: { action: 'review', review: 'went as planned' },
  close: { action: 'close', closeCode: 'successful', closeNotes: null },
  cancel: { action: 'cancel', reason: 'not needed' },
};

function inState(type: ChangeType, state: ChangeState, more: Partial<ChangeDetails> = {}): Change {
  const { change } = Change.open(
    {
      id: newId(),
      number: 'CHG0000001',
      title: 'Replace the disk',
      type,
      source: 'manual',
      requestedBy: 'ann',
      plannedStart: at(10),
      plannedEnd: at(20),
    },
    asked,
  );
  return Change.restore({ ...change.details, state, ...more });
}

const pairs = CHANGE_TYPES.flatMap((type) =>
  changeLifecycles[type].states.flatMap((state) => CHANGE_ACTIONS.map((action) => [type, state, action] as const)),
);

describe('the life cycles', () => {
  it.each(pairs)('%s change in %s: %s', (type, state, action) => {
    const to = LEGAL[type][state]?.[action];
    const change = inState(type, state);
    expect(change.allowedActions.includes(action)).toBe(to !== undefined);
    if (to === undefined) {
      expect(() => perform(change, COMMANDS[action], byBob)).toThrow(IllegalTransition);
      expect(change.details.state).toBe(state);
      expect(change.trail).toEqual([]);
      return;
    }
    const [event, ...others] = perform(change, COMMANDS[action], byBob);
    expect(others).toEqual([]);
    expect(event?.aggregateVersion).toBe(2);
    expect(event?.data).toMatchObject({ state: to, version: 2 });
    expect(change.details).toMatchObject({ state: to, version: 2, updatedAt: byBob.at });
    expect(change.trail).toHaveLength(1);
  });

  it('says what every action means', () => {
    for (const type of CHANGE_TYPES) {
      const rows = changeLifecycles[type].toMarkdown().split('\n').slice(2);
      expect(rows).toHaveLength(CHANGE_ACTIONS.length);
      for (const row of rows) expect(row).toMatch(/\| [A-Z].{10,} \|$/);
    }
  });

  it('reaches every state of its type, and ends only where nothing can be done', () => {
    for (const type of CHANGE_TYPES) {
      const lifecycle = changeLifecycles[type];
      const reached = new Set<ChangeState>([lifecycle.initial]);
      for (const state of reached)
        for (const action of lifecycle.allowedActions(state)) reached.add(lifecycle.next(state, action));
      expect([...reached].sort()).toEqual([...lifecycle.states].sort());
      for (const state of lifecycle.states) expect(lifecycle.allowedActions(state).length === 0).toBe(isFinal(state));
    }
    expect(CHANGE_STATES.filter(isFinal)).toEqual(['closed', 'canceled']);
  });
});

describe('a change', () => {
  it('begins at version 1 with its event', () => {
    const { change, events } = Change.open(
      { id: newId(), number: 'CHG0000007', title: 'x', type: 'normal', source: 'api', requestedBy: 'ann' },
      asked,
    );
    expect(events.map(({ type }) => type)).toEqual(['itops.change.created.v1']);
    expect(change.details).toMatchObject({ version: 1, state: 'new', createdBy: 'ann', cis: [], failed: false });
    expect(change.storedVersion).toBe(0);
  });

  it('is told first that the move is illegal, then that the person is the wrong one', () => {
    expect(() => inState('normal', 'new').approve(asked)).toThrow(IllegalTransition);
  });

  it('of type normal needs planned times to be scheduled; the others do not', () => {
    const none = { plannedStart: null, plannedEnd: null };
    expect(() => inState('normal', 'authorize', none).schedule({}, byBob)).toThrow(InvalidInput);
    expect(() => inState('normal', 'authorize', none).schedule({ plannedStart: at(1) }, byBob)).toThrow('/plannedEnd');
    const change = inState('normal', 'authorize', none);
    change.schedule({ plannedStart: at(1), plannedEnd: at(2) }, byBob);
    expect(change.details).toMatchObject({ state: 'scheduled', plannedStart: at(1), plannedEnd: at(2) });
    expect(inState('standard', 'new', none).schedule({}, byBob)).toHaveLength(1);
    expect(inState('emergency', 'scheduled', none).schedule({}, byBob)).toHaveLength(1);
  });

  it('ends after it begins', () => {
    expect(() => inState('normal', 'new').edit({ plannedEnd: at(10) }, byBob)).toThrow(
      '/plannedEnd: must be after plannedStart',
    );
    expect(() => inState('normal', 'authorize').schedule({ plannedStart: at(30) }, byBob)).toThrow(InvalidInput);
    const request = {
      id: newId(),
      number: 'CHG1',
      title: 'x',
      type: 'normal',
      source: 'api',
      requestedBy: 'a',
    } as const;
    expect(() => Change.open({ ...request, plannedStart: at(2), plannedEnd: at(1) }, asked)).toThrow(InvalidInput);
  });

  it('takes its actual times from the moves and counts as failed when it failed or was backed out', () => {
    const change = inState('standard', 'scheduled');
    change.start({ actor: 'bob', principals: ['bob'], at: at(11) });
    expect(change.details.actualStart).toEqual(at(11));
    for (const [action, failed] of [
      ['complete', false],
      ['fail', true],
      ['back-out', true],
    ] as const) {
      const running = Change.restore(change.details);
      perform(running, COMMANDS[action], { actor: 'bob', principals: ['bob'], at: at(19) });
      expect(running.details).toMatchObject({ actualEnd: at(19), failed, state: 'review' });
    }
  });

  it('that failed can not be closed as successful', () => {
    const change = inState('standard', 'review', { failed: true });
    expect(() => change.close('successful', null, byBob)).toThrow('/closeCode');
    change.close('unsuccessful', 'restored from backup', byBob);
    expect(change.details).toMatchObject({
      state: 'closed',
      closeCode: 'unsuccessful',
      closeNotes: 'restored from backup',
    });
  });

  it('is edited until it ends; an edit that changes nothing is no version', () => {
    const change = inState('normal', 'assess');
    expect(change.edit({ title: change.details.title, plannedStart: at(10) }, byBob)).toEqual([]);
    expect(change.edit({ assignee: 'eve' }, byBob).map(({ type }) => type)).toEqual(['itops.change.updated.v1']);
    expect(change.trail).toEqual([{ action: 'edit', before: { assignee: null }, after: { assignee: 'eve' } }]);
    for (const state of ['closed', 'canceled'] as const) {
      expect(() => inState('normal', state).edit({ assignee: 'eve' }, byBob)).toThrow(IllegalTransition);
    }
  });

  it('keeps the reason of a move in its trail', () => {
    const change = inState('normal', 'assess');
    change.reject('no backout plan', byBob);
    expect(change.trail).toEqual([
      { action: 'reject', before: { state: 'assess' }, after: { state: 'new' }, reason: 'no backout plan' },
    ]);
  });
});
