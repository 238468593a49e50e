import { type CiData } from '@itops/contracts';
import { Clock } from '@itops/kit';
import { type ConsumedEvent, type Tx } from '@itops/messaging';
import { Injectable } from '@nestjs/common';

import { IncidentJournal } from '../../casework/incident-journal';
import { SERVICE_ACTOR } from '../../casework/service-actor';
import { SuspectSearch } from '../../casework/suspect-search';
import { unnamedOf } from '../../casework/unnamed-incidents';
import { weighFault } from '../../casework/weigh-fault';
import { NOTHING, together } from '../../domain/incident.moves';
import { AlertStore } from '../../persistence/alert.store';
import { EstateGraph } from '../../persistence/estate.graph';
import { estateReadModel } from '../../persistence/estate.read-model';
import { EstateStore, referenceKey, referencesTo } from '../../persistence/estate.store';
import { IncidentStore } from '../../persistence/incident.store';
import { serialise } from '../../persistence/serialise';

/** Keeps the read model of the estate, and links alerts that named an item before it was known. */
@Injectable()
export class FollowEstateHandler {
  constructor(
    private readonly clock: Clock,
    private readonly estateStore: EstateStore,
    private readonly estateGraph: EstateGraph,
    private readonly alerts: AlertStore,
    private readonly incidents: IncidentStore,
    private readonly suspects: SuspectSearch,
    private readonly journal: IncidentJournal,
  ) {}

  async handle(tx: Tx, events: readonly ConsumedEvent[]): Promise<void> {
    await serialise(tx);
    const { cis } = await estateReadModel.project(tx, events);
    if (cis.length > 0) await this.react(tx, cis);
  }

  private async react(tx: Tx, cis: readonly CiData[]): Promise<void> {
    const waiting = await this.alerts.loadUnlinked(tx, cis.flatMap(referencesTo));
    if (waiting.length === 0) return;
    const now = this.clock.now();
    const by = { actor: SERVICE_ACTOR, at: now };
    const references = waiting.flatMap(({ snapshot: { ciReference } }) => (ciReference === null ? [] : [ciReference]));
    const matched = await this.estateStore.match(tx, references);
    const linked = waiting.filter((alert) => {
      const { ciReference } = alert.snapshot;
      const ciId = ciReference === null ? undefined : matched.get(referenceKey(ciReference));
      if (ciId !== undefined) alert.isAbout(ciId, now);
      return ciId !== undefined;
    });
    const ids = new Set(linked.flatMap(({ snapshot: { incidentId } }) => (incidentId === null ? [] : [incidentId])));
    const incidents = await this.incidents.loadMany(tx, [...ids]);
    const unnamed = unnamedOf(incidents);
    const events = linked.flatMap((alert) => alert.takeEvents(unnamed));
    await this.alerts.save(tx, linked);
    await tx.publish(events);

    const estate = await this.estateGraph.current(tx);
    const open = incidents.filter(({ isOpen }) => isOpen);
    const cases = await this.incidents.casesOf(tx, open);
    const weighed = open.flatMap((incident) => {
      const faultCase = cases.get(incident.snapshot.id);
      if (faultCase === undefined) return [];
      return [{ incident, faultCase, outcome: incident.weigh(weighFault(incident, faultCase, estate), by) }];
    });
    const { found, outcomes } = await this.suspects.search(tx, estate, weighed, by);
    await this.journal.write(
      tx,
      weighed.map(({ incident, outcome }) => ({
        incident,
        outcome: together([outcome, outcomes.get(incident.snapshot.id) ?? NOTHING]),
      })),
    );
    await this.incidents.saveSuspects(tx, now, found);
  }
}
