import { Injectable } from '@nestjs/common';
import { isPermission, type Permission } from '@itops/kit';
import { type Tx } from '@itops/messaging';
import { DataSource } from 'typeorm';

import { type DeliveryState, type FailedReason } from '../domain/delivery.lifecycle';
import { type Attempt } from './delivery.row';
import { type KeptSecret, stillPermitted } from '../domain/webhook';
import { OWNER_JOIN, OWNER_SELECT, type OwnerRow, permittedNow } from './webhook.owner';

/** What one gateway delivers for a while, and nobody else. */
export interface Lane {
  readonly webhookId: string;
  readonly lane: string;
}

/** The first that waits in a lane, with all that it takes to send it. */
export interface DueDelivery {
  readonly id: string;
  readonly eventId: string;
  readonly payload: string;
  readonly tries: number;
  readonly url: string;
  readonly secrets: readonly KeptSecret[];
  /** What the owner was permitted when they saved the subscription. */
  readonly permissions: ReadonlySet<Permission>;
  /** What they still are of it. */
  readonly permitted: ReadonlySet<Permission>;
}

/** What became of a try, or of a delivery that is not to be tried. */
export interface Outcome {
  readonly state: DeliveryState;
  readonly failedReason: FailedReason | null;
  readonly attempt: Attempt | null;
  /** When the lane's next try is. */
  readonly nextAt: Date;
}

interface HeadRow extends OwnerRow {
  readonly id: string;
  readonly event_id: string;
  readonly payload: string;
  readonly tries: number;
  readonly url: string;
  readonly secrets: readonly { readonly box: string; readonly createdAt: string; readonly expiresAt: string | null }[];
  readonly permissions: readonly string[];
}

const MOST_ATTEMPTS_KEPT = 50;

/** The lanes: who delivers what now. A lease counts by the database's clock, the next try by the platform's. */
@Injectable()
export class DeliveryLanes {
  constructor(private readonly dataSource: DataSource) {}

  /**
   * Takes lanes whose time has come.
   * @param inHand what this owner works at already: also when its lease has run out, it is not to be worked at twice
   */
  async claim(
    owner: string,
    now: Date,
    limits: { readonly perWebhook: number; readonly total: number; readonly leaseMs: number },
    inHand: readonly Lane[],
  ): Promise<Lane[]> {
    const [rows]: [{ webhook_id: string; lane: string }[], number] = await this.dataSource.query(
      `with due as (
         select l.webhook_id, l.lane
         from webhook w cross join lateral (
             select l.webhook_id, l.lane from webhook_lane l
             where l.webhook_id = w.id and l.next_at <= $2
               and (l.lease_until is null or l.lease_until < clock_timestamp())
               and (l.webhook_id, l.lane) not in (select * from unnest($3::uuid[], $4::text[]))
             order by l.next_at limit greatest($5::int - (select count(*) from unnest($3::uuid[]) as busy (id) where busy.id = w.id), 0) for update skip locked
           ) l
         where w.state = 'enabled' limit $6
       )
       update webhook_lane l set lease_owner = $1, lease_until = clock_timestamp() + $7 * interval '1 millisecond'
       from due where l.webhook_id = due.webhook_id and l.lane = due.lane returning l.webhook_id, l.lane`,
      [
        ...[owner, now, inHand.map(({ webhookId }) => webhookId), inHand.map(({ lane }) => lane)],
        ...[limits.perWebhook, limits.total, limits.leaseMs],
      ],
    );
    return rows.map(({ webhook_id: webhookId, lane }) => ({ webhookId, lane }));
  }

