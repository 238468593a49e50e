import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** The audit trail becomes a hash chain, and says by which credential, for which request, and with what outcome. */
export class ChainAudit1700000000006 implements MigrationInterface {
  readonly name = 'ChainAudit1700000000006';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      alter table audit_log
        add column credential text,
        add column request_id text,
        add column outcome text not null default 'done' check (outcome in ('done', 'refused')),
        add column attempts int not null default 1 check (attempts > 0),
        -- Random for each row; goes when what the row holds about a person goes.
        add column salt bytea default uuid_send(gen_random_uuid());
      -- Lists over the whole trail are the gateway's; here each index would only slow the writer down.
      drop index audit_log_newest;
      drop index audit_log_by_actor;

      -- Rows that are not part of the chain yet. Written with the row, deleted when it is sealed.
      create table audit_pending (
        position bigint generated always as identity primary key,
        record_id uuid not null
      ) with (
        autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 5000, autovacuum_vacuum_cost_delay = 0,
        autovacuum_vacuum_insert_threshold = -1
      );
      insert into audit_pending (record_id) select id from audit_log order by at, id;

      create table audit_chain (
        -- Another one begins when the database was set back behind what it has told.
        chain uuid not null,
        seq bigint not null,
        record_id uuid not null unique,
        before_digest bytea,
        after_digest bytea,
        reason_digest bytea,
        previous_hash bytea not null,
        hash bytea not null,
        primary key (chain, seq)
      );

      -- One row: where the chain ends, who may add to it, and when that was last attested.
      create table audit_head (
        chain uuid primary key default gen_random_uuid(),
        is_only boolean not null unique default true check (is_only),
        seq bigint not null default 0,
        hash bytea,
        batch int not null default 0,
        owner uuid,
        expires_at timestamptz not null default '-infinity',
        attested_seq bigint not null default 0,
        -- Null: never.
        attested_at timestamptz
      ) with (fillfactor = 50);
      insert into audit_head default values;

      create table audit_checkpoint (
        seq bigint not null,
        at timestamptz not null,
        hash bytea not null,
        key_id text,
        signature text,
        delivered boolean not null,
        primary key (seq, at)
      );
      create index audit_checkpoint_undelivered on audit_checkpoint (seq, at) where not delivered;

      -- Keeps mistakes and careless hands away. Whoever owns the tables can take it off; the chain shows what they did.
      create function refuse_audit_change() returns trigger language plpgsql as $$
        begin
          raise exception 'the audit trail only grows: % of % is refused', tg_op, tg_table_name
            using errcode = 'insufficient_privilege';
        end
      $$;
      create trigger audit_chain_only_grows before update or delete or truncate on audit_chain
        for each statement execute function refuse_audit_change();
      create trigger audit_log_only_grows before delete or truncate on audit_log
        for each statement execute function refuse_audit_change();
      create trigger audit_log_is_only_erased before update on audit_log
        for each row when (
          new.before is not null or new.after is not null or new.reason is not null or new.salt is not null
          or (new.id, new.at, new.actor, new.credential, new.action, new.resource_type, new.resource_id, new.outcome,
              new.attempts, new.correlation_id, new.causation_id, new.request_id, new.traceparent)
            is distinct from
             (old.id, old.at, old.actor, old.credential, old.action, old.resource_type, old.resource_id, old.outcome,
              old.attempts, old.correlation_id, old.causation_id, old.request_id, old.traceparent)
        ) execute function refuse_audit_change();
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      drop trigger audit_log_is_only_erased on audit_log;
      drop trigger audit_log_only_grows on audit_log;
      drop table audit_checkpoint;
      drop table audit_head;
      drop table audit_chain;
      drop table audit_pending;
      drop function refuse_audit_change();
      create index audit_log_by_actor on audit_log (actor, at desc, id desc);
      create index audit_log_newest on audit_log (at desc, id desc);
      alter table audit_log drop column salt, drop column attempts, drop column outcome, drop column request_id,
        drop column credential;
    `);
  }
}
