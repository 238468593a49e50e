import { isUuid, type ListRequest, Lists, NotFound, type Page } from '@itops/kit';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';

import { type AlertSnapshot } from '../domain/alert';
import { type AlertRow, toAlertSnapshot } from './alert.store';
import { ALERTS, ALERTS_WITHOUT_SECURITY } from './incident.lists';
import { seesSecurity, type Viewer } from './sight';

type NamedRow = AlertRow & { ci_name: string | null; of_security_incident: boolean };

/** Reads alerts for people. An alert of a security incident is shown to all, the incident is not. */
@Injectable()
export class AlertQueries {
  constructor(
    private readonly dataSource: DataSource,
    private readonly lists: Lists,
  ) {}

  /** @throws NotFound */
  async find(id: string, viewer: Viewer): Promise<{ alert: AlertSnapshot; ciName: string | null }> {
    const [row] = isUuid(id)
      ? await this.dataSource.query<NamedRow[]>(`select ${ALERTS.select} from ${ALERTS.from} where a.id = $1`, [id])
      : [];
    if (row === undefined) throw new NotFound('alert', id);
    return { alert: seenBy(viewer, row), ciName: row.ci_name };
  }

  /** The names of these items, by id. */
  async ciNames(ciIds: readonly string[]): Promise<Map<string, string>> {
    if (ciIds.length === 0) return new Map();
    const rows = await this.dataSource.query<{ id: string; name: string }[]>(
      'select id, name from ci where id = any($1::uuid[])',
      [ciIds],
    );
    return new Map(rows.map(({ id, name }) => [id, name]));
  }

  list<Item>(
    request: ListRequest,
    viewer: Viewer,
    toItem: (alert: AlertSnapshot, ciName: string | null) => Item,
  ): Promise<Page<Item>> {
    const list = seesSecurity(viewer) ? ALERTS : ALERTS_WITHOUT_SECURITY;
    return this.lists.page(list, request, (row: NamedRow) => toItem(seenBy(viewer, row), row.ci_name));
  }
}

function seenBy(viewer: Viewer, row: NamedRow): AlertSnapshot {
  const alert = toAlertSnapshot(row);
  return row.of_security_incident && !seesSecurity(viewer) ? { ...alert, incidentId: null } : alert;
}
