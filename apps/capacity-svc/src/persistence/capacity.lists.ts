import { BREACH_KINDS, SEVERITIES } from '@itops/contracts';
import { idFilter, type ListDefinition, textFilter, timeFilter, wordFilter } from '@itops/kit';

import { breachLifecycle } from '../domain/breach';
import { THRESHOLD_COLUMNS } from './threshold.store';

const nullable = { nullable: true } as const;

export const RESOURCES: ListDefinition = {
  name: 'resources',
  select: `r.id, r.version, r.ci_id, c.name as ci_name, r.ci_reference, r.metric, r.unit, r.labels, r.last_value, r.last_at,
           r.created_at, r.updated_at, r.created_by`,
  from: 'resource r left join configuration_item c on c.id = r.ci_id',
  id: 'r.id',
  filters: {
    ciId: idFilter({ ...nullable, description: 'Of this configuration item.', column: 'r.ci_id' }),
    metric: textFilter({ description: 'With this metric.', column: 'r.metric', max: 255 }),
    createdAt: timeFilter({ description: 'First reported at this time.', column: 'r.created_at' }),
  },
  sorts: {
    createdAt: { column: 'r.created_at', type: 'timestamptz' },
    metric: { column: 'r.metric', type: 'text' },
  },
  defaultSort: 'createdAt',
};

export const THRESHOLDS: ListDefinition = {
  name: 'thresholds',
  select: THRESHOLD_COLUMNS,
  from: 'threshold',
  id: 'id',
  filters: {
    metric: textFilter({ description: 'Of this metric.', column: 'metric', max: 255 }),
    ciId: idFilter({ ...nullable, description: 'Of this configuration item.', column: 'ci_id' }),
    createdAt: timeFilter({ description: 'Made at this time.', column: 'created_at' }),
  },
  sorts: {
    createdAt: { column: 'created_at', type: 'timestamptz' },
    metric: { column: 'metric', type: 'text' },
  },
  defaultSort: '-createdAt',
};

export const BREACHES: ListDefinition = {
  name: 'breaches',
  select: 'b.*, c.name as ci_name',
  from: 'breach b left join configuration_item c on c.id = b.ci_id',
  id: 'b.id',
  filters: {
    kind: wordFilter({ description: 'Of one of these kinds.', column: 'b.kind', values: BREACH_KINDS }),
    state: wordFilter({ description: 'In one of these states.', column: 'b.state', values: breachLifecycle.states }),
    severity: wordFilter({ description: 'Of one of these severities.', column: 'b.severity', values: SEVERITIES }),
    ciId: idFilter({ description: 'On this configuration item.', column: 'b.ci_id' }),
    resourceId: idFilter({ description: 'Of this resource.', column: 'b.resource_id' }),
    thresholdId: idFilter({ description: 'Of this threshold.', column: 'b.threshold_id' }),
    detectedAt: timeFilter({ description: "Found at this time, by the points' own time.", column: 'b.detected_at' }),
  },
  sorts: { detectedAt: { column: 'b.detected_at', type: 'timestamptz' } },
  defaultSort: '-detectedAt',
};
