import { DateTimeField, IdField, JsonObjectField, NestedListField, TextField, NextCursorField } from '@itops/platform';

/** One change of a configuration item. */
export class CiHistoryEntry {
  @IdField({ description: 'Id of the entry.' })
  id!: string;

  @DateTimeField({ description: 'When.' })
  at!: string;

  @TextField({ description: 'Who.', max: 255 })
  actor!: string;

  @TextField({ description: 'What was done.', max: 64 })
  action!: string;

  @TextField({ description: 'Why, where it was said.', max: 1024, nullable: true })
  reason!: string | null;

  @JsonObjectField({ description: 'The item before.', maxProperties: 64, nullable: true })
  before!: Record<string, unknown> | null;

  @JsonObjectField({ description: 'The item afterwards.', maxProperties: 64, nullable: true })
  after!: Record<string, unknown> | null;
}

export class CiHistory {
  @NestedListField({ description: 'One page.', type: () => CiHistoryEntry, maxItems: 200 })
  items!: CiHistoryEntry[];

  @NextCursorField()
  nextCursor!: string | null;
}
