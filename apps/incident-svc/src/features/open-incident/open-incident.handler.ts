import { type Cause, Clock, requirePermission } from '@itops/kit';
import { Transactions } from '@itops/messaging';
import { Injectable } from '@nestjs/common';

import { affectedItems } from '../../casework/affected-items';
import { IncidentDesk } from '../../casework/incident-desk';
import { moveBy } from '../../casework/move-time';
import { Incident } from '../../domain/incident';
import { toIncidentData } from '../../domain/incident.snapshot';
import { IncidentPolicy } from '../../domain/policy';
import { toLevel } from '../../domain/priority';
import { EstateGraph } from '../../persistence/estate.graph';
import { IncidentStore } from '../../persistence/incident.store';
import { type OpenIncidentDto } from './open-incident.dto';

const DEFAULT_LEVEL = 3;

/** A person or a tool reports a fault through the API. */
@Injectable()
export class OpenIncidentHandler {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
    private readonly policy: IncidentPolicy,
    private readonly incidents: IncidentStore,
    private readonly estateGraph: EstateGraph,
    private readonly desk: IncidentDesk,
  ) {}

  /**
   * @throws InvalidInput when the item is not known, or the time is none at which it can have been opened; NotPermitted for
   * a security incident of somebody who could not see it
   */
  async handle(fields: OpenIncidentDto, cause: Cause): Promise<Incident> {
    if (fields.security === true) requirePermission(cause, 'incident:read-security');
    return this.transactions.run(cause, async (tx) => {
      const ciId = fields.ci === undefined ? null : await this.desk.findCi(tx, fields.ci);
      const affectedCis = ciId === null ? [] : affectedItems(await this.estateGraph.current(tx), [], ciId);
      const [serial = 0] = await this.incidents.nextSerials(tx, 1);
      const { impact, urgency, title, description, assignmentGroup, assignee, caller } = fields;
      const by = moveBy(cause.actor, this.clock.now(), fields.at, null);
      const { incident, outcome } = Incident.open(
        {
          serial,
          title,
          description: description ?? '',
          impact: toLevel(impact ?? DEFAULT_LEVEL),
          urgency: toLevel(urgency ?? DEFAULT_LEVEL),
          ciId,
          affectedCis,
          assignmentGroup: assignmentGroup ?? null,
          assignee: assignee ?? null,
          caller: caller ?? null,
          source: 'manual',
          security: fields.security ?? false,
          ratedByHand: impact !== undefined || urgency !== undefined,
          locatedByHand: ciId !== null,
        },
        this.policy.matrix,
        by,
      );
      await this.desk.write(tx, incident, outcome, [incident], by);
      const { id } = incident.snapshot;
      await tx.audit([
        { action: 'open', resourceType: 'incident', resourceId: id, after: toIncidentData(incident.snapshot) },
      ]);
      return incident;
    });
  }
}
