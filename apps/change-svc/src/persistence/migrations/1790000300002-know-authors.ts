import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** Who has made a change what it is, and so may not approve it. Of changes that are there, as the audit log knows it. */
export class KnowAuthors1790000300002 implements MigrationInterface {
  readonly name = 'KnowAuthors1790000300002';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      alter table change add column authors text[] not null default '{}';
      update change c set authors = array(
        select distinct actor from audit_log
        where resource_type = 'change' and resource_id = c.id::text and action in ('create', 'edit', 'request-approval')
        union select c.created_by
      );
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('alter table change drop column authors');
  }
}
