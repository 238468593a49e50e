import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** Items that are known already have their class alone until their next event. */
export class KnowClassPaths1790000400002 implements MigrationInterface {
  readonly name = 'KnowClassPaths1790000400002';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      -- The class and its ancestors, nearest first.
      alter table configuration_item add column class_path text[];
      update configuration_item set class_path = array[class];
      alter table configuration_item alter column class_path set not null;
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('alter table configuration_item drop column class_path');
  }
}
