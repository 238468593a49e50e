import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** For the filters of the lists that had no index yet. */
export class IndexLists1790000400003 implements MigrationInterface {
  readonly name = 'IndexLists1790000400003';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create index breach_by_kind on breach (kind, detected_at, id);
      create index breach_by_severity on breach (severity, detected_at, id);
      create index breach_by_threshold on breach (threshold_id, detected_at, id);
      create index threshold_by_ci on threshold (ci_id) where ci_id is not null;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop index threshold_by_ci, breach_by_threshold, breach_by_severity, breach_by_kind');
  }
}
