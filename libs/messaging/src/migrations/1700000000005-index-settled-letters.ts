import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** What is settled is deleted by age. */
export class IndexSettledLetters1700000000005 implements MigrationInterface {
  readonly name = 'IndexSettledLetters1700000000005';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      create index dead_letter_settled on dead_letter (settled_at) where settled_at is not null;
      create index dead_letter_task_done on dead_letter_task (updated_at) where state = 'done';
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      drop index dead_letter_task_done;
      drop index dead_letter_settled;
    `);
  }
}
