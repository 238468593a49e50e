import { DateTimeField, IdField, JsonObjectField, NestedListField, TextField, NextCursorField } from '@itops/platform';

/** One step of a change. */
export class HistoryEntry {
  @IdField({ description: 'Its id.' })
  id!: string;

  @DateTimeField({ description: 'When it was done.' })
  at!: string;

  @TextField({ description: 'Who did it.', max: 255 })
  actor!: string;

  @TextField({ description: 'What was done.', max: 64, example: 'approve' })
  action!: string;

  @JsonObjectField({ description: 'What was different before.', maxProperties: 64 })
  before!: Record<string, unknown>;

  @JsonObjectField({ description: 'What is different since.', maxProperties: 64 })
  after!: Record<string, unknown>;

  @TextField({ nullable: true, description: 'Why.', max: 4096 })
  reason!: string | null;

  @TextField({ description: 'The same for everything that followed from one first signal.', max: 64 })
  correlationId!: string;
}

export class HistoryPage {
  @NestedListField({ description: 'The steps, oldest first.', type: () => HistoryEntry, maxItems: 200 })
  items!: HistoryEntry[];

  @NextCursorField()
  nextCursor!: string | null;
}
