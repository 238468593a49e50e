import { type SuspectData } from '@itops/contracts';
import { type Condition, isUuid, type ListRequest, Lists, NotFound, type Page, type Within } from '@itops/kit';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';

import { type IncidentSnapshot } from '../domain/incident.snapshot';
import { INCIDENTS, NOTES, TIMELINE } from './incident.lists';
import { type IncidentRow, toIncidentSnapshot } from './incident.row';
import { inSight, linesInSight, requireSight, type Viewer } from './sight';

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

/** Reads incidents for people. */
@Injectable()
export class IncidentQueries {
  constructor(
    private readonly dataSource: DataSource,
    private readonly lists: Lists,
  ) {}

  /** @param key id or number. @throws NotFound, Hidden */
  async find(key: string, viewer: Viewer): Promise<{ incident: IncidentSnapshot; ciName: string | null }> {
    const [row] = await this.dataSource.query<NamedRow[]>(
      `select i.*, c.name as ci_name from incident i left join ci c on c.id = i.ci_id
       where ${isUuid(key) ? 'i.id' : 'i.number'} = $1`,
      [key],
    );
    if (row === undefined) throw new NotFound('incident', key);
    requireSight(viewer, key, row);
    return { incident: toIncidentSnapshot(row), ciName: row.ci_name };
  }

  async ciName(ciId: string | null): Promise<string | null> {
    if (ciId === null) return null;
    const [row] = await this.dataSource.query<{ name: string }[]>('select name from ci where id = $1', [ciId]);
    return row?.name ?? null;
  }

  list<Item>(
    request: ListRequest,
    viewer: Viewer,
    toItem: (incident: IncidentSnapshot, ciName: string | null) => Item,
  ): Promise<Page<Item>> {
    const toNamed = (row: NamedRow) => toItem(toIncidentSnapshot(row), row.ci_name);
    return this.lists.page(INCIDENTS, request, toNamed, { where: inSight(viewer, 'i') });
  }

  timeline<Item>(
    incidentId: string,
    request: ListRequest,
    viewer: Viewer,
    toItem: (row: TimelineRow) => Item,
  ): Promise<Page<Item>> {
    return this.lists.page(TIMELINE, request, toItem, ofIncident(incidentId, linesInSight(viewer)));
  }

  notes<Item>(incidentId: string, request: ListRequest, toItem: (row: NoteRow) => Item): Promise<Page<Item>> {
    return this.lists.page(NOTES, request, toItem, ofIncident(incidentId));
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

const ofIncident = (id: string, further: readonly Condition[] = []): Within => ({
  id,
  where: [{ sql: 'incident_id = ?', values: [id] }, ...further],
});
