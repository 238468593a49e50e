import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** With which rights an answer was given, so that it is not given again to who has lost some of them. */
export class KeepRightsOfAnswers1700000000008 implements MigrationInterface {
  readonly name = 'KeepRightsOfAnswers1700000000008';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      alter table idempotency_key add column rights bytea not null default '';
      comment on column idempotency_key.rights is 'A digest of each permission and each group of the caller';
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('alter table idempotency_key drop column rights');
  }
}
