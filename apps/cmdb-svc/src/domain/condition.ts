import { type ChangeState, type IncidentState, type OperationalStatus } from '@itops/contracts';

/** A reason for which a CI is not simply operational: an open incident on it, or a change on it that is being implemented. */
export interface Condition {
  readonly kind: 'incident' | 'change';
  /** Of an incident, 1 to 5; null for a change. */
  readonly priority: number | null;
}

const OPEN: readonly IncidentState[] = ['new', 'in_progress', 'on_hold'];
const CRITICAL_PRIORITY = 1;

export function isOpenIncident(state: IncidentState): boolean {
  return OPEN.includes(state);
}

export function isRunningChange(state: ChangeState): boolean {
  return state === 'implement';
}

/** An incident says more than a change that runs at the same time: the change may well have broken it. */
export function statusFrom(conditions: readonly Condition[]): OperationalStatus {
  const incidents = conditions.filter(({ kind }) => kind === 'incident');
  if (incidents.some(({ priority }) => priority !== null && priority <= CRITICAL_PRIORITY)) return 'non_operational';
  if (incidents.length > 0) return 'degraded';
  return conditions.length > 0 ? 'maintenance' : 'operational';
}