  /** Undefined when nothing waits, the subscription is not enabled, or the lane is no longer this owner's. */
  async head(owner: string, { webhookId, lane }: Lane, now: Date): Promise<DueDelivery | undefined> {
    const rows: HeadRow[] = await this.dataSource.query(
      `select d.id, d.event_id, d.payload, d.tries, w.url, w.secrets, w.permissions, w.owner, ${OWNER_SELECT}
       from webhook_delivery d join webhook w on w.id = d.webhook_id ${OWNER_JOIN}
       where d.webhook_id = $1 and d.lane = $2 and d.state = 'pending' and w.state = 'enabled'
         and exists (select from webhook_lane l where l.webhook_id = $1 and l.lane = $2 and l.lease_owner = $3
           and l.lease_until > clock_timestamp())
       order by d.sequence limit 1`,
      [webhookId, lane, owner],
    );
    const [row] = rows;
    if (row === undefined) return undefined;
    const permissions = row.permissions.filter(isPermission);
    return {
      ...{ id: row.id, eventId: row.event_id, payload: row.payload, tries: row.tries, url: row.url },
      secrets: row.secrets.map(({ box, createdAt, expiresAt }) => ({
        box,
        createdAt: new Date(createdAt),
        expiresAt: expiresAt === null ? null : new Date(expiresAt),
      })),
      permissions: new Set(permissions),
      permitted: stillPermitted({ permissions }, permittedNow(row, now)),
    };
  }

  /**
   * Notes what became of a delivery and renews the lease; gives it back where the lane has to wait.
   * @returns whether the lane was still this owner's; otherwise nothing was noted
   */
  async note(
    tx: Tx,
    owner: string,
    { webhookId, lane }: Lane,
    deliveryId: string,
    { state, failedReason, attempt, nextAt }: Outcome,
    { now, leaseMs }: { readonly now: Date; readonly leaseMs: number },
  ): Promise<boolean> {
    const isSettled = state !== 'pending';
    const own = await tx.query(
      `update webhook_lane set pending = pending - $4::int, next_at = $5,
         lease_owner = case when $5 > $6::timestamptz then null else lease_owner end,
         lease_until = case when $5 > $6::timestamptz then null else clock_timestamp() + $7 * interval '1 millisecond' end
       where webhook_id = $1 and lane = $2 and lease_owner = $3 returning lane`,
      [webhookId, lane, owner, isSettled ? 1 : 0, nextAt, now, leaseMs],
    );
    if (own.length === 0) return false;
    await tx.query(
      `update webhook_delivery set state = $2, failed_reason = $3, settled_at = $4,
         tries = tries + jsonb_array_length($5::jsonb),
         attempts = case when jsonb_array_length(attempts) < ${MOST_ATTEMPTS_KEPT} then attempts else attempts - 0 end || $5::jsonb
       where id = $1 and state = 'pending'`,
      [deliveryId, state, failedReason, isSettled ? now : null, JSON.stringify(attempt === null ? [] : [attempt])],
    );
    return true;
  }

  /** Gives a lane back; one in which nothing waits any more is gone. */
  async release(owner: string, { webhookId, lane }: Lane): Promise<void> {
    await this.dataSource.query(
      `update webhook_lane set lease_owner = null, lease_until = null
       where webhook_id = $1 and lane = $2 and lease_owner = $3`,
      [webhookId, lane, owner],
    );
    // What has been put into it meanwhile is seen, since the count is read once the row is locked.
    await this.dataSource.query(
      'delete from webhook_lane where webhook_id = $1 and lane = $2 and lease_owner is null and pending = 0',
      [webhookId, lane],
    );
  }

  /** Gives all back, so that another gateway takes them at once. */
  async releaseAll(owner: string): Promise<void> {
    await this.dataSource.query(
      'update webhook_lane set lease_owner = null, lease_until = null where lease_owner = $1',
      [owner],
    );
  }

  /** How many deliveries wait, and since when the longest overdue one does. */
  async waiting(): Promise<{ pending: number; dueSince: Date | null }> {
    const rows: { pending: number; due_since: Date | null }[] = await this.dataSource.query(
      `select coalesce(sum(l.pending), 0)::int as pending, min(l.next_at) as due_since
       from webhook_lane l join webhook w on w.id = l.webhook_id where w.state = 'enabled'`,
    );
    return { pending: rows[0]?.pending ?? 0, dueSince: rows[0]?.due_since ?? null };
  }

  /** Removes what is settled and older. */
  async removeSettledBefore(before: Date, most: number): Promise<void> {
    await this.dataSource.query(
      `delete from webhook_delivery where id in (
         select id from webhook_delivery where state <> 'pending' and created_at < $1 limit $2)`,
      [before, most],
    );
  }
}
