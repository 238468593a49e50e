import { inOrderOfOpening, type LogRow } from './incident-log.mts';
import { nextMove } from './next-move.mts';
import { compare, shownGroupChanges } from './compare.mts';
import { type WantedState, wantedStates } from './wanted.mts';
import { beginJourney } from './walk.mts';
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
    const move = nextMove(now, wanted, 0);
    if (typeof move === 'string') return [...moves, move];
    moves.push(move.action);
    const state = AFTER[move.action] ?? '';
    now = { state, holdReason: move.body['reason'] ?? null, allowedActions: ALLOWED[state] ?? [] };
    if (state !== 'on_hold') now.holdReason = null;
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

it("carries the log's time in the words of a move", () => {
  const now = { state: 'new', holdReason: null, allowedActions: ['resolve'] };
  const move = nextMove(now, { state: 'resolved', holdReason: null }, Date.UTC(2016, 1, 29, 8, 53));
  expect(move).toMatchObject({ body: { closeNotes: 'Resolved in the log at 2016-02-29T08:53:00.000Z.' } });
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
  const now: Incident = {
    ...{ id: 'i', version: 1, number: 'INC9', title: 't', state: 'closed', holdReason: null, impact: 3, urgency: 3 },
    ...{ priority: 5, ciId: null, affectedCis: [], assignmentGroup: 'group-1', assignee: null, source: 'api' },
    ...{ openedAt: 'x', resolvedAt: 'x', closedAt: 'x', closeCode: 'solved', reopenCount: 0, reassignmentCount: 0 },
    ...{ causedByChangeId: null, alertCount: 0, allowedActions: [] },
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

  it('explains a time that the log hides', () => {
    const own = [row({ resolvedAt: null }), row({ state: 'Closed', resolvedAt: null })];
    expect(brief(differences({ impact: 2, urgency: 2, priority: 3 }, own))).toEqual(['resolved: hidden time']);
  });
});
