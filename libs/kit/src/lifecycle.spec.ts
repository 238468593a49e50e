import { IllegalTransition } from './errors';
import { defineLifecycle } from './lifecycle';

const door = defineLifecycle({
  name: 'door',
  initial: 'closed',
  states: ['open', 'closed', 'locked'],
  transitions: {
    open: { from: ['closed'], to: 'open', meaning: 'push it' },
    close: { from: ['open'], to: 'closed', meaning: 'pull it' },
    lock: { from: ['closed'], to: 'locked', meaning: 'turn the key' },
    knock: { from: ['closed', 'locked'], to: 'same', meaning: 'make a noise' },
    jam: { from: ['open'], to: 'locked', meaning: 'it warps', by: 'platform' },
  },
});

describe('a life cycle', () => {
  it('lists what may be asked for and refuses what is not allowed, for every state and action', () => {
    for (const state of door.states) {
      for (const action of door.actions) {
        const allowed = door.allows(state, action);
        expect(door.allowedActions(state).includes(action)).toBe(allowed && action !== 'jam');
        if (allowed) expect(door.states).toContain(door.next(state, action));
        else expect(() => door.next(state, action)).toThrow(IllegalTransition);
      }
    }
  });

  it('tells which moves are possible when it refuses one', () => {
    expect(() => door.next('open', 'lock')).toThrow(
      "'lock' is not possible while the door is 'open'. Possible now: close.",
    );
    expect(() => door.next('locked', 'open')).toThrow('Possible now: knock.');
    expect(() => door.next('locked', 'open', ['knock', 'paint'])).toThrow('Possible now: knock, paint.');
  });

  it('stays in the state for an action that moves nothing', () => {
    expect(door.next('locked', 'knock')).toBe('locked');
  });

  it('makes the database check and the diagram from the same table', () => {
    expect(door.sqlCheck('state')).toBe("state in ('open', 'closed', 'locked')");
    expect(door.toMermaid()).toBe(
      [
        'stateDiagram-v2',
        '  [*] --> closed',
        '  closed --> open: open',
        '  open --> closed: close',
        '  closed --> locked: lock',
        '  open --> locked: jam',
        '  locked --> [*]',
      ].join('\n'),
    );
    expect(door.toMarkdown()).toContain('| `knock` | closed, locked | (stays) | make a noise |');
  });
});
