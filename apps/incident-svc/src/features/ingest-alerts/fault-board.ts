import { type Cause, MINUTE } from '@itops/kit';

import { SERVICE_ACTOR } from '../../casework/service-actor';
import { weighFault } from '../../casework/weigh-fault';
import { type Alert, type AlertSnapshot, type ReportEffect } from '../../domain/alert';
import { assessFault, opensIncidents } from '../../domain/assessment';
import { type Link, type Placement } from '../../domain/correlation';
import { FaultCase } from '../../domain/fault-case';
import { CLEARED, Incident } from '../../domain/incident';
import { type Outcome, together } from '../../domain/incident.moves';
import { type IncidentPolicy } from '../../domain/policy';
import { type Signal } from '../../domain/signal';
import { type By, entry, type TimelineKind } from '../../domain/timeline';
import { type Estate } from '../../persistence/estate.graph';
import { affectedItems } from '../../casework/affected-items';

/** Repetitions move an incident's last signal in steps, so that most of them leave its row alone. */
const ACTIVITY_STEP = MINUTE;

/** An incident on the board: what it is, what correlation sees of it, what has happened to it in this batch. */
export interface OnBoard {
  readonly incident: Incident;
  readonly faultCase: FaultCase;
  readonly outcomes: Outcome[];
  readonly isNew: boolean;
  /** What suspects depend on, as it was when the incident came onto the board. */
  readonly seenBefore: string;
  /** Whether something was seen of it at all. */
  isTouched: boolean;
  /** Whether its alerts have changed since they were last weighed. */
  isUnweighed: boolean;
  cause: Cause;
}

/** One report with its alert, and what it did to it. */
export interface Taken {
  readonly alert: Alert;
  readonly before: AlertSnapshot | null;
  readonly effect: ReportEffect;
  readonly signal: Signal;
  readonly cause: Cause;
}

/**
 * The incidents that a batch of alerts can have to do with, in memory. Reports are taken one after the other, in their
 * order, so that it makes no difference how a sender's reports happen to be cut into batches.
 */
export class FaultBoard {
  private readonly entries = new Map<string, OnBoard>();
  readonly links: { incidentId: string; alertId: string }[] = [];

  constructor(
    private readonly estate: Estate,
    private readonly policy: IncidentPolicy,
    private readonly now: Date,
    private readonly nextSerial: () => Promise<number>,
  ) {}

  put(incident: Incident, faultCase: FaultCase, cause: Cause, isNew = false): OnBoard {
    const seenBefore = isNew ? '' : gist(faultCase);
    const onBoard = {
      incident,
      faultCase,
      outcomes: [],
      isNew,
      seenBefore,
      isTouched: isNew,
      isUnweighed: false,
      cause,
    };
    this.entries.set(incident.snapshot.id, onBoard);
    return onBoard;
  }

  async take(taken: Taken): Promise<void> {
    const { alert, effect, signal, before } = taken;
    const { incidentId, ciId, severity } = alert.snapshot;
    const current = incidentId === null ? undefined : this.entries.get(incidentId);
    if (current !== undefined && before !== null && before.ciId !== ciId) {
      current.faultCase.leave(before.ciId, before.state === 'resolved');
      current.faultCase.join({ ciId, startedAt: before.startedAt, severity, isOver: before.state === 'resolved' });
      this.changed(current, taken.cause);
    }
    switch (effect) {
      case 'fired':
        return current === undefined ? this.place(taken) : this.fireAgain(taken, current);
      case 'raised':
      case 'repeated':
        if (current === undefined) return this.place(taken);
        if (current.incident.isOpen) this.repeat(taken, current);
        return;
      case 'resolved':
        if (current !== undefined) this.end(taken, current, signal.endedAt);
        return;
      case 'stale':
        return;
    }
  }

  /** Weighs what has not been weighed; afterwards every incident's state is what its alerts say. */
  finish(): OnBoard[] {
    const touched = [...this.entries.values()].filter(({ isTouched }) => isTouched);
    for (const onBoard of touched) this.weigh(onBoard);
    return touched;
  }

  get incidents(): Incident[] {
    return [...this.entries.values()].map(({ incident }) => incident);
  }

