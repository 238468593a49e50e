import { Conflict } from '@itops/kit';
import { unchanged } from '@itops/messaging';

import { type Reader, sentTogether } from './reader';

interface VersionedRow {
  readonly id: string;
}

/** A row to store, and the version that was loaded; 0 for a new one. */
export interface Saved<Row extends VersionedRow> {
  readonly row: Row;
  readonly storedVersion: number;
}

/**
 * Stores rows of one table, new ones and changed ones, with one statement each. The rows' members are the columns.
 * @throws Conflict when one has another version by now.
 */
export async function saveRows<Row extends VersionedRow>(
  tx: Reader,
  table: 'incident' | 'alert',
  saved: readonly Saved<Row>[],
): Promise<void> {
  const added = saved.filter(({ storedVersion }) => storedVersion === 0);
  const changed = saved.filter(({ storedVersion }) => storedVersion > 0);
  const columns = Object.keys(saved[0]?.row ?? {});
  const insert = async () => {
    if (added.length === 0) return;
    await tx.query(
      `insert into ${table} (${columns.join(', ')})
       select ${columns.map((column) => `r.${column}`).join(', ')}
       from jsonb_populate_recordset(null::${table}, $1::jsonb) r`,
      [JSON.stringify(added.map(({ row }) => row))],
      'kept',
    );
  };
  const update = async () => {
    if (changed.length === 0) return;
    const assignments = columns.filter((column) => column !== 'id').map((column) => `${column} = r.${column}`);
    const done = await tx.query(
      `update ${table} t set ${assignments.join(', ')}
       from jsonb_populate_recordset(null::${table}, $1::jsonb) r
       join unnest($2::uuid[], $3::int[]) expected (id, version) on expected.id = r.id
       where t.id = r.id and ${unchanged('t.version = expected.version')}
       returning t.id`,
      [
        JSON.stringify(changed.map(({ row }) => row)),
        changed.map(({ row }) => row.id),
        changed.map(({ storedVersion }) => storedVersion),
      ],
    );
    if (done.length !== changed.length) {
      throw new Conflict(`Somebody else has changed the ${table} in the same moment. Read it again and repeat.`);
    }
  };
  await sentTogether([insert(), update()]);
}
