import { type AlertIn, type CiReference } from '@itops/contracts';
import { type Cause, Clock } from '@itops/kit';
import { type Tx } from '@itops/messaging';
import { Injectable } from '@nestjs/common';
import { metrics } from '@opentelemetry/api';

import { IncidentJournal } from '../../casework/incident-journal';
import { SERVICE_ACTOR } from '../../casework/service-actor';
import { SuspectSearch } from '../../casework/suspect-search';
import { unnamedOf } from '../../casework/unnamed-incidents';
import { Alert } from '../../domain/alert';
import { opensIncidents } from '../../domain/assessment';
import { withItem } from '../../domain/breach';
import { NOTHING, together } from '../../domain/incident.moves';
import { IncidentPolicy } from '../../domain/policy';
import { type Signal, signalOf } from '../../domain/signal';
import { entry } from '../../domain/timeline';
import { AlertStore } from '../../persistence/alert.store';
import { BreachStore } from '../../persistence/breach.store';
import { type Estate, EstateGraph } from '../../persistence/estate.graph';
import { EstateStore, referenceKey } from '../../persistence/estate.store';
import { IncidentStore } from '../../persistence/incident.store';
import { sentTogether } from '../../persistence/reader';
import { serialise } from '../../persistence/serialise';
import { FaultBoard, type OnBoard } from './fault-board';

/** A tool's report, when it was sent, and what led to it. */
export interface Report {
  readonly data: AlertIn;
  readonly time: Date;
  readonly cause: Cause;
}

const reportsByEffect = metrics
  .getMeter('incident-svc')
  .createCounter('itops_alert_reports', { description: 'Reports of alerts, by what they did to their alert.' });

/** Takes a batch of reports: deduplicates them into alerts, and finds or opens the incident of each. */
@Injectable()
export class IngestAlertsHandler {
  constructor(
    private readonly clock: Clock,
    private readonly policy: IncidentPolicy,
    private readonly estateGraph: EstateGraph,
    private readonly estateStore: EstateStore,
    private readonly alerts: AlertStore,
    private readonly incidents: IncidentStore,
    private readonly breaches: BreachStore,
    private readonly suspects: SuspectSearch,
    private readonly journal: IncidentJournal,
  ) {}

  async handle(tx: Tx, reports: readonly Report[]): Promise<void> {
    const signals = reports.map(({ data, time, cause }) => ({ signal: signalOf(data, time), cause }));
    const references = signals.flatMap(({ signal: { ciReference } }) => (ciReference === null ? [] : [ciReference]));
    // The lock goes first, so that all else is read under it.
    const [, estate, matched, loaded] = await sentTogether([
      serialise(tx),
      this.estateGraph.current(tx),
      this.estateStore.match(tx, references),
      this.alerts.loadByKeys(
        tx,
        signals.map(({ signal }) => signal),
      ),
    ]);
    const now = this.clock.now();
    const ciOf = ({ ciReference }: Signal) => lookUp(matched, ciReference);
    const known = new Map(loaded.map((alert) => [keyOf(alert.snapshot), alert]));

    const board = new FaultBoard(estate, this.policy, now, this.serials(tx, signals, known, ciOf));
    await this.fill(tx, board, estate, signals, known, ciOf);
    const causes = new Map<string, Cause>();
    for (const { signal, cause } of signals) {
      const before = known.get(keyOf(signal));
      if (before === undefined && signal.status === 'resolved') {
        reportsByEffect.add(1, { effect: 'unknown' });
        continue;
      }
      const snapshot = before?.snapshot ?? null;
      const alert = before ?? Alert.first(signal, ciOf(signal), now);
      const effect = before === undefined ? 'fired' : alert.report(signal, ciOf(signal), now);
      reportsByEffect.add(1, { effect });
      known.set(keyOf(signal), alert);
      if (effect !== 'stale') causes.set(alert.snapshot.id, cause);
      await board.take({ alert, before: snapshot, effect, signal, cause });
    }
    await this.store(tx, board, estate, [...known.values()], causes, now);
  }

