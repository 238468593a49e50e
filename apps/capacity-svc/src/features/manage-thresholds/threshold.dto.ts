import { SEVERITIES, type Severity } from '@itops/contracts';
import {
  DateTimeField,
  EnumField,
  IdField,
  IntegerField,
  NestedField,
  NestedListField,
  NumberField,
  TextField,
  TextMapField,
  NextCursorField,
} from '@itops/platform';

import { LARGEST_VALUE } from '../../domain/acceptance';
import { COMPARATORS, type Comparator } from '../../domain/threshold';

const metric = { description: 'The metric that it is about.', max: 255, min: 1, example: 'disk.used' };
const selector = { description: 'Which resources; every part that is given must hold. Empty: all with the metric.' };
const comparator = { description: 'Which side is a breach.', values: COMPARATORS };
const value = { description: 'The value that is not to be crossed.', min: -LARGEST_VALUE, max: LARGEST_VALUE };
const forMinutes = {
  description: "For how many minutes, by the points' own times, a value must stay beyond before it is a breach.",
  min: 0,
  max: 43_200,
  default: 0,
};
const predictDays = { description: 'How many days ahead a breach is foreseen; null foresees none.', min: 1, max: 90 };
const severity = { description: 'How severe a breach is.', values: SEVERITIES };

const ciClass = {
  ...{ description: 'Only configuration items of this class or one of its subclasses.', max: 64, min: 1 },
  ...{ optional: true, nullable: true },
};
const ciId = { description: 'Only this configuration item.', optional: true, nullable: true };
export const MOST_LABELS = 64;
const selectedLabels = {
  ...{ description: 'Only resources with these labels.', maxProperties: MOST_LABELS, max: 1024, optional: true },
};

export class SelectorDto {
  @TextField(ciClass)
  ciClass?: string | null;

  @IdField(ciId)
  ciId?: string | null;

  @TextMapField(selectedLabels)
  labels?: Record<string, string>;
}

export class SelectorPatchDto {
  @TextField({ ...ciClass, description: `${ciClass.description} Null selects any.` })
  ciClass?: string | null;

  @IdField({ ...ciId, description: `${ciId.description} Null selects any.` })
  ciId?: string | null;

  @TextMapField({
    ...selectedLabels,
    description: `${selectedLabels.description} Those that are named are set, or removed by null; the others stay.`,
    clearable: true,
  })
  labels?: Record<string, string | null>;
}

export class CreateThresholdDto {
  @TextField(metric)
  metric!: string;

  @NestedField({ ...selector, type: () => SelectorDto, optional: true })
  selector?: SelectorDto;

  @EnumField(comparator)
  comparator!: Comparator;

  @NumberField(value)
  value!: number;

  @IntegerField({ ...forMinutes, optional: true })
  forMinutes?: number;

  @IntegerField({ ...predictDays, optional: true, nullable: true })
  predictDays?: number | null;

  @EnumField({ ...severity, description: 'How severe a breach is; warning unless given.', optional: true })
  severity?: Severity;
}

export class UpdateThresholdDto {
  @TextField({ ...metric, optional: true })
  metric?: string;

  @NestedField({
    description: 'Which resources; what is named in it is changed, the rest stays.',
    type: () => SelectorPatchDto,
    optional: true,
  })
  selector?: SelectorPatchDto;

  @EnumField({ ...comparator, optional: true })
  comparator?: Comparator;

  @NumberField({ ...value, optional: true })
  value?: number;

  @IntegerField({ ...forMinutes, optional: true })
  forMinutes?: number;

  @IntegerField({ ...predictDays, optional: true, nullable: true })
  predictDays?: number | null;

  @EnumField({ ...severity, optional: true })
  severity?: Severity;
}

export class SelectedDto {
  @TextField({ description: 'Class of the configuration items.', max: 64, nullable: true })
  ciClass!: string | null;

  @IdField({ description: 'The configuration item.', nullable: true })
  ciId!: string | null;

  @TextMapField({ description: 'Labels.', maxProperties: 64, max: 1024 })
  labels!: Record<string, string>;
}

export class ThresholdDto {
  @IdField({ description: 'Id.' })
  id!: string;

  @IntegerField({ description: 'Version, which is the ETag.', min: 1, max: 2 ** 31 })
  version!: number;

  @TextField(metric)
  metric!: string;

  @NestedField({ ...selector, type: () => SelectedDto })
  selector!: SelectedDto;

  @EnumField(comparator)
  comparator!: Comparator;

  @NumberField(value)
  value!: number;

  @IntegerField(forMinutes)
  forMinutes!: number;

  @IntegerField({ ...predictDays, nullable: true })
  predictDays!: number | null;

  @EnumField(severity)
  severity!: Severity;

  @DateTimeField({ description: 'When it was made.' })
  createdAt!: string;

  @DateTimeField({ description: 'When it was last changed.' })
  updatedAt!: string;

  @TextField({ description: 'Who made it.', max: 255 })
  createdBy!: string;
}

export class ThresholdPageDto {
  @NestedListField({ description: 'The thresholds.', type: () => ThresholdDto, maxItems: 200 })
  items!: ThresholdDto[];

  @NextCursorField()
  nextCursor!: string | null;
}
