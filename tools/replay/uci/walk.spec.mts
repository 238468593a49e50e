import { inOrderOfOpening, type LogRow } from './incident-log.mts';
import { nextMove } from './next-move.mts';
import { compare, shownGroupChanges } from './compare.mts';
import { type WantedState, wantedStates } from './wanted.mts';
import { beginJourney, type Journey, timeOf } from './walk.mts';
import type { Incident } from '../../client/resources.mts';

let at = 0;
function row(changes: Partial<LogRow>): LogRow {
  at += 1;
  return {
    ...{ number: 'INC1', state: 'New', reassignmentCount: 0, reopenCount: 0, caller: null },
    ...{ openedAt: 0, updatedAt: at * 60_000, category: null, subcategory: null, impact: 2, urgency: 2, priority: 3 },
    ...{ group: '1', assignee: null, closedCode: null, resolvedAt: 1, closedAt: 1 },
    ...changes,
  };
}

function logged(...rows: LogRow[]) {
  const [incident] = inOrderOfOpening([rows]);
  if (incident === undefined) throw new Error('no rows');
  return incident;
}

/** The platform's life cycle, as its documents have it. */
const ALLOWED: Record<string, readonly string[]> = {
  new: ['start', 'resolve', 'cancel', 'assign'],
  in_progress: ['hold', 'resolve', 'cancel', 'assign'],
  on_hold: ['resume', 'resolve', 'cancel', 'assign'],
  resolved: ['close', 'reopen', 'assign'],
  closed: [],
  canceled: [],
};
const AFTER: Record<string, string> = {
  ...{ start: 'in_progress', resume: 'in_progress', reopen: 'in_progress', hold: 'on_hold' },
  ...{ resolve: 'resolved', close: 'closed', cancel: 'canceled' },
};

function route(from: string, holdReason: string | null, wanted: WantedState): string[] {
  const moves: string[] = [];
  let now = { state: from, holdReason, allowedActions: ALLOWED[from] ?? [] };
  for (;;) {
    const move = nextMove(now, wanted);
    if (typeof move === 'string') return [...moves, move];
    moves.push(move.action);
    const state = AFTER[move.action] ?? '';
    now = { state, holdReason: move.action === 'hold' ? move.body.reason : null, allowedActions: ALLOWED[state] ?? [] };
  }
}

describe('the way to what the log shows', () => {
  const hold = (holdReason: 'caller' | 'vendor'): WantedState => ({ state: 'on_hold', holdReason });
  const plain = (state: WantedState['state']): WantedState => ({ state, holdReason: null });

  it.each([
    ['new', null, plain('in_progress'), ['start', 'there']],
    ['new', null, hold('caller'), ['start', 'hold', 'there']],
    ['on_hold', 'caller', hold('caller'), ['there']],
    ['on_hold', 'caller', hold('vendor'), ['resume', 'hold', 'there']],
    ['on_hold', 'caller', plain('in_progress'), ['resume', 'there']],
    ['new', null, plain('closed'), ['resolve', 'close', 'there']],
    ['resolved', null, plain('in_progress'), ['reopen', 'there']],
    ['resolved', null, hold('vendor'), ['reopen', 'hold', 'there']],
    ['closed', null, plain('in_progress'), ['no way']],
    ['in_progress', null, plain('new'), ['no way']],
  ])('leads from %s (%s) by moves that are allowed', (from, reason, wanted, moves) => {
    expect(route(from, reason, wanted)).toEqual(moves);
  });
});

describe('the time of a move', () => {
  const minute = (count: number) => count * 60_000;
  const begin = (...rows: LogRow[]) => {
    const incident = logged(...rows);
    return beginJourney(incident, wantedStates(incident));
  };
  const minuteOf = (journey: Journey, index: number, action: string) =>
    Date.parse(timeOf(journey, index, action)) / minute(1);

  it("is its row's, and the log's own for the end", () => {
    const ends = { resolvedAt: minute(7), closedAt: minute(9) };
    const journey = begin(
      row({ ...ends, updatedAt: minute(2) }),
      row({ ...ends, updatedAt: minute(4), state: 'Active' }),
      row({ ...ends, updatedAt: minute(9), state: 'Closed', group: '2' }),
    );
    expect(minuteOf(journey, 1, 'start')).toBe(4);
    // Handed on before it is resolved, in the row that closes it.
    expect(minuteOf(journey, 2, 'assign')).toBe(7);
    expect(minuteOf(journey, 2, 'resolve')).toBe(7);
    expect(minuteOf(journey, 2, 'close')).toBe(9);
  });

  it('of a resolution that does not last is that of its row', () => {
    const ends = { resolvedAt: minute(20), closedAt: minute(30) };
    const journey = begin(
      row({ ...ends, updatedAt: minute(2) }),
      row({ ...ends, updatedAt: minute(4), state: 'Resolved' }),
      row({ ...ends, updatedAt: minute(6), state: 'Active' }),
      row({ ...ends, updatedAt: minute(20), state: 'Resolved' }),
    );
    expect(minuteOf(journey, 1, 'resolve')).toBe(4);
    expect(minuteOf(journey, 2, 'reopen')).toBe(6);
    expect(minuteOf(journey, 3, 'resolve')).toBe(20);
  });

  it('is never before the last one', () => {
    const journey = begin(
      row({ updatedAt: minute(5), resolvedAt: minute(3), closedAt: null }),
      row({ updatedAt: minute(6), state: 'Active', resolvedAt: minute(3), closedAt: null }),
      row({ updatedAt: minute(8), state: 'Resolved', resolvedAt: minute(3), closedAt: null }),
    );
    expect(minuteOf(journey, 1, 'start')).toBe(6);
    expect(minuteOf(journey, 2, 'resolve')).toBe(6);
  });
});

