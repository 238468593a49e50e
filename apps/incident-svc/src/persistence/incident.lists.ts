import { ALERT_STATES, INCIDENT_SOURCES, INCIDENT_STATES, SEVERITIES } from '@itops/contracts';
import {
  booleanFilter,
  idFilter,
  integerFilter,
  type ListDefinition,
  phraseFilter,
  textFilter,
  timeFilter,
  wordFilter,
} from '@itops/kit';

const nullable = { nullable: true } as const;
const level = { min: 1, max: 3, sqlType: 'smallint' } as const;
const name = { max: 255, nullable: true } as const;

export const INCIDENTS: ListDefinition = {
  name: 'incidents',
  select: 'i.*, c.name as ci_name',
  from: 'incident i left join ci c on c.id = i.ci_id',
  id: 'i.id',
  filters: {
    state: wordFilter({ description: 'In one of these states.', column: 'i.state', values: INCIDENT_STATES }),
    priority: integerFilter({
      ...{ description: 'With one of these priorities.', column: 'i.priority' },
      ...{ min: 1, max: 5, sqlType: 'smallint' },
    }),
    impact: integerFilter({ ...level, description: 'With one of these impacts.', column: 'i.impact' }),
    urgency: integerFilter({ ...level, description: 'With one of these urgencies.', column: 'i.urgency' }),
    source: wordFilter({ description: 'From one of these sources.', column: 'i.source', values: INCIDENT_SOURCES }),
    number: textFilter({ description: 'With one of these numbers.', column: 'i.number', max: 32 }),
    ciId: idFilter({ ...nullable, description: 'About this item.', column: 'i.ci_id' }),
    assignmentGroup: textFilter({ ...name, description: 'Of this group.', column: 'i.assignment_group' }),
    assignee: textFilter({ ...name, description: 'Of this person.', column: 'i.assignee' }),
    problemId: idFilter({ ...nullable, description: 'Of this problem.', column: 'i.problem_id' }),
    causedByChangeId: idFilter({ ...nullable, description: 'Caused by this change.', column: 'i.caused_by_change_id' }),
    openedAt: timeFilter({ description: 'Opened at this time.', column: 'i.opened_at' }),
    resolvedAt: timeFilter({ ...nullable, description: 'Resolved at this time.', column: 'i.resolved_at' }),
    security: booleanFilter({
      description: 'Security incidents, or all others; the former only for those who may see them.',
      column: 'i.security',
    }),
    createdAt: timeFilter({ description: 'Known to the platform since this time.', column: 'i.created_at' }),
    updatedAt: timeFilter({ description: 'Last changed at this time.', column: 'i.updated_at' }),
    q: phraseFilter({
      description: 'Words in title or description, or the number.',
      max: 255,
      where: ([words]) => ({
        sql: `i.id = any(array(
                select f.id from incident f where f.number = upper(?)
                union all
                select f.id from incident f where to_tsvector('simple', f.title || ' ' || f.description)
                  @@ websearch_to_tsquery('simple', ?)))`,
        values: [words, words],
      }),
    }),
  },
  sorts: {
    openedAt: { column: 'i.opened_at', type: 'timestamptz' },
    updatedAt: { column: 'i.updated_at', type: 'timestamptz' },
    priority: { column: 'i.priority', type: 'smallint' },
    number: { column: 'i.number', type: 'text' },
  },
  defaultSort: '-openedAt',
};

/** What belongs to one incident, oldest first. */
const ofIncident = (list: string, table: string, select: string): ListDefinition => ({
  name: list,
  select,
  from: table,
  id: 'id',
  filters: { at: timeFilter({ description: 'At this time.', column: 'at' }) },
  sorts: { at: { column: 'at', type: 'timestamptz' } },
  defaultSort: 'at',
});

export const TIMELINE = ofIncident('incident timeline', 'incident_timeline', 'id, at, kind, actor, summary, data');
export const NOTES = ofIncident('incident notes', 'incident_note', 'id, kind, text, author, at');

/** @param incidents a condition on the incidents by which alerts are asked for, as `i` */
const alerts = (incidents: string): ListDefinition => ({
  name: 'alerts',
  select: 'a.*, c.name as ci_name, coalesce(i.security, false) as of_security_incident',
  from: 'alert a left join ci c on c.id = a.ci_id left join incident i on i.id = a.incident_id',
  id: 'a.id',
  filters: {
    state: wordFilter({ description: 'In one of these states.', column: 'a.state', values: ALERT_STATES }),
    severity: wordFilter({ description: 'Of one of these severities.', column: 'a.severity', values: SEVERITIES }),
    source: textFilter({ description: 'Reported by this tool.', column: 'a.source', max: 255 }),
    dedupKey: textFilter({ description: 'With this key.', column: 'a.dedup_key', max: 255 }),
    ciId: idFilter({ ...nullable, description: 'About this item.', column: 'a.ci_id' }),
    // Also alerts that have fired again since, for another incident.
    incidentId: idFilter({
      description: 'Of one of these incidents.',
      where: (asked) => ({
        sql: `a.id = any(array(
                select l.alert_id from incident_alert l join incident i on i.id = l.incident_id
                where l.incident_id = any(?::uuid[]) and ${incidents}))`,
        values: [asked],
      }),
    }),
    firstSeenAt: timeFilter({ description: 'First fired at this time.', column: 'a.first_seen_at' }),
    lastSeenAt: timeFilter({ description: 'Last reported at this time.', column: 'a.last_seen_at' }),
  },
  sorts: {
    firstSeenAt: { column: 'a.first_seen_at', type: 'timestamptz' },
    lastSeenAt: { column: 'a.last_seen_at', type: 'timestamptz' },
  },
  defaultSort: '-firstSeenAt',
});

export const ALERTS = alerts('true');
/** The same list for those who do not see security incidents: asked for by one, it has nothing. */
export const ALERTS_WITHOUT_SECURITY = alerts('not i.security');
