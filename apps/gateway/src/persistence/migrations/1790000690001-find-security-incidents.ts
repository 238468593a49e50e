import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** The few among many, which each gateway reads every second. */
export class FindSecurityIncidents1790000690001 implements MigrationInterface {
  readonly name = 'FindSecurityIncidents1790000690001';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create index search_document_security on search_document (id) where security and type = 'incident'
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop index search_document_security');
  }
}
