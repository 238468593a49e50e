import { Injectable } from '@nestjs/common';
import { type ChangeData, domainEvents, domainTopics, type IncidentData } from '@itops/contracts';
import { Clock, isRecord } from '@itops/kit';
import { type ConsumedEvent, type Tx } from '@itops/messaging';

import { isOpenIncident, isRunningChange } from '../../domain/condition';
import { CiStore } from '../../persistence/ci.store';
import { type ConditionOnCi, ConditionStore } from '../../persistence/condition.store';

const INCIDENT_TYPES = new Set(
  domainEvents.filter(({ topic }) => topic === domainTopics.incident).map(({ type }) => type),
);
const CHANGE_TYPES = new Set(domainEvents.filter(({ topic }) => topic === domainTopics.change).map(({ type }) => type));

@Injectable()
export class FollowConditions {
  constructor(
    private readonly cis: CiStore,
    private readonly conditions: ConditionStore,
    private readonly clock: Clock,
  ) {}

  /** Only the last event of an incident or change counts: each carries the whole state after the fact. */
  async handle(tx: Tx, events: readonly ConsumedEvent[]): Promise<void> {
    const incidents = new Map<string, IncidentData>();
    const changes = new Map<string, ChangeData>();
    for (const event of events) {
      if (isIncident(event)) incidents.set(event.data.id, event.data);
      else if (isChange(event)) changes.set(event.data.id, event.data);
    }
    const touched = [
      ...(await this.conditions.replace(tx, 'incident', [...incidents.keys()], [...incidents.values()].flatMap(onCi))),
      ...(await this.conditions.replace(tx, 'change', [...changes.keys()], [...changes.values()].flatMap(onCis))),
    ];
    const causes = new Map(events.map(({ data, cause }) => [isRecord(data) ? data['id'] : undefined, cause]));
    const causeOfCi = new Map(touched.map(({ ciId, refId }) => [ciId, causes.get(refId) ?? tx.cause]));
    const cis = [...(await this.cis.load(tx, causeOfCi.keys())).values()];
    const moved = await this.conditions.refresh(tx, cis, this.clock.now());
    await this.cis.save(tx, cis);
    // One insert for each cause: what follows from one incident must carry that incident's correlation.
    const byCause = Map.groupBy(moved, ({ aggregateId }) => causeOfCi.get(aggregateId) ?? tx.cause);
    for (const [cause, statusEvents] of byCause) {
      await tx.publish(statusEvents, cause);
      await tx.audit(
        statusEvents.map(({ aggregateId, data }) => ({
          action: 'follow-conditions',
          resourceType: 'ci',
          resourceId: aggregateId,
          after: data,
        })),
        cause,
      );
    }
  }
}

function isIncident(event: ConsumedEvent): event is ConsumedEvent<IncidentData> {
  return INCIDENT_TYPES.has(event.type);
}

function isChange(event: ConsumedEvent): event is ConsumedEvent<ChangeData> {
  return CHANGE_TYPES.has(event.type);
}

function onCi({ id, state, ciId, priority }: IncidentData): ConditionOnCi[] {
  return ciId !== null && isOpenIncident(state) ? [{ kind: 'incident', refId: id, ciId, priority }] : [];
}

function onCis({ id, state, cis }: ChangeData): ConditionOnCi[] {
  if (!isRunningChange(state)) return [];
  return [...new Set(cis)].map((ciId) => ({ kind: 'change', refId: id, ciId, priority: null }));
}
