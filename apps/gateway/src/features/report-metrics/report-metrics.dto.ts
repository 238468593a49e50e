import { IntegerField, NestedListField } from '@itops/platform';

import { RejectedReport } from '../../entries/answers.dto';

const MOST_POINTS = 1_000_000;

export class RejectedSeries extends RejectedReport {
  @IntegerField({ description: 'How many points it had.', min: 0, max: MOST_POINTS })
  points!: number;
}

export class MetricsTakenDto {
  @IntegerField({ description: 'Points that are durable now.', min: 1, max: MOST_POINTS })
  accepted!: number;

  @NestedListField({ description: 'Series that are not valid.', type: () => RejectedSeries, maxItems: 2_000 })
  rejected!: RejectedSeries[];
}
