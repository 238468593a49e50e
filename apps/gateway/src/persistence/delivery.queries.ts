import { Injectable } from '@nestjs/common';
import {
  idFilter,
  isUuid,
  type ListDefinition,
  type ListRequest,
  Lists,
  NotFound,
  type Page,
  textFilter,
  timeFilter,
  Unavailable,
  wordFilter,
} from '@itops/kit';
import { DataSource } from 'typeorm';

import { DELIVERY_STATES } from '../domain/delivery.lifecycle';
import { DELIVERY_SELECT, type DeliveryRow } from './delivery.row';

export const DELIVERY_LIST: ListDefinition = {
  name: 'webhook-deliveries',
  select: DELIVERY_SELECT,
  from: 'webhook_delivery d',
  id: 'd.id',
  filters: {
    state: wordFilter({ description: 'In one of these states.', column: 'd.state', values: DELIVERY_STATES }),
    type: textFilter({ description: 'Of events of this type.', column: 'd.type', max: 255 }),
    eventId: textFilter({ description: 'Of this event.', column: 'd.event_id', max: 255 }),
    resourceId: idFilter({ description: 'Of events of this resource.', column: 'd.resource_id', sqlType: 'text' }),
    createdAt: timeFilter({ description: 'Put into the queue at this time.', column: 'd.created_at' }),
  },
  sorts: { createdAt: { column: 'd.created_at', type: 'timestamptz' } },
  defaultSort: '-createdAt',
};

/** Reads outside of a transaction. */
@Injectable()
export class DeliveryQueries {
  constructor(
    private readonly dataSource: DataSource,
    private readonly lists: Lists,
  ) {}

  list<Item>(webhookId: string, request: ListRequest, toItem: (row: DeliveryRow) => Item): Promise<Page<Item>> {
    const where = [{ sql: 'd.webhook_id = ?::uuid', values: [webhookId] }];
    return this.lists.page<DeliveryRow, Item>(DELIVERY_LIST, request, toItem, { id: webhookId, where });
  }

  /** @throws NotFound */
  async find(webhookId: string, id: string): Promise<DeliveryRow> {
    if (!this.dataSource.isInitialized) throw new Unavailable('The database is not ready yet');
    const rows: DeliveryRow[] =
      isUuid(id) && isUuid(webhookId)
        ? await this.dataSource.query(
            `select ${DELIVERY_SELECT} from webhook_delivery d where d.id = $1 and d.webhook_id = $2`,
            [id, webhookId],
          )
        : [];
    const [row] = rows;
    if (row === undefined) throw new NotFound('delivery', id);
    return row;
  }
}
