import { type AlertState, type Severity } from '@itops/contracts';
import { isUuid, NotFound, type Page } from '@itops/kit';
import { type Condition, type ListQuery, type ListSpec, readPage, when } from '@itops/platform';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';

import { type AlertSnapshot } from '../domain/alert';
import { type AlertRow, toAlertSnapshot } from './alert.store';

export interface AlertFilter {
  readonly state?: readonly AlertState[];
  readonly severity?: readonly Severity[];
  readonly source?: string;
  readonly dedupKey?: string;
  readonly ciId?: string;
  readonly incidentId?: string;
}

type NamedRow = AlertRow & { ci_name: string | null };

const ALERTS: ListSpec = {
  select: 'a.*, c.name as ci_name',
  from: 'alert a left join ci c on c.id = a.ci_id',
  id: 'a.id',
  sorts: {
    firstSeenAt: { column: 'a.first_seen_at', type: 'timestamptz' },
    lastSeenAt: { column: 'a.last_seen_at', type: 'timestamptz' },
  },
  defaultSort: '-firstSeenAt',
};

/** Reads alerts for people. */
@Injectable()
export class AlertQueries {
  constructor(private readonly dataSource: DataSource) {}

  /** @throws NotFound */
  async find(id: string): Promise<{ alert: AlertSnapshot; ciName: string | null }> {
    const [row] = isUuid(id)
      ? await this.dataSource.query<NamedRow[]>(`select ${ALERTS.select} from ${ALERTS.from} where a.id = $1`, [id])
      : [];
    if (row === undefined) throw new NotFound('alert', id);
    return { alert: toAlertSnapshot(row), ciName: row.ci_name };
  }

  list<Item>(
    filter: AlertFilter,
    query: ListQuery,
    toItem: (alert: AlertSnapshot, ciName: string | null) => Item,
  ): Promise<Page<Item>> {
    const is =
      (sql: string) =>
      (value: unknown): Condition => ({ sql, values: [value] });
    return readPage(
      this.dataSource,
      ALERTS,
      [
        ...when(filter.state, is('a.state = any(?)')),
        ...when(filter.severity, is('a.severity = any(?)')),
        ...when(filter.source, is('a.source = ?')),
        ...when(filter.dedupKey, is('a.dedup_key = ?')),
        ...when(filter.ciId, is('a.ci_id = ?')),
        // Also alerts that have fired again since, for another incident.
        ...when(filter.incidentId, is('a.id in (select alert_id from incident_alert where incident_id = ?)')),
      ],
      query,
      (row: NamedRow) => toItem(toAlertSnapshot(row), row.ci_name),
    );
  }
}
