import { type Static, Type } from '@sinclair/typebox';

import { defineEvent } from '../event';
import { domainTopics } from '../topics';
import { At, Id, Nullable, OneOf, StringMap, Text } from '../vocabulary/fields';
import { ALERT_STATES, SEVERITIES } from '../vocabulary/words';

/** A deduplicated condition after the fact. */
export const AlertData = Type.Object({
  id: Id,
  version: Type.Integer(),
  source: Text,
  dedupKey: Text,
  summary: Text,
  severity: OneOf(SEVERITIES),
  state: OneOf(ALERT_STATES),
  labels: StringMap,
  ciId: Nullable(Id),
  incidentId: Nullable(Id),
  occurrences: Type.Integer(),
  firstSeenAt: At,
  lastSeenAt: At,
  resolvedAt: Nullable(At),
});
export type AlertData = Static<typeof AlertData>;

const on = (fact: string, summary: string) =>
  defineEvent({
    type: `itops.alert.${fact}.v1`,
    topic: domainTopics.alert,
    aggregate: 'alert',
    summary,
    schema: AlertData,
  });

export const alertFired = on(
  'fired',
  'A condition was reported for the first time, or again after it had been resolved.',
);
export const alertRepeated = on('repeated', 'An open condition was reported again.');
export const alertAcknowledged = on('acknowledged', 'Somebody took notice of the condition.');
export const alertResolved = on('resolved', 'The condition is over.');
export const alertSuppressed = on('suppressed', 'The condition is expected and raises nobody.');
