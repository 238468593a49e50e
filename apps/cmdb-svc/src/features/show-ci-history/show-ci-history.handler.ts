import { Injectable } from '@nestjs/common';
import { isUuid, type ListRequest, Lists } from '@itops/kit';
import { DataSource } from 'typeorm';

import { CiNotFound } from '../../domain/not-found.errors';
import { CI_HISTORY } from '../../persistence/cmdb.lists';
import { type CiHistory, type CiHistoryEntry } from './show-ci-history.dto';

interface HistoryRow extends Omit<CiHistoryEntry, 'at'> {
  readonly at: Date;
}

@Injectable()
export class ShowCiHistory {
  constructor(
    private readonly dataSource: DataSource,
    private readonly lists: Lists,
  ) {}

  /** Newest first. @throws NotFound */
  async handle(id: string, request: ListRequest): Promise<CiHistory> {
    const known = isUuid(id) ? await this.dataSource.query<object[]>('select 1 from ci where id = $1', [id]) : [];
    if (known.length === 0) throw new CiNotFound(id);
    const where = [{ sql: "a.resource_type = 'ci' and a.resource_id = ?", values: [id.toLowerCase()] }];
    return this.lists.page(
      CI_HISTORY,
      request,
      ({ at, id: entryId, actor, action, reason, before, after }: HistoryRow): CiHistoryEntry => ({
        ...{ id: entryId, at: at.toISOString(), actor, action, reason, before, after },
      }),
      { id: id.toLowerCase(), where },
    );
  }
}
