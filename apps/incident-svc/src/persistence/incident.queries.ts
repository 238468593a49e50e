import { type IncidentSource, type IncidentState, type SuspectData } from '@itops/contracts';
import { isUuid, NotFound, type Page } from '@itops/kit';
import { type Condition, type ListQuery, type ListSpec, readPage, when } from '@itops/platform';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';

import { type IncidentSnapshot } from '../domain/incident.snapshot';
import { type IncidentRow, toIncidentSnapshot } from './incident.row';

/** What a list of incidents is narrowed by. Times: from inclusive, to exclusive. */
export interface IncidentFilter {
  readonly state?: readonly IncidentState[];
  readonly priority?: readonly string[];
  readonly impact?: readonly string[];
  readonly urgency?: readonly string[];
  readonly source?: readonly IncidentSource[];
  readonly ciId?: string;
  readonly assignmentGroup?: string;
  readonly assignee?: string;
  readonly openedFrom?: string;
  readonly openedTo?: string;
  readonly q?: string;
}

export interface TimelineRow {
  id: string;
  at: Date;
  kind: string;
  actor: string;
  summary: string;
  data: Record<string, unknown>;
}

export interface NoteRow {
  id: string;
  kind: 'work' | 'public';
  text: string;
  author: string;
  at: Date;
}

type NamedRow = IncidentRow & { ci_name: string | null };

const INCIDENTS: ListSpec = {
  select: 'i.*, c.name as ci_name',
  from: 'incident i left join ci c on c.id = i.ci_id',
  id: 'i.id',
  sorts: {
    openedAt: { column: 'i.opened_at', type: 'timestamptz' },
    updatedAt: { column: 'i.updated_at', type: 'timestamptz' },
    priority: { column: 'i.priority', type: 'smallint' },
    number: { column: 'i.number', type: 'text' },
  },
  defaultSort: '-openedAt',
};

const inOrder = (table: string, select: string): ListSpec => ({
  select,
  from: table,
  id: 'id',
  sorts: { at: { column: 'at', type: 'timestamptz' } },
  defaultSort: 'at',
});

/** Reads incidents for people. */
@Injectable()
export class IncidentQueries {
  constructor(private readonly dataSource: DataSource) {}

  /** @param key id or number. @throws NotFound */
  async find(key: string): Promise<{ incident: IncidentSnapshot; ciName: string | null }> {
    const [row] = await this.dataSource.query<NamedRow[]>(
      `select i.*, c.name as ci_name from incident i left join ci c on c.id = i.ci_id
       where ${isUuid(key) ? 'i.id' : 'i.number'} = $1`,
      [key],
    );
    if (row === undefined) throw new NotFound('incident', key);
    return { incident: toIncidentSnapshot(row), ciName: row.ci_name };
  }

  async ciName(ciId: string | null): Promise<string | null> {
    if (ciId === null) return null;
    const [row] = await this.dataSource.query<{ name: string }[]>('select name from ci where id = $1', [ciId]);
    return row?.name ?? null;
  }

  list<Item>(
    filter: IncidentFilter,
    query: ListQuery,
    toItem: (incident: IncidentSnapshot, ciName: string | null) => Item,
  ): Promise<Page<Item>> {
    const is =
      (sql: string) =>
      (value: unknown): Condition => ({ sql, values: [value] });
    return readPage(
      this.dataSource,
      INCIDENTS,
      [
        ...when(filter.state, is('i.state = any(?)')),
        ...when(filter.priority, is('i.priority = any(?::smallint[])')),
        ...when(filter.impact, is('i.impact = any(?::smallint[])')),
        ...when(filter.urgency, is('i.urgency = any(?::smallint[])')),
        ...when(filter.source, is('i.source = any(?)')),
        ...when(filter.ciId, is('i.ci_id = ?')),
        ...when(filter.assignmentGroup, is('i.assignment_group = ?')),
        ...when(filter.assignee, is('i.assignee = ?')),
        ...when(filter.openedFrom, is('i.opened_at >= ?::timestamptz')),
        ...when(filter.openedTo, is('i.opened_at < ?::timestamptz')),
        ...when(filter.q, (words) => ({
          sql: `(i.number = upper(?) or
                 to_tsvector('simple', i.title || ' ' || i.description) @@ websearch_to_tsquery('simple', ?))`,
          values: [words, words],
        })),
      ],
      query,
      (row: NamedRow) => toItem(toIncidentSnapshot(row), row.ci_name),
    );
  }

  timeline<Item>(incidentId: string, query: ListQuery, toItem: (row: TimelineRow) => Item): Promise<Page<Item>> {
    const spec = inOrder('incident_timeline', 'id, at, kind, actor, summary, data');
    return readPage(this.dataSource, spec, [{ sql: 'incident_id = ?', values: [incidentId] }], query, toItem);
  }

  notes<Item>(incidentId: string, query: ListQuery, toItem: (row: NoteRow) => Item): Promise<Page<Item>> {
    const spec = inOrder('incident_note', 'id, kind, text, author, at');
    return readPage(this.dataSource, spec, [{ sql: 'incident_id = ?', values: [incidentId] }], query, toItem);
  }

  /** The items of its alerts, over or not, in the order in which they began. */
  async alertingItems(incidentId: string): Promise<string[]> {
    const rows = await this.dataSource.query<{ ci_id: string }[]>(
      `select a.ci_id from incident_alert l join alert a on a.id = l.alert_id
       where l.incident_id = $1 and a.ci_id is not null group by a.ci_id order by min(a.started_at), a.ci_id`,
      [incidentId],
    );
    return rows.map(({ ci_id: ciId }) => ciId);
  }

  async suspects(incidentId: string): Promise<{ items: SuspectData[]; computedAt: Date } | undefined> {
    const [row] = await this.dataSource.query<{ items: SuspectData[]; computed_at: Date }[]>(
      'select items, computed_at from incident_suspects where incident_id = $1',
      [incidentId],
    );
    return row === undefined ? undefined : { items: row.items, computedAt: row.computed_at };
  }
}