  /** Whether other changes may be suspected than before. */
  static needsSuspects(this: void, { faultCase, seenBefore }: OnBoard): boolean {
    return gist(faultCase) !== seenBefore;
  }

  static outcomeOf({ outcomes }: OnBoard): Outcome {
    return together(outcomes);
  }

  private async place(taken: Taken): Promise<void> {
    const { alert } = taken;
    const { ciId, startedAt, severity } = alert.snapshot;
    const opens = opensIncidents(severity);
    const placement = ciId === null ? null : this.estate.correlation.place({ ciId, startedAt }, this.openCases());
    if (placement !== null && (opens || placement.link.rule === 'same-item')) this.join(taken, placement);
    else if (opens) await this.open(taken);
  }

  private join(taken: Taken, { chosen, link, alsoFitting }: Placement): void {
    const onBoard = this.entries.get(chosen.incidentId);
    if (onBoard === undefined) return;
    this.add(taken, onBoard);
    this.say(onBoard, taken, 'alert', `${describe(taken.alert)} joined: ${this.explain(taken, link)}`, {
      rule: link.rule,
    });
    const others = alsoFitting
      .map(({ incidentId }) => this.entries.get(incidentId)?.incident.snapshot)
      .filter((other) => other !== undefined && other.source === 'alert')
      .map((other) => other?.number);
    if (others.length > 0) {
      this.say(
        onBoard,
        taken,
        'alert',
        `This alert also connects with ${others.join(', ')}; it joined the older incident`,
        {
          incidents: others,
        },
      );
    }
  }

  private async open(taken: Taken): Promise<void> {
    const { alert, cause } = taken;
    const { ciId, severity, summary, startedAt, source, annotations } = alert.snapshot;
    const affectedCis = affectedItems(this.estate, [], ciId);
    const assessment = assessFault({
      alerting: [ciId === null ? null : this.estate.criticalityOf(ciId)],
      reached: affectedCis.slice(1).map((id) => this.estate.criticalityOf(id)),
      worstSeverity: severity,
    });
    const { incident, outcome } = Incident.open(
      {
        ...assessment,
        serial: await this.nextSerial(),
        title: summary,
        description: annotations['description'] ?? `Reported by ${source}.`,
        ciId,
        affectedCis,
        source: 'alert',
        alertCount: 1,
        signalAt: startedAt,
      },
      this.policy.matrix,
      this.by(),
    );
    const { id, openedAt } = incident.snapshot;
    const onBoard = this.put(incident, new FaultCase(id, openedAt, ciId, [], null, null), cause, true);
    onBoard.outcomes.push(outcome);
    this.add(taken, onBoard);
    onBoard.isUnweighed = false;
    this.say(onBoard, taken, 'alert', describe(alert));
  }

  private add({ alert, cause }: Taken, onBoard: OnBoard): void {
    const { id, ciId, startedAt, severity } = alert.snapshot;
    const { faultCase, incident } = onBoard;
    const isNewItem = !faultCase.alertsOn(ciId);
    faultCase.join({ ciId, startedAt, severity, isOver: alert.isOver });
    if (isNewItem && !incident.snapshot.locatedByHand) {
      faultCase.originId = this.estate.correlation.originOf(faultCase.items) ?? faultCase.originId;
    }
    alert.joins(incident.snapshot.id);
    this.links.push({ incidentId: incident.snapshot.id, alertId: id });
    this.changed(onBoard, cause);
  }

  /** Its alert was over and is there again: reopens the incident that had ended by itself just before. */
  private async fireAgain(taken: Taken, onBoard: OnBoard): Promise<void> {
    const { alert } = taken;
    const { ciId, startedAt, severity } = alert.snapshot;
    const { incident, faultCase } = onBoard;
    const { state, closeCode, lastSignalAt } = incident.snapshot;
    const quiet = startedAt.getTime() - (faultCase.lastSignalAt ?? lastSignalAt ?? startedAt).getTime();
    const isReturn = state === 'resolved' && closeCode === CLEARED.alerts && quiet <= this.policy.reopenWindowMs;
    if (!incident.isOpen && !isReturn) return this.place(taken);
    faultCase.moved(ciId, 1, severity);
    faultCase.saw(startedAt);
    this.changed(onBoard, taken.cause);
    if (isReturn) onBoard.outcomes.push(incident.returns(`${describe(alert)} fires again`, this.by()));
    else this.say(onBoard, taken, 'alert', `${describe(alert)} fires again`);
  }

