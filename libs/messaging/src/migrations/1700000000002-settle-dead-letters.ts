import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** Dead letters can be redriven and discarded, one by one or as a task over many. */
export class SettleDeadLetters1700000000002 implements MigrationInterface {
  readonly name = 'SettleDeadLetters1700000000002';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      alter table dead_letter
        drop constraint dead_letter_status_check,
        add constraint dead_letter_status_check check (status in ('parked', 'redriven', 'discarded')),
        -- Whether the inbox knows this message for its own sake: a redrive of it is no repetition.
        add column received boolean not null default false,
        add column settled_at timestamptz,
        add column settled_by text,
        add column discard_reason text;
      update dead_letter set received = true
        where aggregate_id is null
          and reason_kind not in ('not-a-cloudevent', 'unknown-type', 'wrong-topic', 'invalid-data', 'invalid-time');

      drop index dead_letter_parked;
      create index dead_letter_unsettled on dead_letter (consumer, aggregate_type, aggregate_id, aggregate_version)
        where status <> 'redriven' and aggregate_id is not null;
      create index dead_letter_by_status on dead_letter (status, first_at desc, id desc);
      create index dead_letter_by_aggregate on dead_letter (aggregate_id, first_at desc, id desc)
        where aggregate_id is not null;
      create index dead_letter_groups on dead_letter (consumer, topic, fingerprint, reason_kind, first_at)
        where status = 'parked';

      create table dead_letter_task (
        id uuid primary key,
        action text not null check (action in ('redrive', 'discard')),
        filter jsonb not null,
        reason text,
        state text not null check (state in ('running', 'done')),
        total int not null,
        settled int not null,
        failed int not null,
        -- Only letters that were there when it began.
        until timestamptz not null,
        -- How far it has come, in the order of (first_at, id).
        after_at timestamptz not null,
        after_id uuid not null,
        actor text not null,
        correlation_id text not null,
        created_at timestamptz not null,
        updated_at timestamptz not null,
        worker uuid,
        claimed_until timestamptz not null
      );
      create index dead_letter_task_running on dead_letter_task (created_at) where state = 'running';
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      drop table dead_letter_task;
      drop index dead_letter_groups;
      drop index dead_letter_by_aggregate;
      drop index dead_letter_by_status;
      drop index dead_letter_unsettled;
      delete from dead_letter where status <> 'parked';
      create index dead_letter_parked on dead_letter (consumer, aggregate_type, aggregate_id, aggregate_version)
        where status = 'parked' and aggregate_id is not null;
      alter table dead_letter
        drop column discard_reason,
        drop column settled_by,
        drop column settled_at,
        drop column received,
        drop constraint dead_letter_status_check,
        add constraint dead_letter_status_check check (status in ('parked'));
    `);
  }
}
