import {
  DateTimeField,
  IdField,
  IntegerField,
  NestedListField,
  NumberField,
  TextField,
  TextMapField,
  NextCursorField,
} from '@itops/platform';

/** A metric of a configuration item, one for each set of labels. */
export class ResourceDto {
  @IdField({ description: 'Id.' })
  id!: string;

  @IntegerField({ description: "Counts the resource's events; new points don't change it.", min: 0, max: 2 ** 31 })
  version!: number;

  @IdField({ description: 'The configuration item; null while it is not known.', nullable: true })
  ciId!: string | null;

  @TextField({ description: "The configuration item's name.", max: 255, nullable: true })
  ciName!: string | null;

  @TextField({
    description:
      'How the sender names the configuration item, while it is not known: id, name, or source and external id.',
    max: 600,
    nullable: true,
  })
  unresolvedCi!: string | null;

  @TextField({ description: 'Metric.', max: 255, example: 'disk.used' })
  metric!: string;

  @TextField({ description: 'Unit; empty where the sender gave none.', max: 64, min: 0, example: '%' })
  unit!: string;

  @TextMapField({ description: 'Labels.', maxProperties: 64, max: 1024 })
  labels!: Record<string, string>;

  @NumberField({ description: 'The newest value.', nullable: true })
  lastValue!: number | null;

  @DateTimeField({ description: 'Time of the newest value.', nullable: true })
  lastAt!: string | null;

  @NumberField({
    description: 'The most that there can be, where that is known: 100 for a percentage.',
    nullable: true,
  })
  capacity!: number | null;

  @DateTimeField({ description: 'When its first point came.' })
  createdAt!: string;

  @DateTimeField({ description: 'When its newest point came.' })
  updatedAt!: string;

  @TextField({ description: 'Who sent its first point.', max: 255 })
  createdBy!: string;
}

export class ResourcePageDto {
  @NestedListField({ description: 'The resources.', type: () => ResourceDto, maxItems: 200 })
  items!: ResourceDto[];

  @NextCursorField()
  nextCursor!: string | null;
}
