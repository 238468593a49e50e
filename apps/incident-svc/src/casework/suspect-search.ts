import { type SuspectData } from '@itops/contracts';
import { type Tx } from '@itops/messaging';
import { Injectable } from '@nestjs/common';

import { type FaultCase } from '../domain/fault-case';
import { type Incident } from '../domain/incident';
import { NOTHING, type Outcome } from '../domain/incident.moves';
import { type ChangeHistory, differ, type Fault, findSuspects, SUSPECT_HOPS } from '../domain/suspects';
import { type By } from '../domain/timeline';
import { ChangeStore } from '../persistence/change.store';
import { type Estate } from '../persistence/estate.graph';
import { IncidentStore } from '../persistence/incident.store';

export interface Investigated {
  readonly incident: Incident;
  readonly faultCase: FaultCase | undefined;
}

const MOST_CAUSES = 2_000;
const NO_HISTORY: ChangeHistory = { changes: 0, followed: 0 };

/** Looks for the changes that may have caused incidents; some queries for all of them together. */
@Injectable()
export class SuspectSearch {
  constructor(
    private readonly changes: ChangeStore,
    private readonly incidents: IncidentStore,
  ) {}

  /**
   * Finds the suspects of each incident now, and moves those incidents whose list has become another one.
   * @returns what to store once the incidents are stored, and each incident's outcome.
   */
  async search(
    tx: Tx,
    estate: Estate,
    investigated: readonly Investigated[],
    by: By,
  ): Promise<{ found: { incidentId: string; items: SuspectData[] }[]; outcomes: Map<string, Outcome> }> {
    const faults = investigated.flatMap(({ incident, faultCase }) => {
      const fault = faultOf(incident, faultCase);
      return fault === null ? [] : [{ incident, fault }];
    });
    const outcomes = new Map<string, Outcome>();
    if (faults.length === 0) return { found: [], outcomes };
    const causes = new Set(faults.flatMap(({ fault }) => causesOf(fault, estate)));
    const times = faults.map(({ fault }) => fault.firstAt.getTime());
    const [from, to] = [new Date(Math.min(...times)), new Date(Math.max(...times))];
    const candidates = await this.changes.candidates(tx, [...causes], from, to);
    const changed = [...new Set(candidates.flatMap(({ cis }) => cis))].filter((ciId) => causes.has(ciId));
    const histories =
      changed.length === 0 ? new Map<string, ChangeHistory>() : await this.changes.histories(tx, changed, from);
    const known = await this.incidents.suspectsOf(
      tx,
      faults.map(({ incident }) => incident.snapshot.id),
    );
    const found = faults.map(({ incident, fault }) => ({
      incidentId: incident.snapshot.id,
      items: findSuspects(fault, candidates, (ciId) => histories.get(ciId) ?? NO_HISTORY, estate.graph),
    }));
    for (const [index, { incident }] of faults.entries()) {
      const items = found[index]?.items ?? [];
      const isNew = differ(known.get(incident.snapshot.id) ?? [], items);
      outcomes.set(incident.snapshot.id, isNew ? incident.foundSuspects(items, by) : NOTHING);
    }
    return { found, outcomes };
  }
}

/** The items that alert; for an incident without alerts, its own item since its opening. */
function faultOf({ snapshot }: Incident, faultCase: FaultCase | undefined): Fault | null {
  const items = (faultCase?.items ?? []).flatMap(({ ciId, firstAt }) => (ciId === null ? [] : [{ ciId, firstAt }]));
  const firstAt = snapshot.firstSignalAt ?? snapshot.openedAt;
  if (items.length > 0) return { items, firstAt };
  return snapshot.ciId === null ? null : { items: [{ ciId: snapshot.ciId, firstAt }], firstAt };
}

function causesOf({ items }: Fault, { graph }: Estate): string[] {
  return items.flatMap(({ ciId }) => [
    ciId,
    ...graph.dependencies(ciId, { depth: SUSPECT_HOPS, limit: MOST_CAUSES }).items.map((item) => item.ciId),
  ]);
}
