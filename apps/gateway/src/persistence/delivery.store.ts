import { Injectable } from '@nestjs/common';
import { isUuid, newId, NotFound } from '@itops/kit';
import { type Tx } from '@itops/messaging';

import { DELIVERY_SELECT, type DeliveryRow } from './delivery.row';

/** An event that is to go out for a subscription. */
export interface NewDelivery {
  readonly webhookId: string;
  /** What is delivered one by one: an aggregate's events. */
  readonly lane: string;
  readonly eventId: string;
  readonly type: string;
  readonly resourceType: string | null;
  readonly resourceId: string | null;
  readonly payload: string;
}

/** Put back into the lanes: as many as were meant, and where to go on when these were not all. */
export interface PutBack {
  readonly count: number;
  readonly until: Date | null;
}

const MOST_PUT_BACK = 10_000;

/** Puts deliveries into their lanes. */
@Injectable()
export class DeliveryStore {
  /** In this order; what is there already is left as it is. Gives the ids of those that are new. */
  async enqueue(tx: Tx, deliveries: readonly NewDelivery[], at: Date): Promise<string[]> {
    if (deliveries.length === 0) return [];
    const rows = deliveries.map((delivery, place) => ({ ...delivery, id: newId(), place }));
    const inserted = await tx.query<{ id: string }>(
      `with given as (
         select * from jsonb_to_recordset($1) as g ("id" uuid, "webhookId" uuid, "lane" text, "eventId" text, "type" text,
           "resourceType" text, "resourceId" text, "payload" text, "place" int)
       ), added as (
         insert into webhook_delivery (id, webhook_id, lane, event_id, type, resource_type, resource_id, payload, state,
           tries, attempts, created_at)
         select g.id, g."webhookId", g.lane, g."eventId", g.type, g."resourceType", g."resourceId", g.payload, 'pending',
           0, '[]', $2
         from given g order by g.place
         on conflict (webhook_id, event_id) do nothing
         returning id, webhook_id, lane
       ), lanes as (
         ${laneInsert('added', '$2')}
       )
       select id from added`,
      [JSON.stringify(rows), at],
    );
    return inserted.map(({ id }) => id);
  }

  /** @throws NotFound */
  async find(tx: Tx, webhookId: string, id: string): Promise<DeliveryRow> {
    const [row] = isUuid(id)
      ? await tx.query<DeliveryRow>(
          `select ${DELIVERY_SELECT} from webhook_delivery d where d.id = $1 and d.webhook_id = $2`,
          [id, webhookId],
        )
      : [];
    if (row === undefined) throw new NotFound('delivery', id);
    return row;
  }

  /** What was delivered or given up goes out again, with all its tries. */
  async putBack(tx: Tx, webhookId: string, id: string, at: Date): Promise<void> {
    await tx.query(
      `${putBack(`select d.id from webhook_delivery d
                  where d.webhook_id = $1 and d.id = $3 and d.state <> 'pending' for update`)}
       select count(*) from back`,
      [webhookId, at, id],
    );
  }

  /**
   * The same for what was created in a span of time, the oldest first.
   * @param state only what is in this state
   */
  async putBackRange(
    tx: Tx,
    webhookId: string,
    { from, to, state }: { readonly from: Date; readonly to: Date; readonly state: string | null },
    at: Date,
  ): Promise<PutBack> {
    const rows = await tx.query<{ count: number; until: Date | null }>(
      `${putBack(`select d.id from webhook_delivery d
                  where d.webhook_id = $1 and d.created_at >= $3 and d.created_at < $4 and d.state <> 'pending'
                    and ($5::text is null or d.state = $5)
                  order by d.created_at, d.id limit ${MOST_PUT_BACK} for update`)}
       select count(*)::int as count,
         case when count(*) = ${MOST_PUT_BACK} then max(created_at) end as until from back`,
      [webhookId, at, from, to, state],
    );
    return { count: rows[0]?.count ?? 0, until: rows[0]?.until ?? null };
  }

  /** What waits for a subscription is tried at once. */
  async hurry(tx: Tx, webhookId: string, at: Date): Promise<void> {
    await tx.query('update webhook_lane set next_at = $2 where webhook_id = $1 and next_at > $2', [webhookId, at]);
  }
}

/** Lanes in one order, so that two transactions can't wait for each other. */
function laneInsert(from: string, at: string): string {
  return `insert into webhook_lane as l (webhook_id, lane, pending, next_at)
    select webhook_id, lane, count(*), ${at} from ${from} group by webhook_id, lane order by webhook_id, lane
    on conflict (webhook_id, lane) do update set pending = l.pending + excluded.pending`;
}

function putBack(chosen: string): string {
  return `with chosen as (${chosen}), back as (
      update webhook_delivery d set state = 'pending', failed_reason = null, tries = 0, settled_at = null
      from chosen where d.id = chosen.id returning d.webhook_id, d.lane, d.created_at
    ), lanes as (${laneInsert('back', '$2')})`;
}
