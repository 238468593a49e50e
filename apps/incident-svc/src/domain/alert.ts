import {
  alertAcknowledged,
  type AlertData,
  alertFired,
  alertRepeated,
  alertResolved,
  type AlertState,
  type CiReference,
  type DomainEvent,
  type EventContract,
  type Severity,
} from '@itops/contracts';
import { newId } from '@itops/kit';

import { alertLifecycle } from './alert.lifecycle';
import { opensIncidents, worseSeverity } from './assessment';
import { type Link, type Signal } from './signal';

export interface AlertSnapshot {
  readonly id: string;
  readonly version: number;
  readonly source: string;
  readonly dedupKey: string;
  readonly summary: string;
  readonly severity: Severity;
  readonly state: AlertState;
  readonly labels: Readonly<Record<string, string>>;
  readonly annotations: Readonly<Record<string, string>>;
  readonly links: readonly Link[];
  readonly ciId: string | null;
  readonly ciReference: CiReference | null;
  readonly incidentId: string | null;
  readonly occurrences: number;
  /** When the condition was first there, ever. */
  readonly firstSeenAt: Date;
  /** When the present (or last) firing began. */
  readonly startedAt: Date;
  readonly lastSeenAt: Date;
  readonly resolvedAt: Date | null;
  /** When it last ended; unlike resolvedAt kept when it fires again, since older reports may still come. */
  readonly lastEndedAt: Date | null;
  readonly suppressedBy: { readonly kind: 'change' | 'window' | 'silence'; readonly id: string } | null;
  readonly createdAt: Date;
  readonly updatedAt: Date;
}

/**
 * What a report did to its alert.
 * - `fired` it is there, newly or again
 * - `raised` it was there, and is now so severe that it is an incident by itself
 * - `repeated` it was there
 * - `resolved` it is over
 * - `stale` the report came too late to count: it is older than what is known
 */
export type ReportEffect = 'fired' | 'raised' | 'repeated' | 'resolved' | 'stale';

type Contract = EventContract<(typeof alertFired)['schema']>;

/**
 * A deduplicated condition: all reports with the same source and key are one alert, open once at a time, and the same
 * alert again when the condition returns. Reports may come late or twice; only newer ones move the state.
 */
export class Alert {
  private readonly facts: { contract: Contract; snapshot: AlertSnapshot }[] = [];

  private constructor(
    private state: AlertSnapshot,
    /** The version of the stored row; 0 when there is none yet. */
    readonly storedVersion: number,
  ) {}

  static from(snapshot: AlertSnapshot): Alert {
    return new Alert(snapshot, snapshot.version);
  }

  /** The first report of a condition. Nobody has it yet: its events begin with `fired`. */
  static first(signal: Signal, ciId: string | null, now: Date): Alert {
    const alert = new Alert(
      {
        id: newId(),
        version: 0,
        source: signal.source,
        dedupKey: signal.dedupKey,
        summary: signal.summary,
        severity: signal.severity,
        state: alertLifecycle.initial,
        labels: signal.labels,
        annotations: signal.annotations,
        links: signal.links,
        ciId,
        ciReference: signal.ciReference,
        incidentId: null,
        occurrences: 1,
        firstSeenAt: signal.startedAt,
        startedAt: signal.startedAt,
        lastSeenAt: later(signal.seenAt, signal.startedAt),
        resolvedAt: null,
        lastEndedAt: null,
        suppressedBy: null,
        createdAt: now,
        updatedAt: now,
      },
      0,
    );
    alert.happened(alertFired);
    return alert;
  }

  get snapshot(): AlertSnapshot {
    return this.state;
  }

  get isOver(): boolean {
    return this.state.state === 'resolved';
  }

  /** Takes one more report of the condition. `ciId` is the item that it names, where that is known. */
  report(signal: Signal, ciId: string | null, now: Date): ReportEffect {
    return signal.status === 'firing' ? this.fires(signal, ciId, now) : this.ends(signal.endedAt, now);
  }

  acknowledge(now: Date): void {
    this.change({ state: alertLifecycle.next(this.state.state, 'acknowledge'), updatedAt: now });
    this.happened(alertAcknowledged);
  }

  /** @throws IllegalTransition when it is over already. */
  resolve(at: Date, now: Date): void {
    const state = alertLifecycle.next(this.state.state, 'resolve');
    const end = later(at, this.state.startedAt);
    this.change({
      state,
      resolvedAt: end,
      lastEndedAt: end,
      lastSeenAt: later(this.state.lastSeenAt, at),
      updatedAt: now,
    });
    this.happened(alertResolved);
  }

