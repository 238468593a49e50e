import { SECOND } from '@itops/kit';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';

import { NotedLater } from './noted-later';

const WRITE_EVERY_MS = 5 * SECOND;

export interface SeenPerson {
  readonly name: string | undefined;
  readonly email: string | undefined;
}

type Note = SeenPerson & { readonly at: Date };

/** What people read in place of a subject. It is kept here alone, so that it can be erased without touching any record. */
@Injectable()
export class People extends NotedLater<Note> {
  constructor(dataSource: DataSource) {
    super(dataSource, WRITE_EVERY_MS);
  }

  saw(subject: string, person: SeenPerson): void {
    this.note(subject, { ...person, at: new Date() });
  }

  protected override join(_: Note, later: Note): Note {
    return later;
  }

  protected override async insert(notes: readonly (readonly [string, Note])[]): Promise<void> {
    await this.dataSource.query(
      `insert into person (subject, name, email, last_seen)
       select * from unnest($1::text[], $2::text[], $3::text[], $4::timestamptz[])
       on conflict (subject) do update set name = excluded.name, email = excluded.email,
         last_seen = greatest(person.last_seen, excluded.last_seen)`,
      [
        notes.map(([subject]) => subject),
        notes.map(([, { name }]) => name ?? null),
        notes.map(([, { email }]) => email ?? null),
        notes.map(([, { at }]) => at),
      ],
    );
  }
}
