import { type Static, Type } from '@sinclair/typebox';

import { defineEvent } from '../event';
import { domainTopics } from '../topics';
import { At, Id, Nullable, OneOf, StringMap, Text } from '../vocabulary/fields';
import { BREACH_KINDS, SEVERITIES } from '../vocabulary/words';

/** A threshold that is crossed, or will be, on one resource. */
export const BreachData = Type.Object({
  id: Id,
  version: Type.Integer(),
  resourceId: Id,
  ciId: Id,
  metric: Text,
  unit: Text,
  labels: StringMap,
  thresholdId: Id,
  comparator: OneOf(['>', '<']),
  thresholdValue: Type.Number(),
  severity: OneOf(SEVERITIES),
  kind: OneOf(BREACH_KINDS),
  state: OneOf(['open', 'cleared']),
  /** The value that crossed the threshold, or the last one seen before a predicted crossing. */
  value: Type.Number(),
  detectedAt: At,
  /** When the threshold will be met; null for a current breach. */
  expectedAt: Nullable(At),
  earliestAt: Nullable(At),
  latestAt: Nullable(At),
  /** The name of the forecast's model; null for a current breach. */
  model: Nullable(Text),
  clearedAt: Nullable(At),
});
export type BreachData = Static<typeof BreachData>;

const on = (fact: string, summary: string) =>
  defineEvent({
    type: `itops.capacity.${fact}.v1`,
    topic: domainTopics.capacity,
    aggregate: 'breach',
    summary,
    schema: BreachData,
  });

export const breachOpened = on('breach-opened', 'A threshold is crossed now.');
export const breachPredicted = on(
  'breach-predicted',
  'A forecast meets a threshold within the time that its owner wants to know ahead.',
);
export const breachCleared = on('breach-cleared', 'The threshold is no longer crossed, or no longer predicted to be.');

export const forecastUpdated = defineEvent({
  type: 'itops.capacity.forecast-updated.v1',
  topic: domainTopics.capacity,
  aggregate: 'resource',
  summary: 'A resource has a new forecast.',
  schema: Type.Object({
    resourceId: Id,
    version: Type.Integer(),
    ciId: Id,
    metric: Text,
    model: Text,
    trainedTo: At,
    exhaustionAt: Nullable(At),
  }),
});
