import {
  DateTimeField,
  IdField,
  IntegerField,
  NestedField,
  NestedListField,
  NumberField,
  TextField,
} from '@itops/platform';

export class ForecastQuery {
  @TextField({
    description: 'How far to look ahead from the last point: an ISO 8601 duration in days or hours, PT1H to P90D.',
    max: 32,
    optional: true,
    example: 'P7D',
  })
  horizon?: string;
}

export class TrainedOnDto {
  @DateTimeField({ description: 'First point.' })
  from!: string;

  @DateTimeField({ description: 'Last point; the forecast begins after it.' })
  to!: string;

  @IntegerField({ description: 'Number of points, evenly spaced.', min: 1, max: 2 ** 31 })
  points!: number;
}

export class AccuracyDto {
  @NumberField({
    description: 'Error on the held-back points, in units of repeating the season; below 1 is better than that.',
  })
  mase!: number;

  @NumberField({ description: 'Symmetric mean absolute percentage error on the held-back points, 0 to 200.' })
  smape!: number;

  @IntegerField({ description: 'How many points were held back to measure it.', min: 1, max: 2 ** 31 })
  holdout!: number;
}

export class ForecastPointDto {
  @DateTimeField({ description: 'Time.' })
  at!: string;

  @NumberField({ description: 'Expected value.' })
  mean!: number;

  @NumberField({ description: 'Lower bound of the prediction interval.' })
  lower!: number;

  @NumberField({ description: 'Upper bound of the prediction interval.' })
  upper!: number;
}

export class ExhaustionDto {
  @IdField({ description: 'The threshold that is met first.' })
  thresholdId!: string;

  @DateTimeField({ description: 'When the expected value meets it.' })
  at!: string;

  @DateTimeField({ description: 'When the nearer bound meets it.' })
  earliest!: string;

  @DateTimeField({
    description: 'When the farther bound meets it; null when that is beyond the horizon.',
    nullable: true,
  })
  latest!: string | null;
}

export class ForecastDto {
  @IdField({ description: 'The resource.' })
  resourceId!: string;

  @TextField({ description: 'Metric.', max: 255 })
  metric!: string;

  @TextField({
    description: 'The model that did best on held-back points; several, weightiest first, where their mean did.',
    max: 1024,
  })
  model!: string;

  @NestedField({ description: 'What it was made from.', type: () => TrainedOnDto })
  trainedOn!: TrainedOnDto;

  @NestedField({ description: 'How well it did on points that were held back.', type: () => AccuracyDto })
  accuracy!: AccuracyDto;

  @NestedListField({ description: 'The forecast.', type: () => ForecastPointDto, maxItems: 2_160 })
  points!: ForecastPointDto[];

  @NumberField({ description: 'Share of future values that the interval is meant to hold.', min: 0, max: 1 })
  level!: number;

  @NestedField({
    description: 'When a threshold will be met; null when none is within the horizon.',
    type: () => ExhaustionDto,
    nullable: true,
  })
  exhaustion!: ExhaustionDto | null;
}
