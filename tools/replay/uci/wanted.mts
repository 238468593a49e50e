import type { LoggedIncident, LogRow } from './incident-log.mts';

/** How the platform should stand after one row of the log. */
export interface Wanted {
  /** The row's time, or that of a row before it where the log's times step back. */
  readonly at: number;
  readonly state: WantedState;
  readonly impact: number;
  readonly urgency: number;
  /** The log hides some groups; one that it hides is still not the one before. */
  readonly group: string;
  readonly assignee: string | null;
}

export interface WantedState {
  readonly state: 'new' | 'in_progress' | 'on_hold' | 'resolved' | 'closed' | 'canceled';
  readonly holdReason: 'caller' | 'problem' | 'vendor' | null;
}

const STATES: Readonly<Record<string, WantedState>> = {
  New: { state: 'new', holdReason: null },
  Active: { state: 'in_progress', holdReason: null },
  'Awaiting User Info': { state: 'on_hold', holdReason: 'caller' },
  // Whoever has the evidence is asked for it.
  'Awaiting Evidence': { state: 'on_hold', holdReason: 'caller' },
  'Awaiting Problem': { state: 'on_hold', holdReason: 'problem' },
  'Awaiting Vendor': { state: 'on_hold', holdReason: 'vendor' },
  Resolved: { state: 'resolved', holdReason: null },
  Closed: { state: 'closed', holdReason: null },
  Canceled: { state: 'canceled', holdReason: null },
};

const HIDDEN_GROUP = 'group-not-known';

/** One for each row that changes something that the platform holds. A state word that is no state changes nothing. */
export function wantedStates({ rows }: LoggedIncident): [Wanted, ...Wanted[]] {
  const [first, ...more] = rows;
  const wanted: [Wanted, ...Wanted[]] = [wantedAfter(first, { state: 'new', holdReason: null })];
  let last = wanted[0];
  for (const row of more) {
    const next = wantedAfter(row, last.state);
    if (differs(last, next)) {
      last = { ...next, at: Math.max(last.at, next.at) };
      wanted.push(last);
    }
  }
  return wanted;
}

function wantedAfter(row: LogRow, before: WantedState): Wanted {
  return {
    at: row.updatedAt,
    state: STATES[row.state] ?? before,
    impact: row.impact,
    urgency: row.urgency,
    group: row.group === null ? HIDDEN_GROUP : `group-${row.group}`,
    assignee: row.assignee === null ? null : `resolver-${row.assignee}`,
  };
}

function differs(a: Wanted, b: Wanted): boolean {
  return (
    a.state.state !== b.state.state ||
    a.state.holdReason !== b.state.holdReason ||
    a.impact !== b.impact ||
    a.urgency !== b.urgency ||
    a.group !== b.group ||
    a.assignee !== b.assignee
  );
}
