import { type Cause, newId } from '@itops/kit';
import { Injectable } from '@nestjs/common';

import { IncidentDesk } from '../../casework/incident-desk';
import { type NoteRow } from '../../persistence/incident.queries';
import { IncidentStore } from '../../persistence/incident.store';
import { type NoteIncidentDto } from './note-incident.dto';

@Injectable()
export class NoteIncidentHandler {
  constructor(
    private readonly desk: IncidentDesk,
    private readonly incidents: IncidentStore,
  ) {}

  /** A note needs no version: it takes nothing back that somebody else has done. @throws NotFound, InvalidInput */
  async handle(key: string, { kind, text, at: given }: NoteIncidentDto, cause: Cause): Promise<NoteRow> {
    const id = newId();
    let at = new Date(0);
    await this.desk.carryOut({ key, expected: '*', action: 'note', at: given, cause }, async (incident, by, tx) => {
      at = by.at;
      const outcome = incident.note({ kind, text }, by);
      await this.incidents.addNote(tx, { id, incidentId: incident.snapshot.id, kind, text, author: by.actor, at });
      return outcome;
    });
    return { id, kind, text, author: cause.actor, at };
  }
}
