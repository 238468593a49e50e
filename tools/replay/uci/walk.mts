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
  /** What the life cycle refused, in words. */
  refused: string[];
}

export function beginJourney(logged: LoggedIncident, wanted: readonly [Wanted, ...Wanted[]]): Journey {
  return { logged, wanted, incident: undefined, refused: [] };
}

/** Brings the platform's incident to what the log shows after its row number `at`. */
export async function walk(api: OpsApi, journey: Journey, at: number): Promise<void> {
  const wanted = journey.wanted[at];
  if (wanted === undefined) return;
  if (at === 0 || journey.incident === undefined) {
    journey.incident = await open(api, journey.logged, wanted);
    await moveTo(api, journey, wanted);
    return;
  }
  const before = journey.wanted[at - 1];
  if (before !== undefined && (before.impact !== wanted.impact || before.urgency !== wanted.urgency)) {
    journey.incident = await api.edit(journey.incident, { impact: wanted.impact, urgency: wanted.urgency });
  }
  // What is over can't be handed on any more, and what is reopened has to be reopened first.
  const over = ['resolved', 'closed', 'canceled'].includes(wanted.state.state);
  if (over) await handOn(api, journey, before, wanted);
  await moveTo(api, journey, wanted);
  if (!over) await handOn(api, journey, before, wanted);
}

function open(api: OpsApi, logged: LoggedIncident, wanted: Wanted): Promise<Incident> {
  const [first] = logged.rows;
  const opened = new Date(logged.openedAt).toISOString();
  return api.createIncident({
    title: `${logged.number}: category ${first.category ?? 'unknown'}, subcategory ${first.subcategory ?? 'unknown'}`,
    description: `Replayed from a service desk's log, where it was opened at ${opened}.`,
    impact: wanted.impact,
    urgency: wanted.urgency,
    assignmentGroup: wanted.group,
    ...(wanted.assignee === null ? {} : { assignee: wanted.assignee }),
    ...(first.caller === null ? {} : { caller: `caller-${first.caller}` }),
  });
}

async function handOn(api: OpsApi, journey: Journey, before: Wanted | undefined, wanted: Wanted): Promise<void> {
  const { incident } = journey;
  if (incident === undefined || (before?.group === wanted.group && before.assignee === wanted.assignee)) return;
  if (!incident.allowedActions.includes('assign')) {
    journey.refused.push(`assign while ${incident.state}`);
    return;
  }
  const { assignee, group } = wanted;
  journey.incident = await api.act(incident, 'assign', { group, assignee });
}

async function moveTo(api: OpsApi, journey: Journey, wanted: Wanted): Promise<void> {
  for (let moves = 0; moves < MOST_MOVES && journey.incident !== undefined; moves += 1) {
    const move = nextMove(
      { ...journey.incident, holdReason: journey.incident.holdReason ?? null },
      wanted.state,
      wanted.at,
    );
    if (move === 'there') return;
    if (move === 'no way') {
      journey.refused.push(`${journey.incident.state} to ${wanted.state.state}`);
      return;
    }
    journey.incident = await api.act(journey.incident, move.action, move.body);
  }
}
