import { isRecord, type Permission } from '@itops/kit';

import { type EventView } from './event-view';

/** How much of an event somebody is shown: all of it, all but the incident that it names, or nothing. */
export type Showing = 'whole' | 'without-incident' | 'nothing';

const SEES_SECURITY: Permission = 'incident:read-security';

/** What is known now of incidents that events told of when it was not known yet. */
export interface SecurityMarks {
  /** Whether the incident is marked as security now. */
  isMarked(incidentId: string): boolean;
}

/** Whether somebody with these permissions may know of an event, by what it says itself. */
export function isVisible(event: EventView, permissions: ReadonlySet<Permission>): boolean {
  return event.permissions.every((permission) => permissions.has(permission));
}

/** Whether what such a caller is shown depends on the marks. */
export function needsMarks(permissions: ReadonlySet<Permission>): boolean {
  return !permissions.has(SEES_SECURITY);
}

/**
 * An event says what was true when it happened; who may see it is decided by that and by what is true now. So what was
 * hidden once stays hidden, and what is hidden now is hidden in the past, too.
 */
export function showingOf(event: EventView, permissions: ReadonlySet<Permission>, marks: SecurityMarks): Showing {
  if (!isVisible(event, permissions)) return 'nothing';
  if (!needsMarks(permissions)) return 'whole';
  const { incident, namedIncident } = event;
  if (incident !== undefined && marks.isMarked(incident)) return 'nothing';
  return namedIncident !== undefined && marks.isMarked(namedIncident) ? 'without-incident' : 'whole';
}

/** An event's data, as it is of what belongs to no incident. */
export function withoutIncident(data: unknown): unknown {
  return isRecord(data) ? { ...data, incidentId: null } : data;
}
