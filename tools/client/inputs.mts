/** What the public API takes, as far as these tools send it. */
export type Severity = 'critical' | 'error' | 'warning' | 'info';

export interface CiKey {
  readonly source: string;
  readonly externalId: string;
}

export interface AlertIn {
  readonly source: string;
  readonly summary: string;
  readonly severity: Severity;
  readonly status?: 'firing' | 'resolved';
  readonly dedupKey: string;
  readonly ci?: CiKey;
  readonly labels?: Readonly<Record<string, string>>;
  readonly annotations?: Readonly<Record<string, string>>;
  readonly startsAt?: string;
  readonly endsAt?: string;
}

export interface DeploymentIn {
  readonly source: string;
  readonly externalRef: string;
  readonly ci: CiKey;
  readonly status: 'started' | 'succeeded' | 'failed' | 'rolled_back';
  readonly at: string;
  readonly title?: string;
  readonly revision?: string;
  readonly actor?: string;
  readonly environment?: string;
}

export interface DiscoveryItemIn {
  readonly class: string;
  readonly externalId: string;
  readonly name: string;
  readonly attributes?: Readonly<Record<string, unknown>>;
  readonly stage?: 'design' | 'build' | 'operate' | 'retired';
}

export interface DiscoveryRelationshipIn {
  readonly type: string;
  readonly parent: { readonly externalId: string };
  readonly child: { readonly externalId: string };
  readonly attributes?: Readonly<Record<string, unknown>>;
}

export interface DiscoveryIn {
  readonly source: string;
  readonly items: readonly DiscoveryItemIn[];
  readonly relationships?: readonly DiscoveryRelationshipIn[];
}

/** Epoch milliseconds and value. */
export type Point = readonly [number, number];

export interface MetricSeriesIn {
  readonly ci: CiKey;
  readonly metric: string;
  readonly unit?: string;
  readonly labels?: Readonly<Record<string, string>>;
  readonly points: readonly Point[];
}

export interface ThresholdIn {
  readonly metric: string;
  readonly selector?: Readonly<Record<string, unknown>>;
  readonly comparator: '>' | '<';
  readonly value: number;
  readonly forMinutes?: number;
  readonly predictDays?: number;
  readonly severity: Severity;
}

export interface IncidentIn {
  /** When it was opened, if not now. */
  readonly at?: string;
  readonly title: string;
  readonly description?: string;
  readonly impact?: number;
  readonly urgency?: number;
  readonly ci?: CiKey;
  readonly assignmentGroup?: string;
  readonly assignee?: string;
  readonly caller?: string;
}
