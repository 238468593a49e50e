import {
  HOLD_REASONS,
  type HoldReason,
  INCIDENT_SOURCES,
  INCIDENT_STATES,
  type IncidentSource,
  type IncidentState,
  MAJOR_STATES,
  type MajorState,
} from '@itops/contracts';
import {
  DateTimeField,
  EnumField,
  IdField,
  IntegerField,
  NestedField,
  NestedListField,
  TextField,
  TextListField,
  NextCursorField,
} from '@itops/platform';

import { Incident } from '../domain/incident';
import { incidentLifecycle } from '../domain/incident.lifecycle';
import { type IncidentSnapshot } from '../domain/incident.snapshot';
import { majorLifecycle } from '../domain/major.lifecycle';
import { PriorityMatrix } from '../domain/priority';
import { DescriptionField, ImpactField, SecurityField, TitleField, UrgencyField } from './incident.fields';

const nullable = { nullable: true } as const;

export class MajorResource {
  @EnumField({ description: 'How far the question is whether it is a major incident.', values: MAJOR_STATES })
  state!: MajorState;
}

/** An incident as the API shows it. */
export class IncidentResource {
  @IdField({ description: 'The id.' })
  id!: string;

  @IntegerField({ description: 'Rises by one with each fact; the ETag.', min: 1, max: 2_147_483_647 })
  version!: number;

  @TextField({ description: 'What people call it.', max: 32, example: 'INC0000042' })
  number!: string;

  @TitleField()
  title!: string;

  @DescriptionField()
  description!: string;

  @EnumField({ description: 'Where it is in its life cycle.', values: INCIDENT_STATES })
  state!: IncidentState;

  @TextListField({
    description: 'What may be done with it now.',
    max: 32,
    maxItems: incidentLifecycle.actions.length + majorLifecycle.actions.length,
  })
  allowedActions!: string[];

  @EnumField({ ...nullable, description: 'What it waits for, while on hold.', values: HOLD_REASONS })
  holdReason!: HoldReason | null;

  @ImpactField()
  impact!: number;

  @UrgencyField()
  urgency!: number;

  @IntegerField({ description: '1 critical to 5 planning, by the priority matrix.', min: 1, max: 5 })
  priority!: number;

  @IdField({ ...nullable, description: 'The item at fault; of several alerting ones the likely origin.' })
  ciId!: string | null;

  @TextField({ ...nullable, description: 'Its name.', min: 0, max: 255 })
  ciName!: string | null;

  @TextListField({ description: 'Ids of the items that alert or suffer, the origin first.', max: 36, maxItems: 200 })
  affectedCis!: string[];

  @TextField({ ...nullable, description: 'The group that has it.', min: 0, max: 255 })
  assignmentGroup!: string | null;

  @TextField({ ...nullable, description: 'The person that has it.', min: 0, max: 255 })
  assignee!: string | null;

  @TextField({ ...nullable, description: 'Who reported it.', min: 0, max: 255 })
  caller!: string | null;

  @EnumField({ description: 'How it came.', values: INCIDENT_SOURCES })
  source!: IncidentSource;

  @DateTimeField({ description: 'Since when it is tracked.' })
  openedAt!: string;

  @DateTimeField({ ...nullable, description: 'When somebody first took it.' })
  acknowledgedAt!: string | null;

  @DateTimeField({ ...nullable, description: 'When it was resolved.' })
  resolvedAt!: string | null;

  @DateTimeField({ ...nullable, description: 'When it was closed or canceled.' })
  closedAt!: string | null;

  @IntegerField({ description: 'How often it was reopened.', min: 0, max: 2_147_483_647 })
  reopenCount!: number;

  @IntegerField({ description: 'How often it went to another group; the first is none.', min: 0, max: 2_147_483_647 })
  reassignmentCount!: number;

  @TextField({ ...nullable, description: 'How it ended.', min: 0, max: 64 })
  closeCode!: string | null;

  @TextField({ ...nullable, description: 'How it ended, in words.', min: 0, max: 32_768 })
  closeNotes!: string | null;

  @NestedField({ ...nullable, description: 'Set once it was proposed as a major incident.', type: () => MajorResource })
  major!: MajorResource | null;

  @SecurityField()
  security!: boolean;

  @IdField({ ...nullable, description: 'The problem behind it.' })
  problemId!: string | null;

  @IdField({ ...nullable, description: 'The change that caused it, as people have found.' })
  causedByChangeId!: string | null;

  @IntegerField({ description: 'How many alerts belong to it.', min: 0, max: 2_147_483_647 })
  alertCount!: number;

  @DateTimeField({ description: 'When the platform learned of it.' })
  createdAt!: string;

  @DateTimeField({ description: 'When it last changed here.' })
  updatedAt!: string;

  @TextField({ description: 'Who opened it.', max: 255 })
  createdBy!: string;
}

export class IncidentPage {
  @NestedListField({ description: 'This page.', type: () => IncidentResource, maxItems: 200 })
  items!: IncidentResource[];

  @NextCursorField()
  nextCursor!: string | null;
}

export function toIncidentResource(incident: IncidentSnapshot, ciName: string | null): IncidentResource {
  const time = (at: Date | null) => at?.toISOString() ?? null;
  return {
    id: incident.id,
    version: incident.version,
    number: incident.number,
    title: incident.title,
    description: incident.description,
    state: incident.state,
    allowedActions: Incident.from(incident, PriorityMatrix.default).allowedActions,
    holdReason: incident.holdReason,
    impact: incident.impact,
    urgency: incident.urgency,
    priority: incident.priority,
    ciId: incident.ciId,
    ciName,
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
    major: incident.major === null ? null : { state: incident.major },
    security: incident.security,
    problemId: incident.problemId,
    causedByChangeId: incident.causedByChangeId,
    alertCount: incident.alertCount,
    createdAt: incident.createdAt.toISOString(),
    updatedAt: incident.updatedAt.toISOString(),
    createdBy: incident.createdBy,
  };
}
