import { DateTimeField, EnumField, IdField, NestedListField, TextField, NextCursorField } from '@itops/platform';

import { type NoteRow } from '../persistence/incident.queries';

export const NOTE_KINDS = ['work', 'public'] as const;

export const NoteKindField = () =>
  EnumField({ description: 'work for those who work on it, public for the caller too.', values: NOTE_KINDS });
export const NoteTextField = () => TextField({ description: 'The note.', min: 1, max: 32_768 });

export class NoteResource {
  @IdField({ description: 'The id.' })
  id!: string;

  @NoteKindField()
  kind!: 'work' | 'public';

  @NoteTextField()
  text!: string;

  @TextField({ description: 'Who wrote it.', max: 255 })
  author!: string;

  @DateTimeField({ description: 'When it was written.' })
  at!: string;
}

export class NotePage {
  @NestedListField({ description: 'This page, oldest first.', type: () => NoteResource, maxItems: 200 })
  items!: NoteResource[];

  @NextCursorField()
  nextCursor!: string | null;
}

export function toNoteResource({ id, kind, text, author, at }: NoteRow): NoteResource {
  return { id, kind, text, author, at: at.toISOString() };
}
