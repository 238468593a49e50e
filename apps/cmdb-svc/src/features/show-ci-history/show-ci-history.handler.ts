import { Injectable } from '@nestjs/common';
import { isUuid, NotFound } from '@itops/kit';
import { type ListSpec, readPage } from '@itops/platform';
import { DataSource } from 'typeorm';

import { type CiHistory, type CiHistoryEntry, type CiHistoryQuery } from './show-ci-history.dto';

interface HistoryRow extends Omit<CiHistoryEntry, 'at'> {
  readonly at: Date;
}

const LIST: ListSpec = {
  select: 'a.id, a.at, a.actor, a.action, a.reason, a.before, a.after',
  from: 'audit_log a',
  id: 'a.id',
  sorts: { at: { column: 'a.at', type: 'timestamptz' } },
  defaultSort: '-at',
};

@Injectable()
export class ShowCiHistory {
  constructor(private readonly dataSource: DataSource) {}

  /** Newest first. @throws NotFound */
  async handle(id: string, query: CiHistoryQuery): Promise<CiHistory> {
    const known = isUuid(id) ? await this.dataSource.query<object[]>('select 1 from ci where id = $1', [id]) : [];
    if (known.length === 0) throw new NotFound('configuration item', id);
    return readPage<HistoryRow, CiHistoryEntry>(
      this.dataSource,
      LIST,
      [{ sql: "a.resource_type = 'ci' and a.resource_id = ?", values: [id.toLowerCase()] }],
      query,
      ({ at, id: entryId, actor, action, reason, before, after }) => ({
        ...{ id: entryId, at: at.toISOString(), actor, action, reason, before, after },
      }),
    );
  }
}
