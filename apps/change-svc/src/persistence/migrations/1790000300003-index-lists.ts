import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** For the filters by times that are not always there. */
export class IndexLists1790000300003 implements MigrationInterface {
  readonly name = 'IndexLists1790000300003';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create index change_planned on change (planned_start) where planned_start is not null;
      create index change_begun on change (actual_start) where actual_start is not null;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop index change_begun, change_planned');
  }
}
