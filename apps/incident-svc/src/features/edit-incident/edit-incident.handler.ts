import { type Cause, type ExpectedVersion, requirePermission } from '@itops/kit';
import { type Tx } from '@itops/messaging';
import { Injectable } from '@nestjs/common';

import { affectedItems } from '../../casework/affected-items';
import { IncidentDesk } from '../../casework/incident-desk';
import { type Incident } from '../../domain/incident';
import { type IncidentEdit } from '../../domain/incident.moves';
import { toLevel } from '../../domain/priority';
import { EstateGraph } from '../../persistence/estate.graph';
import { type EditIncidentDto } from './edit-incident.dto';

@Injectable()
export class EditIncidentHandler {
  constructor(
    private readonly desk: IncidentDesk,
    private readonly estateGraph: EstateGraph,
  ) {}

  /** @throws NotFound, NotPermitted, StaleVersion, InvalidInput, Conflict */
  handle(key: string, expected: ExpectedVersion, fields: EditIncidentDto, cause: Cause): Promise<Incident> {
    return this.desk.carryOut({ key, expected, action: 'edit', at: fields.at, cause }, async (incident, by, tx) => {
      const { title, description, impact, urgency, caller, causedByChangeId, security } = fields;
      const { id: resourceId, security: isSecurity } = incident.snapshot;
      if (security !== undefined && security !== isSecurity) {
        requirePermission(cause, 'incident:read-security', { resourceType: 'incident', resourceId });
      }
      return incident.edit(
        {
          ...(title === undefined ? {} : { title }),
          ...(description === undefined ? {} : { description }),
          ...(impact === undefined ? {} : { impact: toLevel(impact) }),
          ...(urgency === undefined ? {} : { urgency: toLevel(urgency) }),
          ...(caller === undefined ? {} : { caller }),
          ...(causedByChangeId === undefined ? {} : { causedByChangeId }),
          ...(security === undefined ? {} : { security }),
          ...(await this.located(tx, fields)),
        },
        by,
      );
    });
  }

  private async located(tx: Tx, { ci }: EditIncidentDto): Promise<Pick<IncidentEdit, 'ciId' | 'affectedCis'>> {
    if (ci === undefined) return {};
    if (ci === null) return { ciId: null, affectedCis: [] };
    const ciId = await this.desk.findCi(tx, ci);
    return { ciId, affectedCis: affectedItems(await this.estateGraph.current(tx), [], ciId) };
  }
}
