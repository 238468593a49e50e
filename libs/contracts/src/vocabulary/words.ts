/** The closed vocabularies that several services share. */
export const SEVERITIES = ['critical', 'error', 'warning', 'info'] as const;
export type Severity = (typeof SEVERITIES)[number];

export const CI_STAGES = ['design', 'build', 'operate', 'retired'] as const;
export type CiStage = (typeof CI_STAGES)[number];

export const OPERATIONAL_STATUSES = ['operational', 'degraded', 'non_operational', 'maintenance', 'retired'] as const;
export type OperationalStatus = (typeof OPERATIONAL_STATUSES)[number];

export const ALERT_STATES = ['firing', 'acknowledged', 'resolved', 'suppressed'] as const;
export type AlertState = (typeof ALERT_STATES)[number];

export const INCIDENT_STATES = ['new', 'in_progress', 'on_hold', 'resolved', 'closed', 'canceled'] as const;
export type IncidentState = (typeof INCIDENT_STATES)[number];

export const MAJOR_STATES = ['candidate', 'accepted', 'rejected'] as const;
export type MajorState = (typeof MAJOR_STATES)[number];

export const HOLD_REASONS = ['caller', 'problem', 'vendor', 'change'] as const;
export type HoldReason = (typeof HOLD_REASONS)[number];

export const INCIDENT_SOURCES = ['manual', 'alert', 'capacity', 'api'] as const;
export type IncidentSource = (typeof INCIDENT_SOURCES)[number];

export const CHANGE_TYPES = ['standard', 'normal', 'emergency'] as const;
export type ChangeType = (typeof CHANGE_TYPES)[number];

export const CHANGE_STATES = [
  'new',
  'assess',
  'authorize',
  'scheduled',
  'implement',
  'review',
  'closed',
  'canceled',
] as const;
export type ChangeState = (typeof CHANGE_STATES)[number];

export const CHANGE_CLOSE_CODES = ['successful', 'successful_issues', 'unsuccessful'] as const;
export type ChangeCloseCode = (typeof CHANGE_CLOSE_CODES)[number];

export const CHANGE_SOURCES = ['manual', 'deployment', 'api', 'capacity'] as const;
export type ChangeSource = (typeof CHANGE_SOURCES)[number];

export const DEPLOYMENT_STATUSES = ['started', 'succeeded', 'failed', 'rolled_back'] as const;
export type DeploymentStatus = (typeof DEPLOYMENT_STATUSES)[number];

export const BREACH_KINDS = ['current', 'predicted'] as const;
export type BreachKind = (typeof BREACH_KINDS)[number];

export const SUSPECT_REASON_KINDS = ['distance', 'time', 'type', 'history', 'signal'] as const;
export type SuspectReasonKind = (typeof SUSPECT_REASON_KINDS)[number];
