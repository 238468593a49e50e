import { derivedId } from '@itops/kit';
import { type DataSource } from 'typeorm';

import { SequenceConflict } from '../consumer/sequences';
import { type ReceivedEvent } from '../envelope/received-event';
import { type Tx } from '../transactions/tx';

type Database = Pick<Tx, 'query'>;

/** A tool's event is known by its source and id together (CloudEvents 1.0); any length fits. */
export function messageId(source: string, id: string): string {
  return derivedId('inbox', source, id);
}

/** Which of these were received. */
export async function receivedBefore(
  database: Database,
  consumer: string,
  ids: readonly string[],
): Promise<Set<string>> {
  const rows = await database.query<{ id: string }>(
    'select message_id as id from inbox where consumer = $1 and message_id = any($2::uuid[])',
    [consumer, ids],
  );
  return new Set(rows.map(({ id }) => id));
}

/**
 * Notes distinct messages as received. Waits for a transaction that is just noting the same.
 * @throws SequenceConflict when one was noted before
 */
export async function rememberAll(
  tx: Database,
  consumer: string,
  messages: readonly Pick<ReceivedEvent, 'source' | 'id'>[],
): Promise<void> {
  if (messages.length === 0) return;
  const rows = await tx.query(
    `insert into inbox (consumer, message_id, received_at)
     select $1, m.id, clock_timestamp() from unnest($2::uuid[]) m (id) order by m.id
     on conflict do nothing returning 1`,
    [consumer, messages.map(({ source, id }) => messageId(source, id))],
    'kept',
  );
  if (rows.length !== messages.length) throw new SequenceConflict('A message was received by another member');
}

/** Takes the note back: what was only parked is now to be handled. */
export async function forget(tx: Database, consumer: string, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  await tx.query('delete from inbox where consumer = $1 and message_id = any($2::uuid[])', [consumer, ids]);
}

const KEPT_DAYS = 15;
const ROWS_AT_ONCE = 10_000;

/**
 * What is older can't be delivered again: inbound topics keep 7 days, counted from the youngest record of a segment, and a
 * segment takes records for up to 7 days.
 */
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
