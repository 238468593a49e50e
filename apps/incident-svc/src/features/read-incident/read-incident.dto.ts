import { SUSPECT_REASON_KINDS, type SuspectReasonKind } from '@itops/contracts';
import { type Effect, EFFECTS } from '@itops/impact';
import {
  BooleanField,
  DateTimeField,
  EnumField,
  IdField,
  IntegerField,
  IntegerParam,
  JsonObjectField,
  NestedListField,
  NumberField,
  TextField,
  NextCursorField,
} from '@itops/platform';

import { TIMELINE_KINDS } from '../../domain/timeline';

export class TimelineEntryDto {
  @DateTimeField({ description: 'When it happened.' })
  at!: string;

  @EnumField({ description: 'What it is about.', values: TIMELINE_KINDS })
  kind!: string;

  @TextField({ description: 'Who did it or saw it.', max: 255 })
  actor!: string;

  @TextField({ description: 'What happened, in words.', max: 32_768 })
  summary!: string;

  @JsonObjectField({ description: 'The same for machines.', maxProperties: 64 })
  data!: Record<string, unknown>;
}

export class TimelinePage {
  @NestedListField({ description: 'This page, oldest first.', type: () => TimelineEntryDto, maxItems: 200 })
  items!: TimelineEntryDto[];

  @NextCursorField()
  nextCursor!: string | null;
}

export class PathStepDto {
  @IdField({ description: 'The item.' })
  ciId!: string;

  @TextField({ description: 'Its name.', max: 255 })
  ciName!: string;
}

export class SuspectReasonDto {
  @EnumField({ description: 'The kind of evidence.', values: SUSPECT_REASON_KINDS })
  kind!: SuspectReasonKind;

  @TextField({ description: 'The evidence, in words.', max: 1024 })
  text!: string;

  @NumberField({ description: 'What it adds to the score.', min: 0, max: 1 })
  weight!: number;
}

export class SuspectDto {
  @IdField({ description: 'The change.' })
  changeId!: string;

  @TextField({ description: 'Its number.', max: 32 })
  changeNumber!: string;

  @TextField({ description: 'Its title.', max: 1024 })
  title!: string;

  @NumberField({ description: 'The sum of the reasons: how likely it caused the fault.', min: 0, max: 1 })
  score!: number;

  @NestedListField({ description: 'Heaviest first.', type: () => SuspectReasonDto, maxItems: 8 })
  reasons!: SuspectReasonDto[];

  @NestedListField({ description: 'From the changed item to an alerting one.', type: () => PathStepDto, maxItems: 16 })
  path!: PathStepDto[];
}

export class SuspectsDto {
  @NestedListField({ description: 'Likeliest first.', type: () => SuspectDto, maxItems: 10 })
  items!: SuspectDto[];

  @DateTimeField({ nullable: true, description: 'When they were looked for; null when nothing could be suspected.' })
  computedAt!: string | null;
}

export class ImpactQuery {
  @IntegerParam({ description: 'Most hops.', min: 1, max: 20, default: 10, optional: true })
  depth?: number;

  @IntegerParam({ description: 'Most items.', min: 1, max: 1000, default: 200, optional: true })
  limit?: number;
}

export class ImpactItemDto extends PathStepDto {
  @TextField({ description: 'Its class.', max: 64 })
  class!: string;

  @IntegerField({ description: 'Hops from the nearest item of the fault; 0 for one that alerts.', min: 0, max: 20 })
  distance!: number;

  @NestedListField({
    description: 'The way there from that item, both ends included.',
    type: () => PathStepDto,
    maxItems: 21,
  })
  path!: PathStepDto[];

  @EnumField({ description: 'What happens to it.', values: EFFECTS })
  effect!: Effect;
}

export class ImpactDto {
  @IdField({ nullable: true, description: 'The item at fault; null while it is not known.' })
  ciId!: string | null;

  @EnumField({ description: 'Along or against the direction of impact.', values: ['affected'] })
  direction!: 'affected';

  @IntegerField({ description: 'Most hops.', min: 1, max: 20 })
  depth!: number;

  @DateTimeField({ description: 'Of when this is.' })
  asOf!: string;

  @NestedListField({ description: 'What suffers, nearest first.', type: () => ImpactItemDto, maxItems: 1000 })
  items!: ImpactItemDto[];

  @BooleanField({ description: 'Whether there is more.' })
  truncated!: boolean;
}
