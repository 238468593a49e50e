import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** The audit trails of all services, as their sealers tell them. */
export class CreateAuditTrail1790000600001 implements MigrationInterface {
  readonly name = 'CreateAuditTrail1790000600001';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      create table audit_entry (
        chain uuid not null,
        seq bigint not null,
        service text not null,
        id uuid not null,
        at timestamptz not null,
        actor text not null,
        credential text,
        action text not null,
        resource_type text not null,
        resource_id text not null,
        outcome text not null,
        attempts int not null,
        correlation_id text not null,
        causation_id text,
        request_id text,
        traceparent text,
        before_digest text,
        after_digest text,
        reason_digest text,
        previous_hash text not null,
        hash text not null,
        salt text,
        before jsonb,
        after jsonb,
        reason text,
        primary key (chain, seq)
      );
      create unique index audit_entry_by_id on audit_entry (id, chain);
      create index audit_entry_newest on audit_entry (at desc, id desc);
      create index audit_entry_by_service on audit_entry (service, at desc, id desc);
      create index audit_entry_by_actor on audit_entry (actor, at desc, id desc);
      create index audit_entry_by_action on audit_entry (action, at desc, id desc);
      create index audit_entry_by_resource_type on audit_entry (resource_type, at desc, id desc);
      create index audit_entry_by_resource on audit_entry (resource_id, at desc, id desc);
      create index audit_entry_by_correlation on audit_entry (correlation_id, at desc, id desc);
      create index audit_entry_refused on audit_entry (at desc, id desc) where outcome = 'refused';

      create table audit_attested (
        chain uuid not null,
        seq bigint not null,
        at timestamptz not null,
        service text not null,
        hash text not null,
        key_id text,
        signature text,
        primary key (chain, seq, at)
      );
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('drop table audit_attested; drop table audit_entry');
  }
}