describe('what the platform should hold after each row', () => {
  it('leaves rows out that change nothing of it', () => {
    const wanted = wantedStates(
      logged(row({}), row({}), row({ state: 'Active' }), row({ state: '-100' }), row({ state: 'Closed' })),
    );
    expect(wanted.map(({ state }) => state.state)).toEqual(['new', 'in_progress', 'closed']);
  });

  it('keeps the order of the rows where times step back', () => {
    const wanted = wantedStates(
      logged(row({ updatedAt: 10 }), row({ state: 'Active', updatedAt: 5 }), row({ state: 'Resolved', updatedAt: 12 })),
    );
    expect(wanted.map(({ at, state }) => [at, state.state])).toEqual([
      [10, 'new'],
      [10, 'in_progress'],
      [12, 'resolved'],
    ]);
  });

  it('takes a hidden group for a group of its own', () => {
    const wanted = wantedStates(logged(row({}), row({ group: null }), row({ group: '1', assignee: '7' })));
    expect(wanted.map(({ assignee, group }) => [group, assignee])).toEqual([
      ['group-1', null],
      ['group-not-known', null],
      ['group-1', 'resolver-7'],
    ]);
    expect(shownGroupChanges([row({}), row({ group: null }), row({})])).toBe(2);
  });
});

describe('the comparison', () => {
  const rows = [
    row({}),
    row({ state: 'Resolved' }),
    row({ state: 'Closed', reassignmentCount: 1, impact: 3, urgency: 3, priority: 4 }),
  ];
  const iso = (time: number) => new Date(time).toISOString();
  const now: Incident = {
    ...{ id: 'i', version: 1, number: 'INC9', title: 't', state: 'closed', holdReason: null, impact: 3, urgency: 3 },
    ...{ priority: 5, ciId: null, affectedCis: [], assignmentGroup: 'group-1', assignee: null, source: 'api' },
    ...{
      openedAt: iso(0),
      resolvedAt: iso(1),
      closedAt: iso(1),
      closeCode: 'solved',
      reopenCount: 0,
      reassignmentCount: 0,
    },
    ...{ causedByChangeId: null, alertCount: 0, allowedActions: [], ciName: null, closeNotes: null, caller: null },
    ...{ description: '', major: null, problemId: null, security: false, acknowledgedAt: null },
    ...{ createdAt: iso(0), createdBy: 'replay', updatedAt: iso(1) },
  };
  const differences = (changes: Partial<Incident>, own = rows) => {
    const incident = logged(...own);
    return compare(beginJourney(incident, wantedStates(incident)), { ...now, ...changes });
  };
  const brief = (found: ReturnType<typeof differences>) => found.map(({ field, reason }) => `${field}: ${reason}`);

  it('explains another matrix, and a counter that the rows do not show', () => {
    expect(brief(differences({}))).toEqual(['priority: matrix', 'reassignments: hidden reassignments']);
  });

  it('explains nothing that the platform got wrong', () => {
    expect(
      brief(differences({ state: 'resolved', closedAt: null, impact: 2, reassignmentCount: 3, reopenCount: 1 })),
    ).toEqual(['state: null', 'priority: null', 'reassignments: null', 'reopenings: null', 'closed: null']);
  });

  it('compares the times, and explains one of a resolution after which work went on', () => {
    const same = { impact: 2, urgency: 2, priority: 3 };
    const own = [row({}), row({ state: 'Closed' })];
    expect(brief(differences(same, own))).toEqual([]);
    expect(brief(differences({ ...same, openedAt: iso(5), closedAt: iso(5) }, own))).toEqual([
      'opened: null',
      'closed: null',
    ]);
    expect(brief(differences({ ...same, resolvedAt: iso(5) }, own))).toEqual(['resolved: time steps back']);
    const later = own.map((one) => ({ ...one, resolvedAt: 1e9 }));
    expect(brief(differences({ ...same, resolvedAt: iso(5) }, later))).toEqual(['resolved: null']);
  });

  it('explains a time that the log hides', () => {
    const own = [row({ resolvedAt: null }), row({ state: 'Closed', resolvedAt: null })];
    expect(brief(differences({ impact: 2, urgency: 2, priority: 3 }, own))).toEqual(['resolved: hidden time']);
  });
});
