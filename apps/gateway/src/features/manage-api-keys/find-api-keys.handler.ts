import { Clock, isUuid, type ListRequest, Lists, NotFound, type Page, Unavailable } from '@itops/kit';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';

import { type ApiKeyRow, readApiKey, toApiKey } from '../../persistence/api-key.store';
import { API_KEY_LIST } from '../../persistence/api-key.list';
import { toAnswer } from './api-key.answer';
import { type ApiKeyDto } from './api-key.dto';

@Injectable()
export class FindApiKeys {
  constructor(
    private readonly dataSource: DataSource,
    private readonly lists: Lists,
    private readonly clock: Clock,
  ) {}

  findMany(request: ListRequest): Promise<Page<ApiKeyDto>> {
    const now = this.clock.now();
    return this.lists.page(API_KEY_LIST, request, (row: ApiKeyRow) => toAnswer(toApiKey(row), now));
  }

  /** @throws NotFound, Unavailable */
  async findOne(id: string): Promise<ApiKeyDto> {
    if (!this.dataSource.isInitialized) throw new Unavailable('The database is not ready yet');
    const reader = {
      query: <Row>(sql: string, params: readonly unknown[] = []) => this.dataSource.query<Row[]>(sql, [...params]),
    };
    const key = isUuid(id) ? await readApiKey(reader, id) : undefined;
    if (key === undefined) throw new NotFound('API key', id);
    return toAnswer(key, this.clock.now());
  }
}
