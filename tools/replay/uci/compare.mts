import type { Incident } from '../../client/resources.mts';
import type { LogRow } from './incident-log.mts';
import { isOver, type Journey } from './walk.mts';

export type Field = 'state' | 'priority' | 'reassignments' | 'reopenings' | 'opened' | 'resolved' | 'closed';

export interface Difference {
  readonly number: string;
  readonly field: Field;
  readonly log: string;
  readonly platform: string;
  /** Why, or null when nothing explains it. */
  readonly reason: Reason | null;
}

/** Every reason for which the two may differ, with what it means. */
export const REASONS = {
  matrix:
    "the log's desk maps this impact and urgency to another priority than the platform's matrix, which is configuration",
  'closed is final': 'the log opens a closed incident again; the life cycle allows that only to a resolved one',
  'hidden reassignments': "the log's own counter is higher than the changes of group that its rows show",
  'hidden reopenings': "the log's own counter differs from the reopenings that its rows show",
  'time steps back': 'the log has the incident still being worked on after the time at which it says it was resolved',
  'hidden time': 'the log hides when it was resolved; the platform knows, as nothing is closed unresolved',
} as const;
export type Reason = keyof typeof REASONS;

/** Where the platform's incident does not stand as the log's last row says. */
export function compare(journey: Journey, now: Incident): Difference[] {
  const last = journey.logged.rows.at(-1) ?? journey.logged.rows[0];
  const wanted = journey.wanted.at(-1) ?? journey.wanted[0];
  const found: Difference[] = [];
  const check = (field: Field, log: unknown, platform: unknown, reason: () => Reason | null): void => {
    if (log === platform) return;
    found.push({
      number: journey.logged.number,
      field,
      log: String(log),
      platform: String(platform),
      reason: reason(),
    });
  };
  const final = journey.refused.some((refusal) => refusal.startsWith('closed to ')) ? 'closed is final' : null;

  check('state', wanted.state.state, now.state, () => final);
  check('priority', last.priority, now.priority, () =>
    now.impact === last.impact && now.urgency === last.urgency ? 'matrix' : final,
  );
  check('reassignments', last.reassignmentCount, now.reassignmentCount, () => {
    if (now.reassignmentCount === shownGroupChanges(journey.logged.rows)) return 'hidden reassignments';
    return final;
  });
  check('reopenings', last.reopenCount, now.reopenCount, () => {
    if (final !== null) return final;
    return now.reopenCount === shownReopenings(journey.logged.rows) ? 'hidden reopenings' : null;
  });
  check('opened', textOf(journey.logged.openedAt), now.openedAt, () => null);
  check('resolved', textOf(last.resolvedAt), now.resolvedAt ?? null, () => {
    if (last.resolvedAt === null) return 'hidden time';
    return final ?? (last.resolvedAt < lastWorkedOn(journey) ? 'time steps back' : null);
  });
  check('closed', textOf(last.closedAt), now.closedAt ?? null, () => final);
  return found;
}

/** How often the group differs from the row before; a hidden group is a group of its own. */
export function shownGroupChanges(rows: readonly LogRow[]): number {
  return rows.filter((row, at) => at > 0 && row.group !== rows[at - 1]?.group).length;
}

/** How often a row is at work again after one that was resolved or closed. */
export function shownReopenings(rows: readonly LogRow[]): number {
  const over = (row: LogRow | undefined): boolean => row?.state === 'Resolved' || row?.state === 'Closed';
  return rows.filter((row, at) => over(rows[at - 1]) && !over(row)).length;
}

/** The latest time at which the log has the incident open; before all time if it never has. */
function lastWorkedOn({ wanted }: Journey): number {
  return Math.max(-Infinity, ...wanted.filter((one) => !isOver(one)).map(({ at }) => at));
}

function textOf(time: number | null): string | null {
  return time === null ? null : new Date(time).toISOString();
}