  /** The incident that the condition belongs to. Tells of itself with the event of the report that led to it. */
  joins(incidentId: string): void {
    this.change({ incidentId });
  }

  /** The item that it is about became known after it had fired. */
  isAbout(ciId: string, now: Date): void {
    this.change({ ciId, updatedAt: now });
    this.happened(alertRepeated);
  }

  /**
   * What has happened since it was loaded, each fact one version further. Repetitions in a row are one event: the same
   * alert thousands of times must stay cheap for everybody who listens.
   * @param unnamed incidents that may not be named to everybody who listens
   */
  takeEvents(unnamed: ReadonlySet<string>): DomainEvent<AlertData>[] {
    const { ciId } = this.state;
    const incidentId =
      this.state.incidentId === null || unnamed.has(this.state.incidentId) ? null : this.state.incidentId;
    return this.facts.splice(0).map(({ contract, snapshot }) => {
      const version = this.state.version + 1;
      this.change({ version });
      return contract.of(this.state.id, version, toData({ ...snapshot, version, ciId, incidentId }));
    });
  }

  private fires(signal: Signal, ciId: string | null, now: Date): ReportEffect {
    const { state, lastEndedAt } = this.state;
    const isOfEarlierFiring = lastEndedAt !== null && signal.startedAt < lastEndedAt;
    if (state === 'resolved') {
      if (isOfEarlierFiring) return 'stale';
      this.change({
        ...this.described(signal, ciId),
        state: alertLifecycle.next(state, 'fire'),
        severity: signal.severity,
        startedAt: signal.startedAt,
        resolvedAt: null,
        updatedAt: now,
      });
      this.happened(alertFired);
      return 'fired';
    }
    const severity = worseSeverity(this.state.severity, signal.severity);
    const isRaised = opensIncidents(severity) && !opensIncidents(this.state.severity);
    this.change({
      ...this.described(signal, ciId),
      severity,
      firstSeenAt: earlier(this.state.firstSeenAt, signal.startedAt),
      startedAt: isOfEarlierFiring ? this.state.startedAt : earlier(this.state.startedAt, signal.startedAt),
      updatedAt: now,
    });
    this.happened(alertRepeated);
    return isRaised ? 'raised' : 'repeated';
  }

  private ends(at: Date, now: Date): ReportEffect {
    if (this.isOver || at < this.state.startedAt) return 'stale';
    this.resolve(at, now);
    return 'resolved';
  }

  /** What a report says of the condition; a late one is counted, but does not overwrite newer words. */
  private described(signal: Signal, ciId: string | null): Partial<AlertSnapshot> {
    const counted = { occurrences: this.state.occurrences + 1, ciId: this.state.ciId ?? ciId };
    if (signal.seenAt < this.state.lastSeenAt) return counted;
    const { summary, labels, annotations, links, ciReference, seenAt } = signal;
    return {
      ...counted,
      ciId: ciId ?? this.state.ciId,
      summary,
      labels,
      annotations,
      links,
      ciReference: ciReference ?? this.state.ciReference,
      lastSeenAt: seenAt,
    };
  }

  private change(changes: Partial<AlertSnapshot>): void {
    this.state = { ...this.state, ...changes };
  }

  private happened(contract: Contract): void {
    const last = this.facts.at(-1);
    if (contract.type === alertRepeated.type && last?.contract.type === alertRepeated.type) {
      last.snapshot = this.state;
    } else {
      this.facts.push({ contract, snapshot: this.state });
    }
  }
}

function toData(alert: AlertSnapshot): AlertData {
  return {
    id: alert.id,
    version: alert.version,
    source: alert.source,
    dedupKey: alert.dedupKey,
    summary: alert.summary,
    severity: alert.severity,
    state: alert.state,
    labels: alert.labels,
    ciId: alert.ciId,
    incidentId: alert.incidentId,
    occurrences: alert.occurrences,
    firstSeenAt: alert.firstSeenAt.toISOString(),
    lastSeenAt: alert.lastSeenAt.toISOString(),
    resolvedAt: alert.resolvedAt?.toISOString() ?? null,
  };
}

function earlier(one: Date, other: Date): Date {
  return one <= other ? one : other;
}

function later(one: Date, other: Date): Date {
  return one >= other ? one : other;
}
