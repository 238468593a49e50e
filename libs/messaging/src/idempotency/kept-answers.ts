import { type Answer, ANSWERS_KEPT_MS, IdempotencyKeyInUse, type KeyedRequest } from '@itops/kit';
import { type DataSource } from 'typeorm';

import { isCongestion } from '../transactions/database-errors';
import { type Tx } from '../transactions/tx';

type Database = Pick<Tx, 'query'>;

/** Any number; the same for all replicas. With it the locks are apart from all others that are made of numbers. */
const LOCK_CLASS = 7_403_300;

/**
 * Waits for whoever carries out a request with the same key, until the transaction ends.
 * @throws IdempotencyKeyInUse when that takes too long
 */
export async function lockKey(database: Database, { id }: KeyedRequest): Promise<void> {
  try {
    await database.query('select pg_advisory_xact_lock($1, $2)', [LOCK_CLASS, id.readInt32BE(0)]);
  } catch (error) {
    throw isCongestion(error) ? new IdempotencyKeyInUse({ cause: error }) : error;
  }
}

export interface Kept {
  readonly content: Buffer;
  /** Of the caller when it was given. */
  readonly rights: Buffer;
  /** Null where only the content was claimed. */
  readonly answer: Answer | null;
}

interface Row {
  content: Buffer;
  rights: Buffer;
  status: number | null;
  headers: Record<string, string> | null;
  body: string | null;
}

/** Ask only under the lock: a statement sees what was committed before it began. */
export async function findKept(database: Database, { id }: KeyedRequest, now: Date): Promise<Kept | undefined> {
  const [row] = await database.query<Row>(
    'select content, rights, status, headers, body from idempotency_key where id = $1 and expires_at > $2',
    [id, now],
  );
  if (row === undefined) return undefined;
  const { content, rights, status, headers, body } = row;
  return { content, rights, answer: status === null ? null : { status, headers: headers ?? {}, body } };
}

export async function keepAnswer(database: Database, request: KeyedRequest, answer: Answer, now: Date): Promise<void> {
  await database.query(
    `insert into idempotency_key (id, content, rights, status, headers, body, expires_at)
     values ($1, $2, $3, $4, $5, $6, $7)
     on conflict (id) do update set content = excluded.content, rights = excluded.rights, status = excluded.status, headers = excluded.headers,
       body = excluded.body, expires_at = excluded.expires_at`,
    [
      ...[request.id, request.content, request.rights],
      ...[answer.status, JSON.stringify(answer.headers), answer.body, expiryOf(now)],
    ],
  );
}

/** Claims the key for the content, unless it is claimed. Answers for which content it is claimed now. */
export async function claimKey(database: Database, request: KeyedRequest, now: Date): Promise<Buffer> {
  const [row] = await database.query<{ content: Buffer }>(
    `insert into idempotency_key as k (id, content, expires_at) values ($1, $2, $3)
     on conflict (id) do update set
       content = case when k.expires_at > $4 then k.content else excluded.content end,
       expires_at = case when k.expires_at > $4 then k.expires_at else excluded.expires_at end
     returning content`,
    [request.id, request.content, expiryOf(now), now],
  );
  return row?.content ?? request.content;
}

const ROWS_AT_ONCE = 5_000;

/** Deletes what need not be answered the same any more. Replicas may do it at the same time. */
export async function purgeKeys(dataSource: DataSource, now: Date, isStopping: () => boolean): Promise<void> {
  for (let deleted = ROWS_AT_ONCE; deleted === ROWS_AT_ONCE && !isStopping();) {
    const result: [unknown[], number] = await dataSource.query(
      `delete from idempotency_key where id = any(array(
         select id from idempotency_key where expires_at <= $1 order by expires_at limit $2 for update skip locked))`,
      [now, ROWS_AT_ONCE],
    );
    deleted = result[1];
  }
}

function expiryOf(now: Date): Date {
  return new Date(now.getTime() + ANSWERS_KEPT_MS);
}
