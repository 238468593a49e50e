import { type Cause, Clock, type ExpectedVersion, requireVersion } from '@itops/kit';
import { Transactions, type Tx } from '@itops/messaging';
import { Injectable } from '@nestjs/common';

import { IncidentJournal } from '../../casework/incident-journal';
import { SERVICE_ACTOR } from '../../casework/service-actor';
import { type Alert } from '../../domain/alert';
import { type AlertActionOfPeople } from '../../domain/alert.lifecycle';
import { NOTHING, together } from '../../domain/incident.moves';
import { type By, entry } from '../../domain/timeline';
import { AlertStore } from '../../persistence/alert.store';
import { IncidentStore } from '../../persistence/incident.store';
import { serialise } from '../../persistence/serialise';

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

  /** @throws NotFound, StaleVersion, IllegalTransition */
  async handle(id: string, expected: ExpectedVersion, action: AlertActionOfPeople, cause: Cause): Promise<Alert> {
    return this.transactions.run(cause, async (tx) => {
      await serialise(tx);
      const alert = await this.alerts.load(tx, id);
      const before = alert.snapshot;
      requireVersion('alert', expected, before.version);
      const by = { actor: cause.actor, at: this.clock.now() };
      if (action === 'acknowledge') alert.acknowledge(by.at);
      else alert.resolve(by.at, by.at);
      const events = alert.takeEvents();
      await this.alerts.save(tx, [alert]);
      await tx.publish(events);
      const after = alert.snapshot;
      await tx.audit([{ action, resourceType: 'alert', resourceId: id, before, after }]);
      await this.tellIncident(tx, alert, action, by);
      return alert;
    });
  }

  private async tellIncident(tx: Tx, { snapshot }: Alert, action: AlertActionOfPeople, by: By): Promise<void> {
    const [incident] = snapshot.incidentId === null ? [] : await this.incidents.loadMany(tx, [snapshot.incidentId]);
    if (incident === undefined || !incident.isOpen) return;
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
