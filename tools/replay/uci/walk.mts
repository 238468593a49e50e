import type { OpsApi } from '../../client/ops-api.mts';
import type { Incident } from '../../client/resources.mts';
import type { LoggedIncident } from './incident-log.mts';
import { nextMove } from './next-move.mts';
import type { Wanted } from './wanted.mts';

/** More moves than any two states are apart. */
const MOST_MOVES = 6;

/** One incident of the log on its way through the platform. */
export interface Journey {
  readonly logged: LoggedIncident;
  readonly wanted: readonly [Wanted, ...Wanted[]];
  incident: Incident | undefined;
  /** The time of the last move (epoch milliseconds); a later one can't have been before it. */
  movedAt: number;
  /** What the life cycle refused, in words. */
  refused: string[];
}

export function beginJourney(logged: LoggedIncident, wanted: readonly [Wanted, ...Wanted[]]): Journey {
  return { logged, wanted, incident: undefined, movedAt: logged.openedAt, refused: [] };
}

/** Brings the platform's incident to what the log shows after its row number `at`. */
export async function walk(api: OpsApi, journey: Journey, at: number): Promise<void> {
  const wanted = journey.wanted[at];
  if (wanted === undefined) return;
  if (at === 0 || journey.incident === undefined) {
    journey.incident = await open(api, journey.logged, wanted);
    await moveTo(api, journey, at);
    return;
  }
  const before = journey.wanted[at - 1];
  if (before !== undefined && (before.impact !== wanted.impact || before.urgency !== wanted.urgency)) {
    const { impact, urgency } = wanted;
    journey.incident = await api.edit(journey.incident, { impact, urgency, at: timeOf(journey, at, 'edit') });
  }
  // What is over can't be handed on any more, and what is reopened has to be reopened first.
  const over = isOver(wanted);
  if (over) await handOn(api, journey, at);
  await moveTo(api, journey, at);
  if (!over) await handOn(api, journey, at);
}

/**
 * The log's time of a move. Its last resolution and closing have times of their own in the log; other moves are made at
 * the time of their row. Where the log's times step back, the move is made at the time of the one before.
 */
export function timeOf(journey: Journey, at: number, action: string): string {
  const { logged, wanted } = journey;
  const last = logged.rows.at(-1) ?? logged.rows[0];
  const row = wanted[at]?.at ?? journey.movedAt;
  const ends = wanted.slice(at).every(isOver);
  const resolvedAt = (ends ? last.resolvedAt : null) ?? row;
  const closedAt = (ends ? last.closedAt : null) ?? row;
  const isResolved = ['resolved', 'closed', 'canceled'].includes(journey.incident?.state ?? '');
  const own =
    action === 'close' ? closedAt : action === 'resolve' ? resolvedAt : isResolved ? row : Math.min(row, resolvedAt);
  journey.movedAt = Math.max(journey.movedAt, own);
  return new Date(journey.movedAt).toISOString();
}

export function isOver({ state }: Wanted): boolean {
  return ['resolved', 'closed', 'canceled'].includes(state.state);
}

function open(api: OpsApi, logged: LoggedIncident, wanted: Wanted): Promise<Incident> {
  const [first] = logged.rows;
  return api.createIncident({
    title: `${logged.number}: category ${first.category ?? 'unknown'}, subcategory ${first.subcategory ?? 'unknown'}`,
    description: "Replayed from a service desk's log.",
    at: new Date(logged.openedAt).toISOString(),
    impact: wanted.impact,
    urgency: wanted.urgency,
    assignmentGroup: wanted.group,
    ...(wanted.assignee === null ? {} : { assignee: wanted.assignee }),
    ...(first.caller === null ? {} : { caller: `caller-${first.caller}` }),
  });
}

async function handOn(api: OpsApi, journey: Journey, at: number): Promise<void> {
  const { incident } = journey;
  const [before, wanted] = [journey.wanted[at - 1], journey.wanted[at]];
  if (
    incident === undefined ||
    wanted === undefined ||
    (before?.group === wanted.group && before.assignee === wanted.assignee)
  )
    return;
  if (!incident.allowedActions.includes('assign')) {
    journey.refused.push(`assign while ${incident.state}`);
    return;
  }
  const { assignee, group } = wanted;
  journey.incident = await api.act(incident, {
    action: 'assign',
    body: { group, assignee, at: timeOf(journey, at, 'assign') },
  });
}

async function moveTo(api: OpsApi, journey: Journey, at: number): Promise<void> {
  const wanted = journey.wanted[at];
  if (wanted === undefined) return;
  for (let moves = 0; moves < MOST_MOVES && journey.incident !== undefined; moves += 1) {
    const move = nextMove({ ...journey.incident, holdReason: journey.incident.holdReason ?? null }, wanted.state);
    if (move === 'there') return;
    if (move === 'no way') {
      journey.refused.push(`${journey.incident.state} to ${wanted.state.state}`);
      return;
    }
    journey.incident = await api.act(journey.incident, {
      action: move.action,
      body: { ...move.body, at: timeOf(journey, at, move.action) },
    });
  }
}
