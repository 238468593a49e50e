import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** When somebody last did something with an incident, by the time at which it happened. */
export class AddIncidentMovedAt1790000200003 implements MigrationInterface {
  readonly name = 'AddIncidentMovedAt1790000200003';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('alter table incident add column moved_at timestamptz');
    await runner.query('update incident set moved_at = updated_at');
    await runner.query('alter table incident alter column moved_at set not null');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table incident drop column moved_at');
  }
}
