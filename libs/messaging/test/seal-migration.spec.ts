import { createTestDatabase, type TestDatabase } from '@itops/testing';
import { DataSource } from 'typeorm';

import { messagingMigrations } from '../src';
import { SealManyInOne1700000000009 } from '../src/migrations/1700000000009-seal-many-in-one';

const id = (number: number) => `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`;
const CHAIN = id(99);

describe('sealing many rows in one', () => {
  let testDatabase: TestDatabase;
  let database: DataSource;
  const migration = new SealManyInOne1700000000009();

  beforeEach(async () => {
    testDatabase = await createTestDatabase('seal_migration');
    const before = messagingMigrations.filter((one) => Number(one.name.slice(-13)) < 1700000000009);
    database = new DataSource({ type: 'postgres', url: testDatabase.url, migrations: [...before] });
    await database.initialize();
    await database.runMigrations();
    // Rows 1 to 5, of which 3, 1 are sealed in this order, and 5, 2, 4 wait in this order.
    for (const number of [1, 2, 3, 4, 5]) {
      await database.query(
        `insert into audit_log (id, at, actor, action, resource_type, resource_id, correlation_id)
         values ($1, $2, 'user:1', 'open', 'thing', 'x', 'c')`,
        [id(number), new Date(1_700_000_000_000 + number)],
      );
    }
    for (const [index, number] of [3, 1].entries()) {
      await database.query(
        `insert into audit_chain (chain, seq, record_id, before_digest, after_digest, previous_hash, hash)
         values ($1, $2, $3, null, $4, $5, $6)`,
        [CHAIN, index + 1, id(number), Buffer.from([number]), Buffer.from([index]), Buffer.from([index + 1])],
      );
    }
    for (const number of [5, 2, 4]) {
      await database.query('insert into audit_pending (record_id) values ($1)', [id(number)]);
    }
    await database.query('update audit_head set seq = 2, hash = $1', [Buffer.from([2])]);
  });

  afterEach(async () => {
    await database.destroy();
    await testDatabase.drop();
  });

  async function inTransaction(work: 'up' | 'down'): Promise<void> {
    const runner = database.createQueryRunner();
    await runner.startTransaction();
    await migration[work](runner);
    await runner.commitTransaction();
    await runner.release();
  }

  const CHAIN_ROWS = 'chain, seq, before_digest, after_digest, reason_digest, previous_hash, hash';

  it('keeps what is sealed, and the order of what waits, on the way there and back', async () => {
    const old: unknown = await database.query(`select ${CHAIN_ROWS}, record_id from audit_chain order by seq`);
    await inTransaction('up');
    expect(
      await database.query(
        `select ${CHAIN_ROWS.split(', ')
          .map((column) => `c.${column}`)
          .join(', ')}, l.id as record_id
         from audit_chain c join audit_log l using (position) order by c.seq`,
      ),
    ).toEqual(old);
    expect(await database.query('select id from audit_unsealed order by position')).toEqual(
      [5, 2, 4].map((number) => ({ id: id(number) })),
    );
    expect(await database.query('select seq, sealed_to, gaps from audit_head')).toEqual([
      { seq: '2', sealed_to: '2', gaps: [] },
    ]);
    const [next]: { position: string }[] = await database.query(
      `insert into audit_log (id, at, actor, action, resource_type, resource_id, correlation_id)
       values ($1, now(), 'user:1', 'open', 'thing', 'x', 'c') returning position`,
      [id(6)],
    );
    expect(next?.position).toBe('6');

    await inTransaction('down');
    expect(await database.query(`select ${CHAIN_ROWS}, record_id from audit_chain order by seq`)).toEqual(old);
    expect(await database.query('select record_id as id from audit_pending order by position')).toEqual(
      [5, 2, 4, 6].map((number) => ({ id: id(number) })),
    );
  });
});
