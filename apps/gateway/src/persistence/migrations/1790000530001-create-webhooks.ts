import { type MigrationInterface, type QueryRunner } from 'typeorm';

import { deliveryLifecycle, FAILED_REASONS } from '../../domain/delivery.lifecycle';
import { DISABLED_REASONS, webhookLifecycle } from '../../domain/webhook.lifecycle';

const oneOf = (words: readonly string[]) => `(${words.map((word) => `'${word}'`).join(', ')})`;

/** Subscriptions, what is delivered for them, and in which order. */
export class CreateWebhooks1790000530001 implements MigrationInterface {
  readonly name = 'CreateWebhooks1790000530001';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      create table webhook (
        id uuid primary key,
        version int not null check (version > 0),
        name text not null,
        url text not null,
        filter jsonb not null,
        state text not null check (${webhookLifecycle.sqlCheck('state')}),
        disabled_reason text check (disabled_reason in ${oneOf(DISABLED_REASONS)}),
        secrets jsonb not null,
        owner text not null,
        permissions text[] not null,
        active_since timestamptz not null,
        failing_since timestamptz,
        created_at timestamptz not null,
        created_by text not null,
        updated_at timestamptz not null,
        check ((state = 'disabled') = (disabled_reason is not null))
      ) with (fillfactor = 80);
      create index webhook_newest on webhook (created_at, id);
      create index webhook_by_name on webhook (name, id);
      create index webhook_enabled on webhook (id) where state = 'enabled';

      create table webhook_delivery (
        id uuid primary key,
        webhook_id uuid not null references webhook on delete cascade,
        sequence bigint generated always as identity,
        lane text not null,
        event_id text not null,
        type text not null,
        resource_type text,
        resource_id text,
        payload text not null,
        state text not null check (${deliveryLifecycle.sqlCheck('state')}),
        failed_reason text check (failed_reason in ${oneOf(FAILED_REASONS)}),
        tries int not null,
        attempts jsonb not null,
        created_at timestamptz not null,
        settled_at timestamptz,
        unique (webhook_id, event_id),
        check ((state = 'pending') = (settled_at is null)),
        check ((state = 'failed') = (failed_reason is not null))
      ) with (fillfactor = 80);
      comment on column webhook_delivery.tries is 'since it was last put into its lane';
      create index webhook_delivery_newest on webhook_delivery (webhook_id, created_at, id);
      create index webhook_delivery_by_state on webhook_delivery (webhook_id, state, created_at, id);
      create index webhook_delivery_by_type on webhook_delivery (webhook_id, type, created_at, id);
      create index webhook_delivery_by_resource on webhook_delivery (webhook_id, resource_id, created_at, id);
      create index webhook_delivery_pending on webhook_delivery (webhook_id, lane, sequence) where state = 'pending';
      create index webhook_delivery_old on webhook_delivery (created_at) where state <> 'pending';

      create table webhook_lane (
        webhook_id uuid not null references webhook on delete cascade,
        lane text not null,
        pending int not null check (pending >= 0),
        next_at timestamptz not null,
        lease_owner uuid,
        lease_until timestamptz,
        primary key (webhook_id, lane)
      ) with (fillfactor = 70);
      comment on table webhook_lane is
        'what waits for one subscription of one aggregate: delivered one by one, by whoever has the lease';
      create index webhook_lane_due on webhook_lane (webhook_id, next_at);
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('drop table webhook_lane, webhook_delivery, webhook');
  }
}
