import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** What the service needs of the others, fed by their events: the estate, changes, capacity breaches. */
export class CreateReadModels1790000200002 implements MigrationInterface {
  readonly name = 'CreateReadModels1790000200002';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      -- The one row whose lock puts the writers of the estate into line, so that revisions commit in order. They come
      -- from a sequence, since a revision that was rolled back must not come again with other content.
      create sequence estate_revision_serial;
      create table estate_revision (
        singleton boolean primary key default true check (singleton),
        revision bigint not null
      );
      insert into estate_revision (revision) values (0);

      create table ci (
        id uuid primary key,
        name text not null,
        class text not null,
        criticality smallint not null,
        operational_status text not null,
        retired boolean not null,
        revision bigint not null
      );
      create index ci_by_name on ci (name) where not retired;
      create index ci_by_revision on ci (revision);

      create table ci_external_id (
        ci_id uuid not null references ci,
        source text not null,
        external_id text not null,
        primary key (source, external_id, ci_id)
      );
      create index ci_external_id_by_ci on ci_external_id (ci_id);

      create table relationship (
        id uuid primary key,
        type text not null,
        parent_id uuid not null,
        child_id uuid not null,
        quorum int,
        removed boolean not null,
        revision bigint not null
      );
      create index relationship_by_revision on relationship (revision);

      create table change (
        id uuid primary key,
        number text not null,
        title text not null,
        type text not null,
        state text not null,
        source text not null,
        cis uuid[] not null,
        planned_start timestamptz,
        planned_end timestamptz,
        actual_start timestamptz,
        actual_end timestamptz,
        failed boolean not null,
        backed_out boolean not null
      );
      create index change_by_start on change (actual_start) where actual_start is not null;
      create index change_by_ci on change using gin (cis);

      create table breach (
        id uuid primary key,
        resource_id uuid not null,
        threshold_id uuid not null,
        ci_id uuid not null,
        kind text not null,
        state text not null,
        summary text not null,
        incident_id uuid references incident
      );
      create index breach_by_incident on breach (incident_id) where incident_id is not null;
      create index breach_open_on_ci on breach (ci_id) where state = 'open';
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      drop table breach;
      drop table change;
      drop table relationship;
      drop table ci_external_id;
      drop table ci;
      drop table estate_revision;
      drop sequence estate_revision_serial;
    `);
  }
}
