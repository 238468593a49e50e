import { type Cause, Clock, type ExpectedVersion, requireVersion } from '@itops/kit';
import { Transactions, type Tx } from '@itops/messaging';
import { Injectable } from '@nestjs/common';

import { requireOwnGroup } from '../../casework/incident-desk';
import { IncidentJournal } from '../../casework/incident-journal';
import { SERVICE_ACTOR } from '../../casework/service-actor';
import { unnamedOf } from '../../casework/unnamed-incidents';
import { type Alert, type AlertSnapshot } from '../../domain/alert';
import { type AlertActionOfPeople } from '../../domain/alert.lifecycle';
import { type Incident } from '../../domain/incident';
import { NOTHING, together } from '../../domain/incident.moves';
import { type By, entry } from '../../domain/timeline';
import { AlertStore } from '../../persistence/alert.store';
import { IncidentStore } from '../../persistence/incident.store';
import { serialise } from '../../persistence/serialise';
import { seesSecurity } from '../../persistence/sight';

/** A person takes notice of an alert, or says that it is over. */
@Injectable()
export class MoveAlertHandler {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
    private readonly alerts: AlertStore,
    private readonly incidents: IncidentStore,
    private readonly journal: IncidentJournal,
  ) {}

  /**
   * An alert is its incident's group's; for who may not see the incident it has none, and so no group.
   * @throws NotFound, NotPermitted, StaleVersion, IllegalTransition
   */
  async handle(
    id: string,
    expected: ExpectedVersion,
    action: AlertActionOfPeople,
    cause: Cause,
  ): Promise<AlertSnapshot> {
    return this.transactions.run(cause, async (tx) => {
      await serialise(tx);
      const alert = await this.alerts.load(tx, id);
      const before = alert.snapshot;
      const incident = await this.incidentOf(tx, alert);
      const isHidden = incident?.snapshot.security === true && !seesSecurity(cause);
      if (incident !== undefined && !isHidden) requireOwnGroup(cause, incident.snapshot);
      requireVersion('alert', expected, before.version);
      const by = { actor: cause.actor, at: this.clock.now() };
      if (action === 'acknowledge') alert.acknowledge(by.at);
      else alert.resolve(by.at, by.at);
      const events = alert.takeEvents(unnamedOf(incident === undefined ? [] : [incident]));
      await this.alerts.save(tx, [alert]);
      await tx.publish(events);
      const after = alert.snapshot;
      await tx.audit([{ action, resourceType: 'alert', resourceId: id, before, after }]);
      if (incident?.isOpen === true) await this.tellIncident(tx, incident, alert, action, by);
      return isHidden ? { ...after, incidentId: null } : after;
    });
  }

  private async incidentOf(tx: Tx, { snapshot: { incidentId } }: Alert): Promise<Incident | undefined> {
    const [incident] = incidentId === null ? [] : await this.incidents.loadMany(tx, [incidentId]);
    return incident;
  }

  private async tellIncident(
    tx: Tx,
    incident: Incident,
    { snapshot }: Alert,
    action: AlertActionOfPeople,
    by: By,
  ): Promise<void> {
    const faultCase = (await this.incidents.casesOf(tx, [incident])).get(incident.snapshot.id);
    const words = action === 'acknowledge' ? 'Acknowledged' : 'Declared over';
    const line = entry(by, 'alert', `${words}: ${snapshot.severity} alert "${snapshot.summary}"`, {
      alertId: snapshot.id,
    });
    incident.sawSignals(snapshot.startedAt, action === 'resolve' ? by.at : snapshot.startedAt);
    const isOver = action === 'resolve' && faultCase?.isOver === true && incident.snapshot.source === 'alert';
    const cleared = isOver ? incident.clear('alerts', { actor: SERVICE_ACTOR, at: by.at }) : NOTHING;
    await this.journal.write(tx, [{ incident, outcome: together([{ events: [], timeline: [line] }, cleared]) }]);
  }
}
