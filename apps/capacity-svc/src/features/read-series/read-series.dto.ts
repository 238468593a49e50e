import { LONGEST_CURSOR } from '@itops/kit';
import {
  DateTimeField,
  EnumField,
  IdField,
  IntegerField,
  IntegerParam,
  NestedListField,
  NumberField,
  TextField,
  NextCursorField,
} from '@itops/platform';

export const RESOLUTIONS = ['raw', '1h'] as const;
export type Resolution = (typeof RESOLUTIONS)[number];
export const MOST_ITEMS = 10_000;

export class ReadSeriesQuery {
  @DateTimeField({ description: 'First time; without it, the oldest point.', optional: true })
  from?: string;

  @DateTimeField({ description: 'Last time; without it, the newest point.', optional: true })
  to?: string;

  @EnumField({ description: 'Every point, or one roll-up for each hour.', values: RESOLUTIONS, optional: true })
  resolution?: Resolution;

  @IntegerParam({ description: 'Most points in the answer.', min: 1, max: MOST_ITEMS, default: 1_000, optional: true })
  limit?: number;

  @TextField({ description: 'nextCursor of the page before, unchanged.', max: LONGEST_CURSOR, optional: true })
  cursor?: string;
}

export class SeriesItemDto {
  @DateTimeField({ description: 'Time of the point, or the beginning of the hour.' })
  at!: string;

  @NumberField({ description: 'The value (raw).', optional: true })
  value?: number;

  @NumberField({ description: 'Lowest value of the hour (1h).', optional: true })
  min?: number;

  @NumberField({ description: 'Highest value of the hour (1h).', optional: true })
  max?: number;

  @NumberField({ description: 'Mean of the hour (1h).', optional: true })
  mean?: number;

  @IntegerField({ description: 'Number of points in the hour (1h).', min: 1, max: 2 ** 31, optional: true })
  count?: number;

  @NumberField({ description: 'Last value of the hour (1h).', optional: true })
  last?: number;
}

export class SeriesDto {
  @IdField({ description: 'The resource.' })
  resourceId!: string;

  @TextField({ description: 'Metric.', max: 255 })
  metric!: string;

  @TextField({ description: 'Unit.', max: 64, min: 0 })
  unit!: string;

  @EnumField({ description: 'What the items are.', values: RESOLUTIONS })
  resolution!: Resolution;

  @NestedListField({ description: 'The points, oldest first.', type: () => SeriesItemDto, maxItems: MOST_ITEMS })
  items!: SeriesItemDto[];

  @NextCursorField()
  nextCursor!: string | null;
}
