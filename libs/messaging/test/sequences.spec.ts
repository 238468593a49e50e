import { newId } from '@itops/kit';
import { createTestDatabase, eventually, type TestDatabase } from '@itops/testing';
import { type DataSource } from 'typeorm';

import { type Move } from '../src/consumer/placing';
import { advance, loadSequences, lockSequences, SequenceConflict } from '../src/consumer/sequences';
import { type Transactions } from '../src/transactions/transactions';
import { type Tx } from '../src/transactions/tx';
import { transactionsOf } from './links/deliveries';
import { createDataSource } from './messaging-app';

const cause = { actor: 'spec', correlationId: newId() };

describe('sequences', () => {
  let testDatabase: TestDatabase;
  let dataSource: DataSource;
  let transactions: Transactions;
  let database: Pick<Tx, 'query'>;
  let consumer: string;

  beforeAll(async () => {
    testDatabase = await createTestDatabase('sequences');
    dataSource = await createDataSource(testDatabase.url).initialize();
    await dataSource.runMigrations();
    transactions = transactionsOf(dataSource);
    database = { query: (sql, params = []) => dataSource.query(sql, [...params]) };
  });

  beforeEach(() => {
    consumer = `spec-svc.${newId()}`;
  });

  afterAll(async () => {
    await dataSource.destroy();
    await testDatabase.drop();
  });

  const move = (id: string, from: number, to: number): Move => ({ type: 'ci', id, from, to });
  const go = (...moves: readonly Move[]) => transactions.run(cause, (tx) => advance(tx, consumer, moves));

  async function versions(...ids: readonly string[]): Promise<(number | undefined)[]> {
    const wanted = ids.map((id) => ({ type: 'ci', id }));
    const { states } = await loadSequences(database, consumer, wanted);
    return [...states.values()].map(({ applied }) => applied);
  }

  it('begin, go on, and begin after they were locked, all in one batch', async () => {
    await go(move('known', 0, 3));
    await transactions.run(cause, (tx) => lockSequences(tx, consumer, [{ type: 'ci', id: 'locked' }]));
    await go(move('new', 0, 1), move('known', 3, 5), move('locked', 0, 2));
    expect(await versions('known', 'locked', 'new', 'never seen')).toEqual([5, 2, 1, 0]);
  });

  it.each([
    ['has begun meanwhile', move('known', 0, 1)],
    ['has gone on meanwhile', move('known', 2, 3)],
    ['is not there', move('gone', 1, 2)],
  ])('move all or none: one %s', async (_, outdated) => {
    await go(move('known', 0, 3), move('other', 0, 1));
    await expect(go(move('other', 1, 2), move('new', 0, 1), outdated)).rejects.toThrow(SequenceConflict);
    expect(await versions('known', 'other', 'new', 'gone')).toEqual([3, 1, 0, 0]);
  });

  it.each([
    ['beginning', 0, true],
    ['beginning', 0, false],
    ['going on', 1, true],
    ['going on', 1, false],
  ])('let one of two members through, %s at %i; the first commits: %s', async (_, from, commits) => {
    if (from > 0) await go(move('one', 0, from));
    const { promise: moved, resolve: hasMoved } = Promise.withResolvers<undefined>();
    const { promise: decided, resolve: decide } = Promise.withResolvers<undefined>();
    const first = transactions
      .run(cause, async (tx) => {
        await advance(tx, consumer, [move('one', from, 7)]);
        hasMoved(undefined);
        await decided;
        if (!commits) throw new Error('rolled back');
      })
      .catch(() => undefined);
    await moved;
    const second = go(move('one', from, from + 1)).then(
      () => 'moved',
      (error: unknown) => (error instanceof SequenceConflict ? 'conflict' : error),
    );
    await eventually(async () => {
      const waiting = await database.query(
        `select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`,
      );
      expect(waiting).toHaveLength(1);
    });
    decide(undefined);
    await first;
    expect(await second).toBe(commits ? 'conflict' : 'moved');
    expect(await versions('one')).toEqual([commits ? 7 : from + 1]);
  });
});
