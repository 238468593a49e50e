import { type ChangeData, domainEvents, domainTopics, type IncidentData } from '@itops/contracts';
import { type ConsumedEvent, defineReadModel, type ProjectionDatabase } from '@itops/messaging';

import { type Condition, isOpenIncident, isRunningChange } from '../domain/condition';

const INCIDENT_TYPES = new Set(
  domainEvents.filter(({ topic }) => topic === domainTopics.incident).map(({ type }) => type),
);
const CHANGE_TYPES = new Set(domainEvents.filter(({ topic }) => topic === domainTopics.change).map(({ type }) => type));

/** A condition with what it belongs to and the CI that it is on. */
interface ConditionOnCi extends Condition {
  /** Id of the incident or change. */
  readonly refId: string;
  readonly ciId: string;
}

/** A CI whose conditions were touched, and by which incident or change. */
export type Touched = Pick<ConditionOnCi, 'refId' | 'ciId'>;

/** The open incidents and running changes on each CI, from which its operational status follows. */
export const conditionReadModel = defineReadModel({
  name: 'conditions',
  consumer: 'cmdb-svc.conditions',
  topics: [domainTopics.incident.name, domainTopics.change.name],
  tables: { ci_condition: {} },
  /**
   * Only the last event of an incident or change counts: each carries the whole state after the fact.
   * @returns what they were on and what they are on now.
   */
  project: async (database, events): Promise<readonly Touched[]> => {
    const incidents = new Map<string, IncidentData>();
    const changes = new Map<string, ChangeData>();
    for (const event of events) {
      if (isIncident(event)) incidents.set(event.data.id, event.data);
      else if (isChange(event)) changes.set(event.data.id, event.data);
    }
    return [
      ...(await replace(database, 'incident', [...incidents.keys()], [...incidents.values()].flatMap(onCi))),
      ...(await replace(database, 'change', [...changes.keys()], [...changes.values()].flatMap(onCis))),
    ];
  },
});

/** Replaces all conditions of these incidents or changes by the ones given. */
async function replace(
  database: ProjectionDatabase,
  kind: Condition['kind'],
  refIds: readonly string[],
  conditions: readonly ConditionOnCi[],
): Promise<Touched[]> {
  if (refIds.length === 0) return [];
  const before = await database.query<{ ref_id: string; ci_id: string }>(
    'delete from ci_condition where kind = $1 and ref_id = any($2::uuid[]) returning ref_id, ci_id',
    [kind, refIds],
  );
  await database.query(
    `insert into ci_condition (kind, ref_id, ci_id, priority)
     select distinct $1, c.* from unnest($2::uuid[], $3::uuid[], $4::smallint[]) as c (ref_id, ci_id, priority)`,
    [
      kind,
      conditions.map(({ refId }) => refId),
      conditions.map(({ ciId }) => ciId),
      conditions.map(({ priority }) => priority),
    ],
  );
  return [...before.map(({ ref_id: refId, ci_id: ciId }) => ({ refId, ciId })), ...conditions];
}

function isIncident(event: ConsumedEvent): event is ConsumedEvent<IncidentData> {
  return INCIDENT_TYPES.has(event.type);
}

function isChange(event: ConsumedEvent): event is ConsumedEvent<ChangeData> {
  return CHANGE_TYPES.has(event.type);
}

/** A security incident moves no status: everybody who sees the item would see that there is one. */
function onCi({ id, state, ciId, priority, security }: IncidentData): ConditionOnCi[] {
  return ciId !== null && isOpenIncident(state) && security !== true
    ? [{ kind: 'incident', refId: id, ciId, priority }]
    : [];
}

function onCis({ id, state, cis }: ChangeData): ConditionOnCi[] {
  if (!isRunningChange(state)) return [];
  return [...new Set(cis)].map((ciId) => ({ kind: 'change', refId: id, ciId, priority: null }));
}