  /** Puts the incidents on the board that these reports can have to do with. */
  private async fill(
    tx: Tx,
    board: FaultBoard,
    estate: Estate,
    signals: readonly { signal: Signal; cause: Cause }[],
    known: ReadonlyMap<string, Alert>,
    ciOf: (signal: Signal) => string | null,
  ): Promise<void> {
    const unplaced = new Set<string>();
    for (const { signal } of signals) {
      const alert = known.get(keyOf(signal))?.snapshot;
      const ciId = ciOf(signal) ?? alert?.ciId ?? null;
      const isPlaced = alert !== undefined && alert.incidentId !== null && alert.state !== 'resolved';
      if (signal.status === 'firing' && ciId !== null && !isPlaced) unplaced.add(ciId);
    }
    const [near, touching] = await sentTogether([
      this.incidents.openOn(tx, [...estate.correlation.nearby(unplaced)]),
      this.incidents.openTouching(tx, [...unplaced, ...estate.correlation.beside(unplaced)]),
    ]);
    const own = [...known.values()].flatMap(({ snapshot: { incidentId } }) =>
      incidentId === null ? [] : [incidentId],
    );
    const incidents = await this.incidents.loadMany(tx, [...new Set([...near, ...touching.keys(), ...own])]);
    const cases = await this.incidents.casesOf(tx, incidents);
    for (const incident of incidents) {
      const faultCase = cases.get(incident.snapshot.id);
      if (faultCase !== undefined) board.put(incident, faultCase, tx.cause);
    }
  }

  private async store(
    tx: Tx,
    board: FaultBoard,
    estate: Estate,
    alerts: readonly Alert[],
    causes: ReadonlyMap<string, Cause>,
    now: Date,
  ): Promise<void> {
    const touched = board.finish();
    const by = { actor: SERVICE_ACTOR, at: now };
    const { found, outcomes } = await this.suspects.search(tx, estate, touched.filter(FaultBoard.needsSuspects), by);
    const forecasts = await this.breachLines(tx, touched, estate);
    const unnamed = unnamedOf(board.incidents);
    const told = alerts
      .map((alert) => ({ alert, events: alert.takeEvents(unnamed) }))
      .filter(({ events }) => events.length > 0);
    // Rows before what refers to them.
    await sentTogether([
      this.journal.write(
        tx,
        touched.map((onBoard) => {
          const { id } = onBoard.incident.snapshot;
          const outcome = together([
            FaultBoard.outcomeOf(onBoard),
            outcomes.get(id) ?? NOTHING,
            { events: [], timeline: forecasts.get(id) ?? [] },
          ]);
          return { incident: onBoard.incident, outcome, cause: onBoard.cause };
        }),
      ),
      this.incidents.saveSuspects(tx, now, found),
      this.alerts.save(
        tx,
        told.map(({ alert }) => alert),
      ),
      this.incidents.linkAlerts(tx, board.links),
    ]);
    await tx.publish(
      told.flatMap(({ events }) => events),
      (event) => causes.get(event.aggregateId) ?? tx.cause,
    );
  }

  /** A new incident tells what capacity runs out on its items. */
  private async breachLines(tx: Tx, touched: readonly OnBoard[], estate: Estate) {
    const opened = touched.filter(({ isNew }) => isNew);
    const items = new Set(opened.flatMap(({ faultCase }) => faultCase.alertingCis));
    const breaches = await this.breaches.openOn(tx, [...items]);
    return new Map(
      opened.map(({ incident: { snapshot }, faultCase }) => [
        snapshot.id,
        breaches
          .filter(({ ciId }) => faultCase.alertsOn(ciId))
          .map(({ ciId, summary, incidentId }) =>
            entry({ actor: SERVICE_ACTOR, at: snapshot.openedAt }, 'capacity', withItem(summary, estate.nameOf(ciId)), {
              ciId,
              incidentId,
            }),
          ),
      ]),
    );
  }

  /**
   * Serial numbers for the incidents that a batch opens. How many it needs shows only on the way: each new alert
   * without an item surely needs one; what is missing is taken in steps that double, so that few are left over.
   */
  private serials(
    tx: Tx,
    signals: readonly { signal: Signal }[],
    known: ReadonlyMap<string, Alert>,
    ciOf: (signal: Signal) => string | null,
  ): () => Promise<number> {
    const certain = new Set(
      signals
        .filter(({ signal }) => signal.status === 'firing' && opensIncidents(signal.severity) && ciOf(signal) === null)
        .map(({ signal }) => keyOf(signal))
        .filter((key) => !known.has(key)),
    );
    const pool: number[] = [];
    let step = Math.max(certain.size, 1);
    return async () => {
      if (pool.length === 0) {
        pool.push(...(await this.incidents.nextSerials(tx, step)));
        step = certain.size > 0 && step === certain.size ? 1 : step * 2;
      }
      return pool.shift() ?? 0;
    };
  }
}

function keyOf({ source, dedupKey }: { readonly source: string; readonly dedupKey: string }): string {
  return JSON.stringify([source, dedupKey]);
}

function lookUp(matched: ReadonlyMap<string, string>, reference: CiReference | null): string | null {
  return reference === null ? null : (matched.get(referenceKey(reference)) ?? null);
}
