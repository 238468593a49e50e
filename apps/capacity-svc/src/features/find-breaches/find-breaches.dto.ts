import { BREACH_KINDS, SEVERITIES } from '@itops/contracts';
import {
  DateTimeField,
  EnumField,
  IdField,
  IntegerField,
  NestedListField,
  NumberField,
  TextField,
  TextListField,
  TextMapField,
  NextCursorField,
} from '@itops/platform';

import { breachLifecycle } from '../../domain/breach';
import { COMPARATORS } from '../../domain/threshold';

/** A threshold that is crossed, or foreseen to be, on one resource. */
export class BreachDto {
  @IdField({ description: 'Id.' })
  id!: string;

  @IntegerField({ description: 'Version, which is the ETag.', min: 1, max: 2 ** 31 })
  version!: number;

  @IdField({ description: 'The resource.' })
  resourceId!: string;

  @IdField({ description: 'The configuration item.' })
  ciId!: string;

  @TextField({ description: "The configuration item's name.", max: 255, nullable: true })
  ciName!: string | null;

  @TextField({ description: 'Metric.', max: 255 })
  metric!: string;

  @TextField({ description: 'Unit.', max: 64, min: 0 })
  unit!: string;

  @TextMapField({ description: 'Labels.', maxProperties: 64, max: 1024 })
  labels!: Record<string, string>;

  @IdField({ description: 'The threshold.' })
  thresholdId!: string;

  @EnumField({ description: 'On which side of the threshold the breach is.', values: COMPARATORS })
  comparator!: string;

  @NumberField({ description: "The threshold's value." })
  thresholdValue!: number;

  @EnumField({ description: 'Severity.', values: SEVERITIES })
  severity!: string;

  @EnumField({ description: 'Crossed now, or foreseen to be.', values: BREACH_KINDS })
  kind!: string;

  @EnumField({ description: 'State.', values: breachLifecycle.states })
  state!: string;

  @TextListField({ description: 'What a caller may do; a breach opens and clears by itself.', max: 64, maxItems: 8 })
  allowedActions!: string[];

  @NumberField({ description: 'The value when it was found.' })
  value!: number;

  @DateTimeField({ description: "When it was found, by the points' own time." })
  detectedAt!: string;

  @DateTimeField({
    description: 'When the threshold is expected to be met; null for a current breach.',
    nullable: true,
  })
  expectedAt!: string | null;

  @DateTimeField({ description: 'The earliest time at which it may be met.', nullable: true })
  earliestAt!: string | null;

  @DateTimeField({ description: 'The latest time; null when it is beyond the forecast.', nullable: true })
  latestAt!: string | null;

  @TextField({ description: "The forecast's model; null for a current breach.", max: 1024, nullable: true })
  model!: string | null;

  @DateTimeField({ description: 'When it was cleared.', nullable: true })
  clearedAt!: string | null;

  @DateTimeField({ description: 'When it was recorded.' })
  createdAt!: string;

  @DateTimeField({ description: 'When it was last changed.' })
  updatedAt!: string;

  @TextField({ description: 'Who recorded it.', max: 255 })
  createdBy!: string;
}

export class BreachPageDto {
  @NestedListField({ description: 'The breaches.', type: () => BreachDto, maxItems: 200 })
  items!: BreachDto[];

  @NextCursorField()
  nextCursor!: string | null;
}
