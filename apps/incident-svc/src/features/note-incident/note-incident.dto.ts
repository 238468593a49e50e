import { NoteKindField, NoteTextField } from '../../resource/note.resource';

export class NoteIncidentDto {
  @NoteKindField()
  kind!: 'work' | 'public';

  @NoteTextField()
  text!: string;
}
