import { type MigrationInterface, type QueryRunner } from 'typeorm';

const REASONS = ['by-request', 'gone', 'failing'];
const ALL_REASONS = [...REASONS, 'owner-not-permitted'];

const onlyThese = (reasons: readonly string[]) => `
  alter table webhook drop constraint webhook_disabled_reason_check;
  alter table webhook add constraint webhook_disabled_reason_check
    check (disabled_reason in (${reasons.map((reason) => `'${reason}'`).join(', ')}));`;

/** What people are permitted by the newest of their tokens, so that their subscriptions see no more. */
export class FollowOwners1790000660001 implements MigrationInterface {
  readonly name = 'FollowOwners1790000660001';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      create table seen_rights (
        subject text primary key,
        permissions text[] not null,
        issued_at timestamptz not null
      );
      comment on column seen_rights.issued_at is 'When the token was issued that says so';
      ${onlyThese(ALL_REASONS)}
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      update webhook set disabled_reason = 'by-request' where disabled_reason = 'owner-not-permitted';
      ${onlyThese(REASONS)}
      drop table seen_rights;
    `);
  }
}
