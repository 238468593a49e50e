import {
  type HoldReason,
  type IncidentData,
  type IncidentSource,
  type IncidentState,
  type MajorState,
} from '@itops/contracts';

import { type Level, type Priority } from './priority';

/** The state of an incident, as it is stored. */
export interface IncidentSnapshot {
  readonly id: string;
  readonly version: number;
  readonly number: string;
  readonly title: string;
  readonly description: string;
  readonly state: IncidentState;
  readonly holdReason: HoldReason | null;
  readonly impact: Level;
  readonly urgency: Level;
  readonly priority: Priority;
  /** The item at fault as far as is known; for an incident of alerts, their likely origin. */
  readonly ciId: string | null;
  readonly affectedCis: readonly string[];
  readonly assignmentGroup: string | null;
  readonly assignee: string | null;
  readonly caller: string | null;
  readonly source: IncidentSource;
  readonly openedAt: Date;
  readonly acknowledgedAt: Date | null;
  readonly resolvedAt: Date | null;
  readonly closedAt: Date | null;
  readonly reopenCount: number;
  readonly reassignmentCount: number;
  readonly closeCode: string | null;
  readonly closeNotes: string | null;
  readonly major: MajorState | null;
  /** Shown only to those who may see security incidents. */
  readonly security: boolean;
  readonly problemId: string | null;
  readonly causedByChangeId: string | null;
  readonly alertCount: number;
  /** Of the senders' times: when the first signal of the fault began, and when the last one was seen. */
  readonly firstSignalAt: Date | null;
  readonly lastSignalAt: Date | null;
  /** What a preventive incident is about: there is at most one open for each. */
  readonly breach: BreachKey | null;
  /** Somebody, not the platform, has done something with it. */
  readonly takenInHand: boolean;
  /** A person has set impact or urgency: signals no longer change them. */
  readonly ratedByHand: boolean;
  /** A person has named the item: signals no longer move it. */
  readonly locatedByHand: boolean;
  /** When somebody last did something with it; a move that is brought over can't have happened before that. */
  readonly movedAt: Date;
  readonly createdAt: Date;
  readonly updatedAt: Date;
  readonly createdBy: string;
}

export interface BreachKey {
  readonly resourceId: string;
  readonly thresholdId: string;
}

export function toIncidentData(incident: IncidentSnapshot): IncidentData {
  const time = (at: Date | null) => at?.toISOString() ?? null;
  return {
    id: incident.id,
    version: incident.version,
    number: incident.number,
    title: incident.title,
    description: incident.description,
    state: incident.state,
    holdReason: incident.holdReason,
    impact: incident.impact,
    urgency: incident.urgency,
    priority: incident.priority,
    ciId: incident.ciId,
    affectedCis: [...incident.affectedCis],
    assignmentGroup: incident.assignmentGroup,
    assignee: incident.assignee,
    caller: incident.caller,
    source: incident.source,
    openedAt: incident.openedAt.toISOString(),
    acknowledgedAt: time(incident.acknowledgedAt),
    resolvedAt: time(incident.resolvedAt),
    closedAt: time(incident.closedAt),
    reopenCount: incident.reopenCount,
    reassignmentCount: incident.reassignmentCount,
    closeCode: incident.closeCode,
    closeNotes: incident.closeNotes,
    causedByChangeId: incident.causedByChangeId,
    alertCount: incident.alertCount,
    major: incident.major === null ? null : { state: incident.major },
    security: incident.security,
  };
}
