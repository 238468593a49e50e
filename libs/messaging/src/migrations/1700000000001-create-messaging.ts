import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** The tables of the event backbone, in each service's own database. */
export class CreateMessaging1700000000001 implements MigrationInterface {
  readonly name = 'CreateMessaging1700000000001';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      create table outbox (
        seq bigint generated always as identity primary key,
        id uuid not null unique,
        aggregate_type text not null,
        aggregate_id text not null,
        aggregate_version int,
        part smallint not null check (part between 0 and 15),
        topic text not null,
        type text not null,
        headers jsonb not null,
        payload bytea,
        created_at timestamptz not null,
        unique (aggregate_type, aggregate_id, aggregate_version)
      ) with (
        -- Rows live for milliseconds: dead ones at the low end of the index are what slows the relay down.
        autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 5000, autovacuum_vacuum_cost_delay = 0,
        autovacuum_vacuum_insert_threshold = -1
      );
      create index outbox_by_part on outbox (part, seq);

      create table outbox_lease (
        part smallint primary key,
        owner uuid,
        epoch bigint not null,
        expires_at timestamptz not null
      ) with (fillfactor = 50);
      insert into outbox_lease (part, owner, epoch, expires_at)
        select part, null, 0, '-infinity' from generate_series(0, 15) part;

      create table outbox_relay (
        owner uuid primary key,
        expires_at timestamptz not null
      );

      create table inbox (
        consumer text not null,
        message_id uuid not null,
        received_at timestamptz not null,
        primary key (consumer, message_id)
      );
      create index inbox_by_age on inbox using brin (received_at);

      create table applied (
        consumer text not null,
        aggregate_type text not null,
        aggregate_id text not null,
        version int not null,
        primary key (consumer, aggregate_type, aggregate_id)
      ) with (fillfactor = 70);

      create table held_message (
        consumer text not null,
        aggregate_type text not null,
        aggregate_id text not null,
        aggregate_version int not null,
        topic text not null,
        "partition" int not null,
        "offset" bigint not null,
        key text,
        headers jsonb not null,
        payload bytea,
        recorded_at timestamptz not null,
        held_at timestamptz not null,
        primary key (consumer, aggregate_type, aggregate_id, aggregate_version)
      );

      create table dead_letter (
        id uuid primary key,
        service text not null,
        consumer text not null,
        topic text not null,
        "partition" int not null,
        "offset" bigint not null,
        key text,
        event_id text,
        type text,
        aggregate_type text,
        aggregate_id text,
        aggregate_version int,
        reason_kind text not null,
        reason text not null,
        fingerprint text not null,
        payload bytea,
        headers jsonb not null,
        recorded_at timestamptz not null,
        attempts int not null,
        first_at timestamptz not null,
        last_at timestamptz not null,
        status text not null check (status in ('parked')),
        unique (consumer, topic, "partition", "offset")
      );
      create index dead_letter_newest on dead_letter (first_at desc, id desc);
      create index dead_letter_by_consumer on dead_letter (consumer, first_at desc, id desc);
      create index dead_letter_by_topic on dead_letter (topic, first_at desc, id desc);
      create index dead_letter_by_reason on dead_letter (reason_kind, first_at desc, id desc);
      create index dead_letter_parked on dead_letter (consumer, aggregate_type, aggregate_id, aggregate_version)
        where status = 'parked' and aggregate_id is not null;
      create index dead_letter_by_fingerprint on dead_letter (fingerprint, first_at desc, id desc);

      create table audit_log (
        id uuid primary key,
        at timestamptz not null,
        actor text not null,
        action text not null,
        resource_type text not null,
        resource_id text not null,
        before jsonb,
        after jsonb,
        reason text,
        correlation_id text not null,
        causation_id text,
        traceparent text
      );
      create index audit_log_by_resource on audit_log (resource_type, resource_id, at desc, id desc);
      create index audit_log_newest on audit_log (at desc, id desc);
      create index audit_log_by_actor on audit_log (actor, at desc, id desc);
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      drop table audit_log;
      drop table dead_letter;
      drop table held_message;
      drop table applied;
      drop table inbox;
      drop table outbox_relay;
      drop table outbox_lease;
      drop table outbox;
    `);
  }
}
