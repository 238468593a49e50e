import { newId } from '@itops/kit';
import { createTestDatabase, type TestDatabase } from '@itops/testing';
import { type DataSource } from 'typeorm';

import { DeadLetterRetention } from '../src/dead-letters/dead-letter-retention';
import { createDataSource } from './messaging-app';

const DAYS = 30;

describe('what is settled of dead letters', () => {
  let testDatabase: TestDatabase;
  let database: DataSource;

  beforeAll(async () => {
    testDatabase = await createTestDatabase('dead_letter_retention');
    database = await createDataSource(testDatabase.url).initialize();
    await database.runMigrations();
  });

  afterAll(async () => {
    await database.destroy();
    await testDatabase.drop();
  });

  const purge = () => new DeadLetterRetention(database, DAYS).purge();

  /** @param settledDaysAgo null for one that is parked */
  async function letter(
    status: string,
    settledDaysAgo: number | null,
    { version, applied = 0 }: { version?: number; applied?: number } = {},
  ): Promise<string> {
    const id = newId();
    await database.query(
      `insert into dead_letter (id, service, consumer, topic, "partition", "offset", key, aggregate_type, aggregate_id,
         aggregate_version, reason_kind, reason, fingerprint, payload, headers, recorded_at, attempts, first_at, last_at,
         status, settled_at)
       values ($1::uuid, 'spec-svc', 'spec-svc.c', $1::uuid::text, 0, 0, 'k', $2, $3, $4, 'r', 'r', 'f', 'secret', '{"h":"v"}', now(), 1,
         now() - interval '1 year', now(), $5, now() - $6::int * interval '1 day')`,
      [id, ...(version === undefined ? [null, null, null] : ['ci', id, version]), status, settledDaysAgo],
    );
    await database.query(`insert into applied values ('spec-svc.c', 'ci', $1, $2)`, [id, applied]);
    return id;
  }

  async function left(id: string): Promise<unknown> {
    const [row]: unknown[] = await database.query(
      'select status, payload is not null as payload, headers from dead_letter where id = $1',
      [id],
    );
    return row;
  }

  it('is deleted after its days, and nothing that is younger or still parked', async () => {
    const old = await letter('redriven', DAYS + 1, { version: 3, applied: 3 });
    const alone = await letter('discarded', DAYS + 1);
    const young = await letter('redriven', DAYS - 1, { version: 3, applied: 3 });
    const parked = await letter('parked', null, { version: 3, applied: 2 });
    await purge();
    expect([await left(old), await left(alone)]).toEqual([undefined, undefined]);
    expect(await left(young)).toMatchObject({ payload: true });
    expect(await left(parked)).toMatchObject({ payload: true });
  });

  it('stays as long as its sequence has not come past it', async () => {
    const discarded = await letter('discarded', DAYS + 1, { version: 3, applied: 2 });
    const redriven = await letter('redriven', DAYS + 1, { version: 3, applied: 2 });
    await purge();
    expect(await left(discarded)).toEqual({ status: 'discarded', payload: true, headers: { h: 'v' } });
    expect(await left(redriven)).toMatchObject({ payload: true });
  });

  it('is emptied where a rebuild has to know that the version was discarded', async () => {
    const id = await letter('discarded', DAYS + 1, { version: 3, applied: 3 });
    await purge();
    expect(await left(id)).toEqual({ status: 'discarded', payload: false, headers: {} });
  });

  it('goes with the tasks that are done', async () => {
    const task = async (state: string, daysAgo: number) => {
      const id = newId();
      await database.query(
        `insert into dead_letter_task values ($1, 'redrive', '{}', null, $2, 0, 0, 0, now(), now(), $1, 'user:spec', 'c',
           now() - interval '1 year', now() - $3 * interval '1 day', null, now())`,
        [id, state, daysAgo],
      );
      return id;
    };
    const old = await task('done', DAYS + 1);
    const kept = [await task('done', DAYS - 1), await task('running', DAYS + 1)];
    await purge();
    const found: { id: string }[] = await database.query('select id from dead_letter_task where id = any($1::uuid[])', [
      [old, ...kept],
    ]);
    expect(found.map(({ id }) => id).sort()).toEqual(kept.sort());
  });
});
