import { Clock, type ExpectedVersion, requireVersion } from '@itops/kit';
import { type Tx } from '@itops/messaging';
import { Injectable } from '@nestjs/common';

import { type Alert, type AlertSnapshot } from '../domain/alert';
import { type AlertActionOfPeople } from '../domain/alert.lifecycle';
import { type Incident } from '../domain/incident';
import { NOTHING, together } from '../domain/incident.moves';
import { type By, entry } from '../domain/timeline';
import { AlertStore } from '../persistence/alert.store';
import { IncidentStore } from '../persistence/incident.store';
import { seesSecurity } from '../persistence/sight';
import { requireOwnGroup } from './incident-desk';
import { IncidentJournal, type JournalEntry } from './incident-journal';
import { SERVICE_ACTOR } from './service-actor';
import { unnamedOf } from './unnamed-incidents';

/** One alert, and the version of it that a person has read. */
interface Handed {
  readonly alert: Alert;
  readonly expected: ExpectedVersion;
}

/** Where people's moves of alerts are carried out, and told to the incidents that the alerts belong to. */
@Injectable()
export class AlertDesk {
  constructor(
    private readonly clock: Clock,
    private readonly alerts: AlertStore,
    private readonly incidents: IncidentStore,
    private readonly journal: IncidentJournal,
  ) {}

  /**
   * Does the same with each alert. An alert is its incident's group's; for who may not see the incident it has none, and so
   * no group. The transaction must be serialised, and the alerts are locked.
   * @param attempt carries out one move, and says whether it was done; the move throws NotPermitted, StaleVersion,
   * IllegalTransition, and then has changed nothing
   * @returns those that were moved, as the caller may see them
   */
  async carryOut(
    tx: Tx,
    handed: readonly Handed[],
    action: AlertActionOfPeople,
    attempt: (alert: Alert, move: () => void) => boolean,
  ): Promise<Map<Alert, AlertSnapshot>> {
    const cause = tx.cause;
    const by = { actor: cause.actor, at: this.clock.now() };
    const incidentOf = await this.incidentsOf(tx, handed);
    const isHidden = (incident: Incident | undefined) => incident?.snapshot.security === true && !seesSecurity(cause);
    const before = new Map<Alert, AlertSnapshot>();
    for (const { alert, expected } of handed) {
      const { snapshot } = alert;
      const incident = incidentOf(alert);
      const isDone = attempt(alert, () => {
        if (incident !== undefined && !isHidden(incident)) requireOwnGroup(cause, incident.snapshot);
        requireVersion('alert', expected, snapshot.version);
        if (action === 'acknowledge') alert.acknowledge(by.at);
        else alert.resolve(by.at, by.at);
      });
      if (isDone) before.set(alert, snapshot);
    }
    const moved = [...before.keys()];
    if (moved.length === 0) return new Map();
    const unnamed = unnamedOf(moved.flatMap((alert) => incidentOf(alert) ?? []));
    const events = moved.flatMap((alert) => alert.takeEvents(unnamed));
    await this.alerts.save(tx, moved);
    await tx.publish(events);
    await tx.audit(
      moved.map((alert) => ({
        ...{ action, resourceType: 'alert', resourceId: alert.snapshot.id },
        ...{ before: before.get(alert), after: alert.snapshot },
      })),
    );
    const open = Map.groupBy(moved, incidentOf);
    await this.tellIncidents(
      tx,
      isHidden,
      [...open].flatMap(([incident, own]) => (incident?.isOpen === true ? [[incident, own]] : [])),
      action,
      by,
    );
    return new Map(
      moved.map((alert) => {
        const { snapshot } = alert;
        return [alert, isHidden(incidentOf(alert)) ? { ...snapshot, incidentId: null } : snapshot];
      }),
    );
  }

  private async incidentsOf(tx: Tx, handed: readonly Handed[]): Promise<(alert: Alert) => Incident | undefined> {
    const ids = new Set(handed.flatMap(({ alert }) => alert.snapshot.incidentId ?? []));
    const incidents = ids.size === 0 ? [] : await this.incidents.loadMany(tx, [...ids]);
    const byId = new Map(incidents.map((incident) => [incident.snapshot.id, incident]));
    return ({ snapshot: { incidentId } }) => (incidentId === null ? undefined : byId.get(incidentId));
  }

  private async tellIncidents(
    tx: Tx,
    isHidden: (incident: Incident) => boolean,
    told: readonly (readonly [Incident, readonly Alert[]])[],
    action: AlertActionOfPeople,
    by: By,
  ): Promise<void> {
    if (told.length === 0) return;
    const cases = await this.incidents.casesOf(
      tx,
      told.map(([incident]) => incident),
    );
    const words = action === 'acknowledge' ? 'Acknowledged' : 'Declared over';
    const entries = told.map(([incident, alerts]): JournalEntry => {
      const timeline = alerts.map(({ snapshot: { id, severity, summary } }) =>
        entry(by, 'alert', `${words}: ${severity} alert "${summary}"`, { alertId: id }),
      );
      for (const { snapshot } of alerts) {
        incident.sawSignals(snapshot.startedAt, action === 'resolve' ? by.at : snapshot.startedAt);
      }
      const isCaseOver = cases.get(incident.snapshot.id)?.isOver === true;
      const mayEnd = incident.snapshot.source === 'alert' && !isHidden(incident);
      const isOver = action === 'resolve' && isCaseOver && mayEnd;
      const cleared = isOver ? incident.clear('alerts', { actor: SERVICE_ACTOR, at: by.at }) : NOTHING;
      return { incident, outcome: together([{ events: [], timeline }, cleared]) };
    });
    await this.journal.write(tx, entries);
  }
}
