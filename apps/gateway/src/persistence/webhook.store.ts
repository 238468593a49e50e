import { Injectable } from '@nestjs/common';
import { Conflict, isUuid, NotFound, type Permission } from '@itops/kit';
import { locked, type Tx, unchanged } from '@itops/messaging';

import { stillPermitted, Webhook, type WebhookDetails } from '../domain/webhook';
import { OWNER_JOIN, OWNER_SELECT, type OwnerRow, permittedNow } from './webhook.owner';
import { toDetails, toRow, WEBHOOK_COLUMNS, type WebhookRow } from './webhook.row';

const COLUMNS = WEBHOOK_COLUMNS.join(', ');
const OWN_COLUMNS = WEBHOOK_COLUMNS.map((column) => `w.${column}`).join(', ');

/** A subscription that events are kept for, and what it may see now. */
export interface Subscription {
  readonly webhook: WebhookDetails;
  readonly permitted: ReadonlySet<Permission>;
}

/** Loads subscriptions for writing, each locked until the transaction ends, and saves them. */
@Injectable()
export class WebhookStore {
  /** @throws NotFound */
  async load(tx: Tx, id: string): Promise<Webhook> {
    const webhook = await this.find(tx, id);
    if (webhook === undefined) throw new NotFound('webhook', id);
    return webhook;
  }

  async find(tx: Tx, id: string): Promise<Webhook | undefined> {
    const [row] = isUuid(id)
      ? await tx.query<WebhookRow>(`select ${COLUMNS} from webhook where id = $1 ${locked('for update')}`, [id])
      : [];
    return row === undefined ? undefined : Webhook.restore(toDetails(row));
  }

  /** Those that events are kept for. */
  async enabled(tx: Tx, now: Date): Promise<Subscription[]> {
    const rows = await tx.query<WebhookRow & OwnerRow>(
      `select ${OWN_COLUMNS}, ${OWNER_SELECT} from webhook w ${OWNER_JOIN} where w.state = 'enabled' order by w.id`,
    );
    return rows.map((row) => {
      const webhook = toDetails(row);
      return { webhook, permitted: stillPermitted(webhook, permittedNow(row, now)) };
    });
  }

  async insert(tx: Tx, { details }: Webhook): Promise<void> {
    await tx.query(`insert into webhook (${COLUMNS}) select ${COLUMNS} from jsonb_populate_record(null::webhook, $1)`, [
      JSON.stringify(toRow(details)),
    ]);
  }

  /** @throws Conflict when it is no longer at the version that was loaded */
  async save(tx: Tx, { details, storedVersion }: Webhook): Promise<void> {
    const updated = await tx.query(
      `update webhook w set (${COLUMNS}) = row (${WEBHOOK_COLUMNS.map((column) => `r.${column}`).join(', ')})
       from jsonb_populate_record(null::webhook, $1) r
       where w.id = r.id and ${unchanged('w.version = $2')} returning w.id`,
      [JSON.stringify(toRow(details)), storedVersion],
    );
    if (updated.length === 0) {
      throw new Conflict('The webhook has been changed by somebody else in this moment. Read it again and repeat.');
    }
  }

  /** Notes whether the receiver took something. Gives since when it has taken nothing; null when it just did. */
  async noteHealth(tx: Tx, id: string, isTaken: boolean, now: Date): Promise<Date | null> {
    const rows = await tx.query<{ failing_since: Date | null }>(
      isTaken
        ? 'update webhook set failing_since = null where id = $1 and failing_since is not null returning failing_since'
        : 'update webhook set failing_since = coalesce(failing_since, $2) where id = $1 returning failing_since',
      isTaken ? [id] : [id, now],
    );
    return rows[0]?.failing_since ?? null;
  }

  /** With all that was or is to be delivered for it. */
  async remove(tx: Tx, id: string): Promise<void> {
    await tx.query('delete from webhook where id = $1', [id]);
  }
}
