import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** Security incidents, which are few, and which most people must not see. */
export class MarkSecurityIncidents1790000200005 implements MigrationInterface {
  readonly name = 'MarkSecurityIncidents1790000200005';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('alter table incident add column security boolean not null default false');
    await runner.query('create index incident_security on incident (opened_at, id) where security');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop index incident_security');
    await runner.query('alter table incident drop column security');
  }
}
