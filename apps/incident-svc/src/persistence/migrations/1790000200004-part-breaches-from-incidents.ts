import { type MigrationInterface, type QueryRunner } from 'typeorm';

/**
 * `breach` becomes what events alone say, so that it can be made again from the log: which incident follows a breach has
 * a table of its own, and the item's name, which another read model knows, is put in when the summary is read.
 */
export class PartBreachesFromIncidents1790000200004 implements MigrationInterface {
  readonly name = 'PartBreachesFromIncidents1790000200004';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- No foreign key to breach: a table that is replaced by a rebuild is not referred to.
      create table incident_breach (
        breach_id uuid primary key,
        incident_id uuid not null references incident,
        open boolean not null
      );
      create index incident_breach_open on incident_breach (incident_id) where open;
      insert into incident_breach (breach_id, incident_id, open)
        select id, incident_id, state = 'open' from breach where incident_id is not null;
      update breach b set summary = replace(b.summary, ' of ' || c.name || ' ', ' of {item} ')
        from ci c where c.id = b.ci_id;
      alter table breach drop column incident_id;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table breach add column incident_id uuid references incident;
      create index breach_by_incident on breach (incident_id) where incident_id is not null;
      update breach b set incident_id = i.incident_id from incident_breach i where i.breach_id = b.id;
      update breach b set summary = replace(b.summary, '{item}', c.name) from ci c where c.id = b.ci_id;
      drop table incident_breach;
    `);
  }
}
