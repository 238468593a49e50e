import { AtField } from '../../resource/incident.fields';
import { NoteKindField, NoteTextField } from '../../resource/note.resource';

export class NoteIncidentDto {
  @NoteKindField()
  kind!: 'work' | 'public';

  @NoteTextField()
  text!: string;

  @AtField()
  at?: string;
}
