import { type Static, Type } from '@sinclair/typebox';

import { defineEvent } from '../event';
import { domainTopics } from '../topics';
import { At, Id, Nullable, OneOf, Text } from '../vocabulary/fields';
import {
  HOLD_REASONS,
  INCIDENT_SOURCES,
  INCIDENT_STATES,
  MAJOR_STATES,
  SUSPECT_REASON_KINDS,
} from '../vocabulary/words';

/** An incident after the fact. */
export const IncidentData = Type.Object({
  id: Id,
  version: Type.Integer(),
  number: Text,
  title: Text,
  description: Text,
  state: OneOf(INCIDENT_STATES),
  holdReason: Nullable(OneOf(HOLD_REASONS)),
  impact: Type.Integer({ minimum: 1, maximum: 3 }),
  urgency: Type.Integer({ minimum: 1, maximum: 3 }),
  priority: Type.Integer({ minimum: 1, maximum: 5 }),
  ciId: Nullable(Id),
  affectedCis: Type.Array(Id),
  assignmentGroup: Nullable(Text),
  assignee: Nullable(Text),
  caller: Nullable(Text),
  source: OneOf(INCIDENT_SOURCES),
  openedAt: At,
  acknowledgedAt: Nullable(At),
  resolvedAt: Nullable(At),
  closedAt: Nullable(At),
  reopenCount: Type.Integer(),
  reassignmentCount: Type.Integer(),
  closeCode: Nullable(Text),
  closeNotes: Nullable(Text),
  causedByChangeId: Nullable(Id),
  alertCount: Type.Integer(),
  /** Whether it is, or might become, a major incident; null when nobody has proposed it. */
  major: Type.Optional(Nullable(Type.Object({ state: OneOf(MAJOR_STATES) }))),
  /** A security incident, which is shown only to those with the permission 'incident:read-security'. */
  security: Type.Optional(Type.Boolean()),
});
export type IncidentData = Static<typeof IncidentData>;

export const SuspectData = Type.Object({
  changeId: Id,
  changeNumber: Text,
  title: Text,
  score: Type.Number({ minimum: 0, maximum: 1 }),
  reasons: Type.Array(Type.Object({ kind: OneOf(SUSPECT_REASON_KINDS), text: Text, weight: Type.Number() })),
  path: Type.Array(Type.Object({ ciId: Id, ciName: Text })),
});
export type SuspectData = Static<typeof SuspectData>;

const on = (fact: string, summary: string) =>
  defineEvent({
    type: `itops.incident.${fact}.v1`,
    revision: 1,
    topic: domainTopics.incident,
    aggregate: 'incident',
    summary,
    schema: IncidentData,
  });

export const incidentOpened = on('opened', 'Work on a fault began to be tracked.');
export const incidentAssigned = on('assigned', 'The incident has another group or person.');
export const incidentStarted = on('started', 'Somebody works on it.');
export const incidentHeld = on('held', 'Work waits for somebody else.');
export const incidentResumed = on('resumed', 'Work goes on.');
export const incidentPrioritised = on(
  'prioritised',
  'Impact, urgency or what it affects changed, and so perhaps the priority.',
);
export const incidentNoted = defineEvent({
  type: 'itops.incident.noted.v1',
  revision: 1,
  topic: domainTopics.incident,
  aggregate: 'incident',
  summary: 'A note was written, or something about the incident was edited.',
  schema: Type.Composite([
    IncidentData,
    Type.Object({ note: Nullable(Type.Object({ kind: OneOf(['work', 'public']), text: Text, author: Text })) }),
  ]),
});
export const incidentSuspectsFound = defineEvent({
  type: 'itops.incident.suspects-found.v1',
  revision: 1,
  topic: domainTopics.incident,
  aggregate: 'incident',
  summary: 'The changes that may have caused it were scored.',
  schema: Type.Composite([IncidentData, Type.Object({ suspects: Type.Array(SuspectData) })]),
});
export const incidentEscalated = on('escalated', 'A wider circle was told.');
export const incidentResolved = on('resolved', 'The service works again.');
export const incidentReopened = on('reopened', 'It was not over.');
export const incidentClosed = on('closed', 'Nothing more is to be done.');
export const incidentCanceled = on('canceled', 'It was no incident.');
