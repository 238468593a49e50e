import { type MigrationInterface, type QueryRunner } from 'typeorm';

export class CreateApiKeys1790000500001 implements MigrationInterface {
  readonly name = 'CreateApiKeys1790000500001';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      create table api_key (
        id uuid primary key,
        version integer not null,
        name text not null,
        roles text[] not null,
        groups text[] not null,
        -- All who have made it or held one of its secrets, and who stands behind them.
        principals text[] not null,
        created_by text not null,
        created_at timestamptz not null,
        updated_at timestamptz not null,
        lifetime_days integer not null check (lifetime_days between 1 and 365),
        expires_at timestamptz not null,
        revoked_at timestamptz,
        last_used_at timestamptz
      );
      create index api_key_created on api_key (created_at, id);
      create index api_key_name on api_key (name, id);
      create index api_key_expires on api_key (expires_at, id);

      create table api_key_secret (
        -- SHA-256 of the secret, hexadecimal. The secret itself is kept nowhere.
        digest text primary key check (digest ~ '^[0-9a-f]{64}$'),
        key_id uuid not null references api_key on delete cascade,
        shown text not null,
        created_at timestamptz not null,
        valid_until timestamptz not null
      );
      create index api_key_secret_of on api_key_secret (key_id);

      -- Raised with each change of a key, so that every gateway sees with one small question whether there is any.
      create table api_key_revision (
        only_row boolean primary key default true check (only_row),
        revision bigint not null
      );
      insert into api_key_revision (revision) values (0);

      -- What people read in place of a subject's name. Nothing else refers to it, so it can be erased at any time.
      create table person (
        subject text primary key,
        name text,
        email text,
        last_seen timestamptz not null
      );
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      drop table person;
      drop table api_key_revision;
      drop table api_key_secret;
      drop table api_key;
    `);
  }
}
