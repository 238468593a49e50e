import { type Tx } from '@itops/messaging';

import { type Reader } from './reader';

/** Any number; one transaction at a time makes partitions. */
const PARTITION_LOCK = 7_403_116;
const TABLES = [
  { name: 'point', column: 'at' },
  { name: 'hourly', column: 'hour' },
] as const;

interface Month {
  /** `2026_01` */
  readonly name: string;
  readonly from: Date;
  readonly to: Date;
}

function monthOf(at: number): Month {
  const date = new Date(at);
  const [year, month] = [date.getUTCFullYear(), date.getUTCMonth()];
  const from = new Date(Date.UTC(year, month));
  return { name: from.toISOString().slice(0, 7).replace('-', '_'), from, to: new Date(Date.UTC(year, month + 1)) };
}

/**
 * Makes the partitions for these times (epoch milliseconds) where they are missing. Attaching a table, unlike creating a
 * partition, lets other transactions write on meanwhile. Call it before rows are locked: who makes one holds the others up.
 */
export async function ensurePartitions(tx: Tx, times: Iterable<number>): Promise<void> {
  const months = new Map<string, Month>();
  for (const time of times) {
    const month = monthOf(time);
    months.set(month.name, month);
  }
  if ((await missing(tx, [...months.keys()])).size === 0) return;
  await tx.query('select pg_advisory_xact_lock($1)', [PARTITION_LOCK]);
  const absent = await missing(tx, [...months.keys()]);
  for (const { name, from, to } of months.values()) {
    if (!absent.has(name)) continue;
    // Names and bounds are made from numbers here, never from what a sender wrote.
    const statements = TABLES.map(
      (table) => `
        create table ${table.name}_${name} (like ${table.name} including all);
        alter table ${table.name} attach partition ${table.name}_${name}
          for values from ('${from.toISOString()}') to ('${to.toISOString()}');`,
    );
    await tx.query(statements.join(''));
  }
}

async function missing(tx: Tx, names: readonly string[]): Promise<Set<string>> {
  // Reads the catalog itself: to_regclass may answer from a cache that is older than the lock that was waited for.
  const rows = await tx.query<{ name: string }>(
    `select name from unnest($1::text[]) as name
     where not exists (
       select 1 from pg_class where relname = 'point_' || name and relnamespace = current_schema()::regnamespace
     )`,
    [names],
  );
  return new Set(rows.map(({ name }) => name));
}

/** The months whose partitions hold nothing newer than `before`, oldest first. */
export async function expiredMonths(reader: Reader, before: Date): Promise<string[]> {
  const rows = await reader.query<{ name: string }>(
    `select substring(c.relname from 7) as name from pg_inherits i join pg_class c on c.oid = i.inhrelid
     where i.inhparent = 'point'::regclass and c.relname ~ '^point_[0-9]{4}_[0-9]{2}$'
     order by 1`,
  );
  const kept = monthOf(before.getTime()).name;
  return rows.map(({ name }) => name).filter((name) => name < kept);
}

/** Drops a month's partitions; gives up when a long transaction holds them, to be tried again later. */
export async function dropMonth(tx: Tx, name: string): Promise<void> {
  if (!/^\d{4}_\d{2}$/.test(name)) throw new RangeError(`'${name}' is no month`);
  await tx.query(`set local lock_timeout = '2s'`);
  await tx.query(TABLES.map((table) => `drop table if exists ${table.name}_${name};`).join(''));
}
