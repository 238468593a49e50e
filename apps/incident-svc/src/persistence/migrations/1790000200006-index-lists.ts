import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** For each filter of the lists its index. Where one value is that of nearly all rows, the index is without it. */
export class IndexLists1790000200006 implements MigrationInterface {
  readonly name = 'IndexLists1790000200006';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create index incident_by_creation on incident (created_at, id);
      create index incident_by_resolution on incident (resolved_at, id) where resolved_at is not null;
      create index incident_by_impact on incident (impact, opened_at, id) where impact < 3;
      create index incident_by_urgency on incident (urgency, opened_at, id) where urgency < 3;
      create index incident_by_source on incident (source, opened_at, id) where source <> 'alert';
      create index incident_by_problem on incident (problem_id) where problem_id is not null;
      create index incident_by_cause on incident (caused_by_change_id) where caused_by_change_id is not null;
      create index alert_by_severity on alert (severity, first_seen_at, id) where severity in ('critical', 'info');
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop index alert_by_severity, incident_by_cause, incident_by_problem, incident_by_source,
        incident_by_urgency, incident_by_impact, incident_by_resolution, incident_by_creation;
    `);
  }
}
