import { type MigrationInterface, type QueryRunner } from 'typeorm';

import { CHANGE_TYPES } from '@itops/contracts';

import { changeLifecycles } from '../../domain/change.lifecycle';

/** Changes, and what this service knows of the estate. */
export class CreateChanges1790000300001 implements MigrationInterface {
  readonly name = 'CreateChanges1790000300001';

  async up(queryRunner: QueryRunner): Promise<void> {
    const stateOfType = CHANGE_TYPES.map(
      (type) => `(type = '${type}' and ${changeLifecycles[type].sqlCheck('state')})`,
    ).join(' or ');
    await queryRunner.query(`
      create sequence change_number;

      create table change (
        id uuid primary key,
        version int not null check (version > 0),
        number text not null unique,
        title text not null,
        description text not null,
        justification text,
        type text not null,
        state text not null,
        cis uuid[] not null,
        planned_start timestamptz,
        planned_end timestamptz check (planned_end > planned_start),
        actual_start timestamptz,
        actual_end timestamptz,
        implementation_plan text,
        backout_plan text,
        test_plan text,
        impact smallint check (impact between 1 and 3),
        assignment_group text,
        assignee text,
        requested_by text not null,
        close_code text check (close_code in ('successful', 'successful_issues', 'unsuccessful')),
        close_notes text,
        review text,
        source text not null check (source in ('manual', 'deployment', 'api', 'capacity')),
        external_ref text,
        failed boolean not null,
        deployment jsonb,
        deployment_source text generated always as (deployment ->> 'source') stored,
        unresolved_ci jsonb,
        created_at timestamptz not null,
        created_by text not null,
        updated_at timestamptz not null,
        words tsvector generated always as (to_tsvector('simple', number || ' ' || title || ' ' || description)) stored,
        constraint state_of_type check (${stateOfType})
      ) with (fillfactor = 80);

      create unique index change_of_deployment on change (deployment_source, external_ref)
        where deployment_source is not null;
      create index change_with_unresolved_ci on change (unresolved_ci) where unresolved_ci is not null;
      create index change_newest on change (created_at, id);
      create index change_last_touched on change (updated_at, id);
      create index change_by_planned_start on change ((coalesce(planned_start, '9999-12-31T23:59:59.999Z')), id);
      create index change_by_actual_start on change ((coalesce(actual_start, '9999-12-31T23:59:59.999Z')), id);
      create index change_by_state on change (state, created_at, id);
      create index change_by_type on change (type, created_at, id);
      create index change_by_group on change (assignment_group, created_at, id) where assignment_group is not null;
      create index change_by_assignee on change (assignee, created_at, id) where assignee is not null;
      create index change_by_source on change (source, created_at, id);
      create index change_by_external_ref on change (external_ref) where external_ref is not null;
      create index change_by_ci on change using gin (cis);
      create index change_by_words on change using gin (words);

      create table known_ci (
        id uuid primary key,
        name text not null,
        version int not null,
        retired boolean not null
      );
      create index known_ci_by_name on known_ci (name);

      create table known_ci_external_id (
        source text not null,
        external_id text not null,
        ci_id uuid not null references known_ci (id) on delete cascade,
        primary key (source, external_id, ci_id)
      );
      create index known_ci_external_id_by_ci on known_ci_external_id (ci_id);
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      drop table known_ci_external_id;
      drop table known_ci;
      drop table change;
      drop sequence change_number;
    `);
  }
}
