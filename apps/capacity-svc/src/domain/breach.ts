import {
  breachCleared,
  breachOpened,
  breachPredicted,
  type BreachData,
  type DomainEvent,
  type Severity,
} from '@itops/contracts';
import { defineLifecycle, newId } from '@itops/kit';

import { type Comparator, type Threshold } from './threshold';

export const breachLifecycle = defineLifecycle({
  name: 'breach',
  initial: 'open',
  states: ['open', 'cleared'],
  transitions: {
    clear: {
      from: ['open'],
      to: 'cleared',
      meaning: 'The threshold is no longer crossed, or no longer predicted to be.',
    },
  },
});

export type BreachState = 'open' | 'cleared';
export type BreachKind = BreachData['kind'];

/** The resource that a breach is about, as it was when the breach was found. */
export interface BreachedResource {
  readonly id: string;
  readonly ciId: string;
  readonly metric: string;
  readonly unit: string;
  readonly labels: Readonly<Record<string, string>>;
}

export interface Expectation {
  readonly expectedAt: Date;
  readonly earliestAt: Date;
  /** Null when it is later than the forecast reaches. */
  readonly latestAt: Date | null;
  readonly model: string;
}

export interface BreachProperties {
  readonly id: string;
  readonly version: number;
  readonly resource: BreachedResource;
  readonly thresholdId: string;
  readonly comparator: Comparator;
  readonly thresholdValue: number;
  readonly severity: Severity;
  readonly kind: BreachKind;
  readonly state: BreachState;
  readonly value: number;
  readonly detectedAt: Date;
  readonly expectation: Expectation | null;
  readonly clearedAt: Date | null;
  /** How many forecasts in a row have not foreseen it any more. */
  readonly misses: number;
}

/** So many forecasts in a row must no longer foresee a breach before it is cleared: one alone may be noise. */
export const MISSES_TO_CLEAR = 2;

/** A threshold that is crossed, or foreseen to be, on one resource. */
export class Breach {
  /** @param storedVersion the version that the database has; 0 for a new one. */
  private constructor(
    private current: BreachProperties,
    readonly storedVersion: number,
  ) {}

  static from(properties: BreachProperties): Breach {
    return new Breach(properties, properties.version);
  }

  /** The value has been beyond the threshold for long enough. */
  static open(
    resource: BreachedResource,
    threshold: Threshold,
    at: Date,
    value: number,
  ): { breach: Breach; events: DomainEvent[] } {
    const breach = new Breach(begin('current', resource, threshold, at, value, null), 0);
    return { breach, events: [breachOpened.of(breach.id, 1, breach.toData())] };
  }

  /** A forecast meets the threshold within the time that its owner wants to know ahead. */
  static predict(
    resource: BreachedResource,
    threshold: Threshold,
    at: Date,
    value: number,
    expectation: Expectation,
  ): { breach: Breach; events: DomainEvent[] } {
    const breach = new Breach(begin('predicted', resource, threshold, at, value, expectation), 0);
    return { breach, events: [breachPredicted.of(breach.id, 1, breach.toData())] };
  }

  get id(): string {
    return this.current.id;
  }

  get properties(): BreachProperties {
    return this.current;
  }

  clear(at: Date): DomainEvent[] {
    const state = breachLifecycle.next(this.current.state, 'clear');
    this.current = { ...this.current, state, version: this.current.version + 1, clearedAt: at };
    return [breachCleared.of(this.id, this.current.version, this.toData())];
  }

  /** A later forecast foresees it too: what is expected follows it, which is no news. */
  foreseenAgain(expectation: Expectation): void {
    this.current = { ...this.current, expectation, misses: 0 };
  }

  /** A later forecast doesn't foresee it. */
  notForeseen(at: Date): DomainEvent[] {
    this.current = { ...this.current, misses: this.current.misses + 1 };
    return this.current.misses >= MISSES_TO_CLEAR ? this.clear(at) : [];
  }

  private toData(): BreachData {
    const { resource, expectation, detectedAt, clearedAt } = this.current;
    return {
      id: this.current.id,
      version: this.current.version,
      resourceId: resource.id,
      ciId: resource.ciId,
      metric: resource.metric,
      unit: resource.unit,
      labels: { ...resource.labels },
      thresholdId: this.current.thresholdId,
      comparator: this.current.comparator,
      thresholdValue: this.current.thresholdValue,
      severity: this.current.severity,
      kind: this.current.kind,
      state: this.current.state,
      value: this.current.value,
      detectedAt: detectedAt.toISOString(),
      expectedAt: expectation?.expectedAt.toISOString() ?? null,
      earliestAt: expectation?.earliestAt.toISOString() ?? null,
      latestAt: expectation?.latestAt?.toISOString() ?? null,
      model: expectation?.model ?? null,
      clearedAt: clearedAt?.toISOString() ?? null,
    };
  }
}

function begin(
  kind: BreachKind,
  resource: BreachedResource,
  threshold: Threshold,
  detectedAt: Date,
  value: number,
  expectation: Expectation | null,
): BreachProperties {
  return {
    id: newId(),
    version: 1,
    resource,
    thresholdId: threshold.id,
    comparator: threshold.comparator,
    thresholdValue: threshold.value,
    severity: threshold.severity,
    kind,
    state: breachLifecycle.initial,
    value,
    detectedAt,
    expectation,
    clearedAt: null,
    misses: 0,
  };
}
