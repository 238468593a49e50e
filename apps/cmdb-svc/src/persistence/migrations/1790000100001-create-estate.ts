import { type MigrationInterface, type QueryRunner } from 'typeorm';

import { stageLifecycle, statusLifecycle } from '../../domain/ci.lifecycle';

/** Configuration items, their external ids and identities, relationships, and what their operational status follows from. */
export class CreateEstate1790000100001 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      create table ci (
        id uuid primary key,
        version int not null,
        class text not null,
        name text not null,
        attributes jsonb not null,
        sources jsonb not null,
        stage text not null check (${stageLifecycle.sqlCheck('stage')}),
        operational_status text not null check (${statusLifecycle.sqlCheck('operational_status')}),
        owner_group text,
        criticality smallint not null check (criticality between 1 and 4),
        first_seen_at timestamptz not null,
        last_seen_at timestamptz not null,
        created_at timestamptz not null,
        updated_at timestamptz not null,
        created_by text not null
      );
      create index ci_newest on ci (created_at, id);
      create index ci_by_update on ci (updated_at, id);
      create index ci_by_name on ci (name, id);
      create index ci_by_name_prefix on ci (lower(name) text_pattern_ops);
      create index ci_by_class on ci (class, created_at, id);
      create index ci_by_stage on ci (stage, created_at, id);
      create index ci_by_status on ci (operational_status, created_at, id);
      create index ci_by_owner on ci (owner_group, created_at, id);
      create index ci_by_criticality on ci (criticality, id);

      create table ci_external_id (
        source text not null,
        external_id text not null,
        ci_id uuid not null references ci (id),
        place int not null,
        primary key (source, external_id)
      );
      create index ci_external_id_by_ci on ci_external_id (ci_id);

      create table ci_identity (
        ci_id uuid not null references ci (id),
        key uuid not null,
        primary key (ci_id, key)
      );
      create index ci_identity_by_key on ci_identity (key);

      create table relationship (
        id uuid primary key,
        version int not null,
        type text not null,
        parent_id uuid not null references ci (id),
        child_id uuid not null references ci (id),
        attributes jsonb not null,
        source text not null,
        created_at timestamptz not null,
        updated_at timestamptz not null,
        created_by text not null,
        unique (type, parent_id, child_id)
      );
      create index relationship_newest on relationship (created_at, id);
      create index relationship_by_parent on relationship (parent_id, created_at, id);
      create index relationship_by_child on relationship (child_id, created_at, id);
      create index relationship_by_type on relationship (type, created_at, id);
      create index relationship_by_source on relationship (source);

      -- No foreign key: an incident's event may arrive before the item that it names is here.
      create table ci_condition (
        kind text not null check (kind in ('incident', 'change')),
        ref_id uuid not null,
        ci_id uuid not null,
        priority smallint,
        primary key (kind, ref_id, ci_id)
      );
      create index ci_condition_by_ci on ci_condition (ci_id);
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      drop table ci_condition;
      drop table relationship;
      drop table ci_identity;
      drop table ci_external_id;
      drop table ci;
    `);
  }
}
