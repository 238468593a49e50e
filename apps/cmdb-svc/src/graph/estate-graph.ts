import { Injectable } from '@nestjs/common';
import {
  type CiData,
  type RelationshipData,
  ciCreated,
  ciRetired,
  ciStatusChanged,
  ciUpdated,
  relationshipAdded,
  relationshipRemoved,
} from '@itops/contracts';
import { ImpactGraph } from '@itops/impact';

import { quorumOf } from '../domain/relationship';

/** A fact about the estate, from the database, from an own commit or from the log. */
interface EstateFact {
  readonly type: string;
  readonly data: unknown;
}

export type GraphedCi = Pick<CiData, 'id' | 'version' | 'name' | 'class' | 'stage'>;
export type GraphedRelationship = Pick<
  RelationshipData,
  'id' | 'version' | 'type' | 'parentId' | 'childId' | 'attributes'
>;

/**
 * The impact graph of this process. Facts may come in any order, from several sides and more than once: of each item and
 * relationship only the highest version counts, also after it has gone.
 */
@Injectable()
export class EstateGraph {
  readonly graph = new ImpactGraph();
  private readonly versions = new Map<string, number>();

  apply(facts: readonly EstateFact[]): void {
    for (const fact of facts) {
      if (
        ciCreated.matches(fact) ||
        ciUpdated.matches(fact) ||
        ciStatusChanged.matches(fact) ||
        ciRetired.matches(fact)
      ) {
        this.takeCi(fact.data);
      } else if (relationshipAdded.matches(fact)) this.takeRelationship(fact.data);
      else if (relationshipRemoved.matches(fact) && this.isNewer(fact.data)) {
        this.graph.removeRelationship(fact.data.id);
      }
    }
  }

  takeCi(ci: GraphedCi): void {
    if (!this.isNewer(ci)) return;
    if (ci.stage === 'retired') this.graph.removeCi(ci.id);
    else this.graph.putCi(ci);
  }

  takeRelationship(relationship: GraphedRelationship): void {
    if (!this.isNewer(relationship)) return;
    const { id, type, parentId, childId, attributes } = relationship;
    this.graph.putRelationship({ id, type, parentId, childId, quorum: quorumOf(attributes) });
  }

  private isNewer({ id, version }: { readonly id: string; readonly version: number }): boolean {
    if (version <= (this.versions.get(id) ?? 0)) return false;
    this.versions.set(id, version);
    return true;
  }
}
