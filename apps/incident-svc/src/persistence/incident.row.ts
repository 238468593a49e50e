import { type HoldReason, type IncidentSource, type IncidentState, type MajorState } from '@itops/contracts';

import { type IncidentSnapshot } from '../domain/incident.snapshot';
import { type Level, type Priority } from '../domain/priority';

/** A row of `incident`. */
export interface IncidentRow {
  id: string;
  version: number;
  number: string;
  title: string;
  description: string;
  state: IncidentState;
  hold_reason: HoldReason | null;
  impact: Level;
  urgency: Level;
  priority: Priority;
  ci_id: string | null;
  affected_cis: string[];
  assignment_group: string | null;
  assignee: string | null;
  caller: string | null;
  source: IncidentSource;
  opened_at: Date;
  acknowledged_at: Date | null;
  resolved_at: Date | null;
  closed_at: Date | null;
  reopen_count: number;
  reassignment_count: number;
  close_code: string | null;
  close_notes: string | null;
  major: MajorState | null;
  security: boolean;
  problem_id: string | null;
  caused_by_change_id: string | null;
  alert_count: number;
  first_signal_at: Date | null;
  last_signal_at: Date | null;
  breach_resource_id: string | null;
  breach_threshold_id: string | null;
  taken_in_hand: boolean;
  rated_by_hand: boolean;
  located_by_hand: boolean;
  moved_at: Date;
  created_at: Date;
  updated_at: Date;
  created_by: string;
}

export function toIncidentSnapshot(row: IncidentRow): IncidentSnapshot {
  const { breach_resource_id: resourceId, breach_threshold_id: thresholdId } = row;
  return {
    id: row.id,
    version: row.version,
    number: row.number,
    title: row.title,
    description: row.description,
    state: row.state,
    holdReason: row.hold_reason,
    impact: row.impact,
    urgency: row.urgency,
    priority: row.priority,
    ciId: row.ci_id,
    affectedCis: row.affected_cis,
    assignmentGroup: row.assignment_group,
    assignee: row.assignee,
    caller: row.caller,
    source: row.source,
    openedAt: row.opened_at,
    acknowledgedAt: row.acknowledged_at,
    resolvedAt: row.resolved_at,
    closedAt: row.closed_at,
    reopenCount: row.reopen_count,
    reassignmentCount: row.reassignment_count,
    closeCode: row.close_code,
    closeNotes: row.close_notes,
    major: row.major,
    security: row.security,
    problemId: row.problem_id,
    causedByChangeId: row.caused_by_change_id,
    alertCount: row.alert_count,
    firstSignalAt: row.first_signal_at,
    lastSignalAt: row.last_signal_at,
    breach: resourceId === null || thresholdId === null ? null : { resourceId, thresholdId },
    takenInHand: row.taken_in_hand,
    ratedByHand: row.rated_by_hand,
    locatedByHand: row.located_by_hand,
    movedAt: row.moved_at,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
    createdBy: row.created_by,
  };
}

export function toIncidentRow(incident: IncidentSnapshot): IncidentRow {
  return {
    id: incident.id,
    version: incident.version,
    number: incident.number,
    title: incident.title,
    description: incident.description,
    state: incident.state,
    hold_reason: incident.holdReason,
    impact: incident.impact,
    urgency: incident.urgency,
    priority: incident.priority,
    ci_id: incident.ciId,
    affected_cis: [...incident.affectedCis],
    assignment_group: incident.assignmentGroup,
    assignee: incident.assignee,
    caller: incident.caller,
    source: incident.source,
    opened_at: incident.openedAt,
    acknowledged_at: incident.acknowledgedAt,
    resolved_at: incident.resolvedAt,
    closed_at: incident.closedAt,
    reopen_count: incident.reopenCount,
    reassignment_count: incident.reassignmentCount,
    close_code: incident.closeCode,
    close_notes: incident.closeNotes,
    major: incident.major,
    security: incident.security,
    problem_id: incident.problemId,
    caused_by_change_id: incident.causedByChangeId,
    alert_count: incident.alertCount,
    first_signal_at: incident.firstSignalAt,
    last_signal_at: incident.lastSignalAt,
    breach_resource_id: incident.breach?.resourceId ?? null,
    breach_threshold_id: incident.breach?.thresholdId ?? null,
    taken_in_hand: incident.takenInHand,
    rated_by_hand: incident.ratedByHand,
    located_by_hand: incident.locatedByHand,
    moved_at: incident.movedAt,
    created_at: incident.createdAt,
    updated_at: incident.updatedAt,
    created_by: incident.createdBy,
  };
}
