import { isRelationshipType } from '@itops/contracts';
import { ImpactGraph } from '@itops/impact';
import { Injectable } from '@nestjs/common';

import { type Criticality } from '../domain/assessment';
import { Correlation } from '../domain/correlation';
import { IncidentPolicy } from '../domain/policy';
import { type Reader } from './reader';

/** The estate as it was when it was asked for. */
export interface Estate {
  readonly graph: ImpactGraph;
  readonly correlation: Correlation;
  criticalityOf(ciId: string): Criticality;
  nameOf(ciId: string): string;
}

interface CiRow {
  id: string;
  name: string;
  class: string;
  criticality: number;
  retired: boolean;
  revision: string;
}

interface RelationshipRow {
  id: string;
  type: string;
  parent_id: string;
  child_id: string;
  quorum: number | null;
  removed: boolean;
  revision: string;
}

/**
 * The impact graph in this process's memory. Before each use it takes what was committed since the last one, so that
 * it is right with any number of replicas; revisions commit in order, so nothing is passed by.
 */
@Injectable()
export class EstateGraph {
  private readonly graph = new ImpactGraph();
  private readonly criticalities = new Map<string, number>();
  private revision = 0n;
  private correlation: Correlation;
  private refreshing: Promise<void> = Promise.resolve();

  constructor(private readonly policy: IncidentPolicy) {
    this.correlation = this.newCorrelation();
  }

  /**
   * @param reader may have written to the estate itself: should it be rolled back, the same events come again, with a
   *   higher revision.
   */
  async current(reader: Reader): Promise<Estate> {
    const refreshed = this.refreshing.then(() => this.refresh(reader));
    // One that fails must not fail those that come after it.
    this.refreshing = refreshed.catch(() => undefined);
    await refreshed;
    return {
      graph: this.graph,
      correlation: this.correlation,
      criticalityOf: (ciId) => this.criticalities.get(ciId) ?? null,
      nameOf: (ciId) => this.graph.nameOf(ciId) ?? ciId,
    };
  }

  private async refresh(reader: Reader): Promise<void> {
    const [counter] = await reader.query<{ revision: string }>('select revision from estate_revision');
    const newest = BigInt(counter?.revision ?? '0');
    if (newest === this.revision) return;
    const between = [String(this.revision), String(newest)];
    const cis = await reader.query<CiRow>('select * from ci where revision > $1 and revision <= $2', between);
    const relationships = await reader.query<RelationshipRow>(
      'select * from relationship where revision > $1 and revision <= $2',
      between,
    );
    for (const ci of cis) {
      if (ci.retired) this.graph.removeCi(ci.id);
      else this.graph.putCi({ id: ci.id, name: ci.name, class: ci.class });
      this.criticalities.set(ci.id, ci.criticality);
    }
    for (const { id, type, removed, parent_id: parentId, child_id: childId, quorum } of relationships) {
      if (removed) this.graph.removeRelationship(id);
      else if (isRelationshipType(type)) this.graph.putRelationship({ id, type, parentId, childId, quorum });
    }
    this.revision = newest;
    this.correlation = this.newCorrelation();
  }

  private newCorrelation(): Correlation {
    const { correlationHops: hops, correlationWindowMs: windowMs, neighbourWindowMs } = this.policy;
    return new Correlation(this.graph, { hops, windowMs, neighbourWindowMs });
  }
}
