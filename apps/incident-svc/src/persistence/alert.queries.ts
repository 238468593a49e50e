import { isUuid, type ListRequest, Lists, NotFound, type Page } from '@itops/kit';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';

import { type AlertSnapshot } from '../domain/alert';
import { type AlertRow, toAlertSnapshot } from './alert.store';
import { ALERTS } from './incident.lists';

type NamedRow = AlertRow & { ci_name: string | null };

/** Reads alerts for people. */
@Injectable()
export class AlertQueries {
  constructor(
    private readonly dataSource: DataSource,
    private readonly lists: Lists,
  ) {}

  /** @throws NotFound */
  async find(id: string): Promise<{ alert: AlertSnapshot; ciName: string | null }> {
    const [row] = isUuid(id)
      ? await this.dataSource.query<NamedRow[]>(`select ${ALERTS.select} from ${ALERTS.from} where a.id = $1`, [id])
      : [];
    if (row === undefined) throw new NotFound('alert', id);
    return { alert: toAlertSnapshot(row), ciName: row.ci_name };
  }

  list<Item>(request: ListRequest, toItem: (alert: AlertSnapshot, ciName: string | null) => Item): Promise<Page<Item>> {
    return this.lists.page(ALERTS, request, (row: NamedRow) => toItem(toAlertSnapshot(row), row.ci_name));
  }
}
