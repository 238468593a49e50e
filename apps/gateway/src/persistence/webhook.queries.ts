import { Injectable } from '@nestjs/common';
import {
  isUuid,
  type ListDefinition,
  type ListRequest,
  Lists,
  NotFound,
  type Page,
  Unavailable,
  wordFilter,
  textFilter,
} from '@itops/kit';
import { DataSource } from 'typeorm';

import { type WebhookDetails } from '../domain/webhook';
import { WEBHOOK_STATES } from '../domain/webhook.lifecycle';
import { toDetails, WEBHOOK_COLUMNS, type WebhookRow } from './webhook.row';

export const WEBHOOK_LIST: ListDefinition = {
  name: 'webhooks',
  select: WEBHOOK_COLUMNS.join(', '),
  from: 'webhook',
  id: 'id',
  filters: {
    state: wordFilter({ description: 'In one of these states.', column: 'state', values: WEBHOOK_STATES }),
    name: textFilter({ description: 'With this name.', column: 'name', max: 160 }),
    owner: textFilter({ description: 'Of this owner.', column: 'owner', max: 255 }),
  },
  sorts: {
    createdAt: { column: 'created_at', type: 'timestamptz' },
    name: { column: 'name', type: 'text' },
  },
  defaultSort: '-createdAt',
};

/** Reads outside of a transaction. */
@Injectable()
export class WebhookQueries {
  constructor(
    private readonly dataSource: DataSource,
    private readonly lists: Lists,
  ) {}

  /** @throws NotFound, Unavailable */
  async find(id: string): Promise<WebhookDetails> {
    if (!this.dataSource.isInitialized) throw new Unavailable('The database is not ready yet');
    const rows: WebhookRow[] = isUuid(id)
      ? await this.dataSource.query(`select ${WEBHOOK_COLUMNS.join(', ')} from webhook where id = $1`, [id])
      : [];
    const [row] = rows;
    if (row === undefined) throw new NotFound('webhook', id);
    return toDetails(row);
  }

  list<Item>(request: ListRequest, toItem: (details: WebhookDetails) => Item): Promise<Page<Item>> {
    return this.lists.page<WebhookRow, Item>(WEBHOOK_LIST, request, (row) => toItem(toDetails(row)));
  }
}