  private repeat({ alert, signal, before, cause }: Taken, onBoard: OnBoard): void {
    const { ciId, severity } = alert.snapshot;
    const last = onBoard.faultCase.lastSignalAt;
    if (last === null || signal.seenAt.getTime() - last.getTime() >= ACTIVITY_STEP) {
      onBoard.faultCase.saw(signal.seenAt);
      onBoard.isTouched = true;
    }
    if (before?.severity === severity) return;
    onBoard.faultCase.moved(ciId, 0, severity);
    this.changed(onBoard, cause);
  }

  private end(taken: Taken, onBoard: OnBoard, at: Date): void {
    const { incident, faultCase } = onBoard;
    const { ciId, severity } = taken.alert.snapshot;
    faultCase.moved(ciId, -1, severity);
    faultCase.saw(at);
    onBoard.isTouched = true;
    if (!incident.isOpen) return;
    this.say(onBoard, taken, 'alert', `Over: ${describe(taken.alert)}`, {}, at);
    if (incident.snapshot.source !== 'alert' || !faultCase.isOver) return;
    this.weigh(onBoard);
    onBoard.cause = taken.cause;
    onBoard.outcomes.push(incident.clear('alerts', this.by()));
  }

  private weigh(onBoard: OnBoard): void {
    const { incident, faultCase } = onBoard;
    const { firstSignalAt, lastSignalAt } = faultCase;
    if (onBoard.isUnweighed) {
      onBoard.isUnweighed = false;
      onBoard.outcomes.push(incident.weigh(weighFault(incident, faultCase, this.estate), this.by()));
    } else if (firstSignalAt !== null && lastSignalAt !== null) {
      incident.sawSignals(firstSignalAt, lastSignalAt);
    }
  }

  private changed(onBoard: OnBoard, cause: Cause): void {
    onBoard.isTouched = true;
    onBoard.isUnweighed = true;
    onBoard.cause = cause;
  }

  /** Those that a new alert may join. A security incident keeps to itself: it would hide the alert's fault from others. */
  private openCases(): FaultCase[] {
    return [...this.entries.values()]
      .filter(({ incident }) => incident.isOpen && !incident.snapshot.security)
      .map(({ faultCase }) => faultCase);
  }

  private say(
    onBoard: OnBoard,
    { alert, cause }: Taken,
    kind: TimelineKind,
    summary: string,
    data: Record<string, unknown> = {},
    at: Date = alert.snapshot.startedAt,
  ): void {
    const { id, ciId, severity, source } = alert.snapshot;
    const line = entry({ actor: source, at }, kind, summary, { alertId: id, ciId, severity, ...data });
    onBoard.outcomes.push({ events: [], timeline: [line] });
    onBoard.isTouched = true;
    onBoard.cause = cause;
  }

  private explain({ alert }: Taken, link: Link): string {
    const via = this.estate.nameOf(link.viaId);
    const own = alert.snapshot.ciId === null ? 'its item' : this.estate.nameOf(alert.snapshot.ciId);
    switch (link.rule) {
      case 'same-item':
        return `the incident is about ${via}`;
      case 'impact-path':
        return `${own} and ${via} lie on one impact path`;
      case 'shared-cause':
        return `a failure of ${via} would explain it and other alerts`;
      case 'neighbour': {
        const when = link.apartMs === 0 ? 'at the same time' : `within ${inMinutes(link.apartMs)} of each other`;
        return `${own} and ${this.estate.nameOf(link.besideId)} both hit ${via}, and began ${when}`;
      }
    }
  }

  private by(): By {
    return { actor: SERVICE_ACTOR, at: this.now };
  }
}

function describe(alert: Alert): string {
  const { severity, summary } = alert.snapshot;
  return `${severity} alert "${summary}"`;
}

function inMinutes(millis: number): string {
  const minutes = Math.ceil(millis / MINUTE);
  return minutes === 1 ? 'a minute' : `${minutes} minutes`;
}

/** What suspects depend on. */
function gist({ originId, firstSignalAt, alertingCis }: FaultCase): string {
  return JSON.stringify([originId, firstSignalAt, alertingCis.length]);
}
