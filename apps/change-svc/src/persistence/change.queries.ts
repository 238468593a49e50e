import { isUuid, type ListRequest, Lists, NotFound, type Page, Unavailable } from '@itops/kit';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';

import { type ChangeDetails } from '../domain/change.details';
import { CHANGES, HISTORY } from './change.lists';
import { CHANGE_COLUMNS, type ChangeRow, toDetails } from './change.row';

export interface HistoryRow {
  id: string;
  at: Date;
  actor: string;
  action: string;
  before: unknown;
  after: unknown;
  reason: string | null;
  correlation_id: string;
}

/** Reads outside of a transaction. */
@Injectable()
export class ChangeQueries {
  constructor(
    private readonly dataSource: DataSource,
    private readonly lists: Lists,
  ) {}

  /** @throws NotFound */
  async find(idOrNumber: string): Promise<ChangeDetails> {
    const [row] = await this.database.query<ChangeRow[]>(
      `select ${CHANGE_COLUMNS.join(', ')} from change where ${isUuid(idOrNumber) ? 'id = $1::uuid' : 'number = $1'}`,
      [idOrNumber],
    );
    if (row === undefined) throw new NotFound('change', idOrNumber);
    return toDetails(row);
  }

  list<Item>(request: ListRequest, toItem: (details: ChangeDetails) => Item): Promise<Page<Item>> {
    return this.lists.page(CHANGES, request, (row: ChangeRow) => toItem(toDetails(row)));
  }

  /** What has been done to the change, oldest first unless asked otherwise; not what was tried and refused. */
  history<Item>(changeId: string, request: ListRequest, toItem: (row: HistoryRow) => Item): Promise<Page<Item>> {
    const ofChange = "resource_type = 'change' and resource_id = ? and outcome = 'done'";
    const where = [{ sql: ofChange, values: [changeId] }];
    return this.lists.page(HISTORY, request, toItem, { id: changeId, where });
  }

  private get database(): DataSource {
    if (!this.dataSource.isInitialized) throw new Unavailable('The database is not ready yet');
    return this.dataSource;
  }
}
