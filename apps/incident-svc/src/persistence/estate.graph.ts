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

/** How far the estate is, and which table says so: after a rebuild of the read model it is another one. */
interface Position {
  readonly revision: bigint;
  readonly table: string;
}

const NOWHERE: Position = { revision: 0n, table: '' };

/**
 * The impact graph in this process's memory. Before each use it takes what was committed since the last one, so that
 * it is right with any number of replicas; revisions commit in order, so nothing is passed by. Where the read model has
 * been replaced, it begins anew.
 */
@Injectable()
export class EstateGraph {
  private graph = new ImpactGraph();
  private criticalities = new Map<string, number>();
  private position = NOWHERE;
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
    const { graph, correlation, criticalities } = this;
    return {
      graph,
      correlation,
      criticalityOf: (ciId) => criticalities.get(ciId) ?? null,
      nameOf: (ciId) => graph.nameOf(ciId) ?? ciId,
    };
  }

  private async refresh(reader: Reader): Promise<void> {
    for (;;) {
      const newest = await positionOf(reader);
      const isOther = newest.table !== this.position.table;
      if (!isOther && newest.revision === this.position.revision) return;
      const between = [String(isOther ? 0n : this.position.revision), String(newest.revision)];
      const cis = await reader.query<CiRow>('select * from ci where revision > $1 and revision <= $2', between);
      const relationships = await reader.query<RelationshipRow>(
        'select * from relationship where revision > $1 and revision <= $2',
        between,
      );
      // Outside of a transaction each of these statements may have met other tables.
      if ((await positionOf(reader)).table !== newest.table) continue;
      if (isOther) {
        this.graph = new ImpactGraph();
        this.criticalities = new Map();
      }
      this.take(cis, relationships);
      this.position = newest;
      this.correlation = this.newCorrelation();
      return;
    }
  }

  private take(cis: readonly CiRow[], relationships: readonly RelationshipRow[]): void {
    for (const ci of cis) {
      if (ci.retired) this.graph.removeCi(ci.id);
      else this.graph.putCi({ id: ci.id, name: ci.name, class: ci.class });
      this.criticalities.set(ci.id, ci.criticality);
    }
    for (const { id, type, removed, parent_id: parentId, child_id: childId, quorum } of relationships) {
      if (removed) this.graph.removeRelationship(id);
      else if (isRelationshipType(type)) this.graph.putRelationship({ id, type, parentId, childId, quorum });
    }
  }

  private newCorrelation(): Correlation {
    const { correlationHops: hops, correlationWindowMs: windowMs, neighbourWindowMs } = this.policy;
    return new Correlation(this.graph, { hops, windowMs, neighbourWindowMs });
  }
}

async function positionOf(reader: Reader): Promise<Position> {
  const [row] = await reader.query<{ revision: string; table: string }>(
    'select revision, tableoid::text as "table" from estate_revision',
  );
  return row === undefined ? NOWHERE : { revision: BigInt(row.revision), table: row.table };
}
