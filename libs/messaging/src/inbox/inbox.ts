import { derivedId } from '@itops/kit';
import { type DataSource } from 'typeorm';

import { type Tx } from '../transactions/tx';

/** A tool's event is known by its source and id together (CloudEvents 1.0); any length fits. */
export function messageId(source: string, id: string): string {
  return derivedId('inbox', source, id);
}

/** Notes the messages as received and answers those that were not noted before. Waits for a transaction that is just noting the same. */
export async function receive(tx: Pick<Tx, 'query'>, consumer: string, ids: readonly string[]): Promise<Set<string>> {
  if (ids.length === 0) return new Set();
  const rows = await tx.query<{ id: string }>(
    `insert into inbox (consumer, message_id, received_at)
     select $1, m.id, clock_timestamp() from (select distinct id from unnest($2::uuid[]) u (id)) m order by m.id
     on conflict do nothing returning message_id as id`,
    [consumer, ids],
  );
  return new Set(rows.map(({ id }) => id));
}

const KEPT_DAYS = 8;
const ROWS_AT_ONCE = 10_000;

/** Inbound topics keep 7 days, so what is older can't be delivered again. */
export async function purgeInbox(dataSource: DataSource): Promise<void> {
  for (let deleted = ROWS_AT_ONCE; deleted === ROWS_AT_ONCE;) {
    const result: [unknown[], number] = await dataSource.query(
      `delete from inbox where ctid = any(array(
         select ctid from inbox where received_at < clock_timestamp() - $1 * interval '1 day' limit $2))`,
      [KEPT_DAYS, ROWS_AT_ONCE],
    );
    deleted = result[1];
  }
}
