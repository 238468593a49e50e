import { INCIDENT_SOURCES, MAJOR_STATES, SEVERITIES } from '@itops/contracts';
import { type MigrationInterface, type QueryRunner } from 'typeorm';

import { alertLifecycle } from '../../domain/alert.lifecycle';
import { incidentLifecycle } from '../../domain/incident.lifecycle';

const oneOf = (column: string, words: readonly string[]) =>
  `${column} in (${words.map((word) => `'${word}'`).join(', ')})`;
const OPEN = `state in ('new', 'in_progress', 'on_hold')`;

/** What the service owns: incidents with their story, and alerts. */
export class CreateIncidents1790000200001 implements MigrationInterface {
  readonly name = 'CreateIncidents1790000200001';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      create sequence incident_serial;

      create table incident (
        id uuid primary key,
        version int not null,
        number text not null unique,
        title text not null,
        description text not null,
        state text not null check (${incidentLifecycle.sqlCheck('state')}),
        hold_reason text,
        impact smallint not null check (impact between 1 and 3),
        urgency smallint not null check (urgency between 1 and 3),
        priority smallint not null check (priority between 1 and 5),
        ci_id uuid,
        affected_cis uuid[] not null,
        assignment_group text,
        assignee text,
        caller text,
        source text not null check (${oneOf('source', INCIDENT_SOURCES)}),
        opened_at timestamptz not null,
        acknowledged_at timestamptz,
        resolved_at timestamptz,
        closed_at timestamptz,
        reopen_count int not null,
        reassignment_count int not null,
        close_code text,
        close_notes text,
        major text check (${oneOf('major', MAJOR_STATES)}),
        problem_id uuid,
        caused_by_change_id uuid,
        alert_count int not null,
        first_signal_at timestamptz,
        last_signal_at timestamptz,
        breach_resource_id uuid,
        breach_threshold_id uuid,
        taken_in_hand boolean not null,
        rated_by_hand boolean not null,
        located_by_hand boolean not null,
        created_at timestamptz not null,
        updated_at timestamptz not null,
        created_by text not null
      ) with (fillfactor = 80);
      create index incident_newest on incident (opened_at, id);
      create index incident_by_update on incident (updated_at, id);
      create index incident_by_priority on incident (priority, id);
      create index incident_by_state on incident (state, opened_at, id);
      create index incident_by_ci on incident (ci_id, opened_at, id) where ci_id is not null;
      create index incident_by_group on incident (assignment_group, opened_at, id) where assignment_group is not null;
      create index incident_by_assignee on incident (assignee, opened_at, id) where assignee is not null;
      create index incident_open_on_ci on incident (ci_id) where ${OPEN};
      create index incident_by_signal on incident ((coalesce(first_signal_at, opened_at)));
      create index incident_words on incident using gin (to_tsvector('simple', title || ' ' || description));
      create unique index incident_preventive on incident (breach_resource_id, breach_threshold_id)
        where breach_resource_id is not null and ${OPEN};

      create table alert (
        id uuid primary key,
        version int not null,
        source text not null,
        dedup_key text not null,
        summary text not null,
        severity text not null check (${oneOf('severity', SEVERITIES)}),
        state text not null check (${alertLifecycle.sqlCheck('state')}),
        labels jsonb not null,
        annotations jsonb not null,
        links jsonb not null,
        ci_id uuid,
        ci_reference jsonb,
        incident_id uuid references incident,
        occurrences int not null,
        first_seen_at timestamptz not null,
        started_at timestamptz not null,
        last_seen_at timestamptz not null,
        resolved_at timestamptz,
        last_ended_at timestamptz,
        suppressed_by jsonb,
        created_at timestamptz not null,
        updated_at timestamptz not null,
        unique (source, dedup_key)
      ) with (fillfactor = 70);
      create index alert_newest on alert (first_seen_at, id);
      create index alert_by_last_seen on alert (last_seen_at, id);
      create index alert_by_state on alert (state, first_seen_at, id);
      create index alert_by_ci on alert (ci_id, first_seen_at, id) where ci_id is not null;
      create index alert_without_ci on alert (ci_reference) where ci_id is null and ci_reference is not null;

      create table incident_alert (
        incident_id uuid not null references incident,
        alert_id uuid not null references alert,
        primary key (incident_id, alert_id)
      );
      create index incident_alert_by_alert on incident_alert (alert_id);

      create table incident_timeline (
        id uuid primary key,
        incident_id uuid not null references incident,
        at timestamptz not null,
        kind text not null,
        actor text not null,
        summary text not null,
        data jsonb not null
      );
      create index incident_timeline_in_order on incident_timeline (incident_id, at, id);

      create table incident_note (
        id uuid primary key,
        incident_id uuid not null references incident,
        kind text not null check (kind in ('work', 'public')),
        text text not null,
        author text not null,
        at timestamptz not null
      );
      create index incident_note_in_order on incident_note (incident_id, at, id);

      create table incident_suspects (
        incident_id uuid primary key references incident,
        computed_at timestamptz not null,
        items jsonb not null
      );
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      drop table incident_suspects;
      drop table incident_note;
      drop table incident_timeline;
      drop table incident_alert;
      drop table alert;
      drop table incident;
      drop sequence incident_serial;
    `);
  }
}
