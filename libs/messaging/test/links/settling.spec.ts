import { arm, disarm, takeOut } from '@itops/faults/armed';
import { newId, SystemClock } from '@itops/kit';
import { createTestDatabase, type TestDatabase } from '@itops/testing';
import { type DataSource } from 'typeorm';

import { type Delivery } from '../../src/consumer/delivery';
import { type ConsumedEvent } from '../../src/consumer/event-batch';
import { NOTHING, type Outcome } from '../../src/consumer/link';
import { deduplicate } from '../../src/consumer/links/deduplicate';
import { handle } from '../../src/consumer/links/handle';
import { order, type Ordered } from '../../src/consumer/links/order';
import { type Application, park } from '../../src/consumer/links/park';
import { arrange, Condemned, type Placed, type ToApply } from '../../src/consumer/placing';
import { SequenceConflict } from '../../src/consumer/sequences';
import { type Transactions } from '../../src/transactions/transactions';
import { type Tx } from '../../src/transactions/tx';
import { createDataSource } from '../messaging-app';
import { collecting, idOf, reported, transactionsOf, versionOf } from './deliveries';

const cause = { actor: 'spec', correlationId: newId() };

describe('the links that know what was before', () => {
  let testDatabase: TestDatabase;
  let dataSource: DataSource;
  let transactions: Transactions;
  let database: Pick<Tx, 'query'>;
  /** Each test is a consumer of its own. */
  let consumer: string;

  beforeAll(async () => {
    testDatabase = await createTestDatabase('links');
    dataSource = await createDataSource(testDatabase.url).initialize();
    await dataSource.runMigrations();
    transactions = transactionsOf(dataSource);
    database = { query: (sql, params = []) => dataSource.query(sql, [...params]) };
  });

  beforeEach(() => {
    consumer = `spec-svc.${newId()}`;
  });

  afterEach(() => disarm());

  afterAll(async () => {
    await dataSource.destroy();
    await testDatabase.drop();
  });

  /** The end of the way, for what is to be applied. */
  function apply(placed: readonly Placed[], work: (events: readonly ConsumedEvent[]) => void = () => undefined) {
    const messages = placed.filter((one): one is ToApply => one.verdict === 'apply');
    const last = handle({ consumer, handle: ({ events }) => Promise.resolve(work(events)) });
    return transactions.run(cause, (tx) => last({ tx, messages }));
  }

  function parking(placed: readonly Placed[], condemned = new Condemned(), isBare = false) {
    const { seen, next } = collecting<Application>();
    const link = park({ service: 'spec-svc', consumer, clock: new SystemClock() });
    const run = (): Promise<Outcome> => transactions.run(cause, (tx) => link({ tx, placed, condemned, isBare }, next));
    return { seen, run };
  }

  async function count(table: string): Promise<number> {
    const [row] = await database.query<{ count: number }>(
      `select count(*)::int as count from ${table} where consumer = $1`,
      [consumer],
    );
    return row?.count ?? 0;
  }

  const burial = { reasonKind: 'handler-failed', reason: 'spec', fingerprint: 'f', attempts: 5 };

  describe('deduplicate', () => {
    it('drops what a tool has sent before, and what it sends twice at once', async () => {
      await apply(arrange([reported('old')], new Map()));
      const { seen, next } = collecting<readonly Delivery[]>();
      const deliveries = [reported('old'), reported('new'), reported('new'), versionOf('a', 1), versionOf('a', 1)];
      const outcome = await deduplicate({ consumer, database })(deliveries, next);
      expect(seen[0]?.map(idOf)).toEqual(['new', 'a-1', 'a-1']);
      expect(outcome.duplicates).toBe(2);
    });

    it('has no memory without the inbox', async () => {
      await apply(arrange([reported('old')], new Map()));
      takeOut('inbox');
      const { seen, next } = collecting<readonly Delivery[]>();
      await deduplicate({ consumer, database })([reported('old')], next);
      expect(seen[0]?.map(idOf)).toEqual(['old']);
    });
  });

  describe('order', () => {
    async function verdicts(...deliveries: Delivery[]): Promise<{ verdicts: string[]; outcome: Outcome }> {
      const { seen, next } = collecting<Ordered>();
      const outcome = await order({ consumer, database })(deliveries, next);
      return { verdicts: seen[0]?.placed.map(({ verdict }) => verdict) ?? [], outcome };
    }

    it('gives each its verdict by how far the aggregate has come', async () => {
      await apply(arrange([versionOf('a', 1)], new Map()));
      const found = await verdicts(versionOf('a', 1), versionOf('a', 2), versionOf('a', 4), versionOf('b', 2));
      expect(found.verdicts).toEqual(['apply', 'hold', 'hold']);
      expect(found.outcome).toMatchObject({ duplicates: 1, someHeld: false });
    });

    it('tells that something of the aggregates is held, and lets what is known leave', async () => {
      await parking(arrange([versionOf('a', 2)], new Map())).run();
      const found = await verdicts(versionOf('a', 1), versionOf('a', 1, true));
      expect(found.verdicts).toEqual(['apply', 'drop']);
      expect(found.outcome.someHeld).toBe(true);
    });

    it('applies whatever comes without the inbox', async () => {
      await apply(arrange([versionOf('a', 1)], new Map()));
      takeOut('inbox');
      expect((await verdicts(versionOf('a', 1), versionOf('a', 1))).verdicts).toEqual(['apply', 'apply']);
    });
  });

  describe('park', () => {
    it('writes what is condemned with what is behind it, and what is early, and hands on the rest', async () => {
      const placed = arrange(
        [versionOf('a', 1), versionOf('a', 2), versionOf('a', 3), versionOf('b', 2), reported('r')],
        new Map(),
      );
      const condemned = new Condemned();
      const [, poison] = placed;
      if (poison !== undefined) condemned.add(poison, burial);
      const { seen, run } = parking(placed, condemned);
      expect(await run()).toMatchObject({ parked: 2, held: 1, deadLettered: 0, someHeld: true });
      expect(seen[0]?.messages.map(({ event }) => event.id)).toEqual(['a-1', 'r']);
      expect([await count('dead_letter'), await count('held_message')]).toEqual([2, 1]);
    });

    it('looks again at what waits: what it waited for may be settled by now', async () => {
      const placed = arrange([versionOf('a', 3), versionOf('b', 2)], new Map());
      expect(placed.map(({ verdict }) => verdict)).toEqual(['hold', 'hold']);
      await apply(arrange([versionOf('a', 1), versionOf('a', 2), versionOf('b', 1), versionOf('b', 2)], new Map()));
      const { seen, run } = parking(placed);
      expect(await run()).toMatchObject({ held: 0, duplicates: 1 });
      expect(seen[0]?.messages.map(({ event }) => event.id)).toEqual(['a-3']);
    });

    it('remembers a tool’s message that it sets aside', async () => {
      const placed = arrange([reported('r')], new Map());
      const condemned = new Condemned();
      const [poison] = placed;
      if (poison !== undefined) condemned.add(poison, burial);
      await parking(placed, condemned).run();
      expect([await count('dead_letter'), await count('inbox')]).toEqual([1, 1]);
    });

    it('holds without key and headers what can’t be held with them', async () => {
      const early = versionOf('a', 2);
      const headers = { 'content-type': 'application/json', ce_id: 'x', odd: 'y' };
      const odd = { ...early, record: { ...early.record, key: Buffer.from('k'), headers } };
      await parking(arrange([odd], new Map()), new Condemned(), true).run();
      const found = await database.query('select key, headers from held_message where consumer = $1', [consumer]);
      expect(found).toEqual([{ key: null, headers: { 'content-type': 'application/json', ce_id: 'x' } }]);
    });

    it('copies for the dead-letter topic no more than the broker takes', async () => {
      const failure = { kind: 'not-a-cloudevent', reason: 'spec', eventId: null, type: null, aggregate: null } as const;
      const { record } = reported('r');
      const headers = [{ short: 'x' }, { long: '語'.repeat(400_000) }, { ['\u0000'.repeat(400_000)]: 'x' }];
      const deliveries = headers.map((own, index): Delivery => ({
        held: false,
        record: { ...record, offset: String(Number(record.offset) * 10 + index), headers: own },
        decoded: { ok: false, failure },
      }));
      expect(await parking(arrange(deliveries, new Map())).run()).toMatchObject({ deadLettered: 3 });
      const copies = await database.query<{ truncated: string | null }>(
        `select headers ->> 'dlq-truncated' as truncated from outbox where headers ->> 'dlq-consumer' = $1 order by seq`,
        [consumer],
      );
      expect(copies.map(({ truncated }) => truncated)).toEqual([null, 'true', 'true']);
    });

    it('keeps held what turns out to have to wait on', async () => {
      await parking(arrange([versionOf('a', 6)], new Map())).run();
      const parkedBefore = { applied: 0, parkedFrom: 5, discarded: [] };
      const placed = arrange([versionOf('a', 6, true)], new Map([['ci/a', parkedBefore]]));
      expect(placed.map(({ verdict }) => verdict)).toEqual(['park']);
      // Version 5 was discarded since; what is before it is still missing.
      expect(await parking(placed).run()).toMatchObject({ parked: 0 });
      expect([await count('dead_letter'), await count('held_message')]).toEqual([0, 1]);
    });

    it('takes out of the held what is settled', async () => {
      await parking(arrange([versionOf('a', 2)], new Map())).run();
      const applied = { applied: 1, parkedFrom: null, discarded: [] };
      await apply(arrange([versionOf('a', 1)], new Map()));
      await parking(arrange([versionOf('a', 2, true)], new Map([['ci/a', applied]]))).run();
      expect(await count('held_message')).toBe(0);
    });
  });

  describe('handle', () => {
    it('applies once when two members have the same in hand', async () => {
      const placed = arrange([versionOf('a', 1), reported('r')], new Map());
      const handled: string[] = [];
      const note = (events: readonly ConsumedEvent[]) => handled.push(...events.map(({ id }) => id));
      const outcomes = await Promise.allSettled([apply(placed, note), apply(placed, note)]);
      expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
      await expect(apply(placed, note)).rejects.toThrow(SequenceConflict);
      await expect(apply(arrange([reported('r')], new Map()), note)).rejects.toThrow(SequenceConflict);
      expect(handled).toEqual(['a-1', 'r']);
    });

    it('leaves nothing when it is stopped before the handler', async () => {
      const cut = new Error('cut');
      arm('after-inbox-insert', () => {
        throw cut;
      });
      const placed = arrange([versionOf('a', 1), reported('r')], new Map());
      await expect(apply(placed)).rejects.toThrow(cut);
      expect([await count('applied'), await count('inbox')]).toEqual([0, 0]);
      await apply(placed);
      expect([await count('applied'), await count('inbox')]).toEqual([1, 1]);
    });

    it('remembers nothing without the inbox', async () => {
      takeOut('inbox');
      await apply(arrange([versionOf('a', 1), reported('r')], new Map()));
      expect([await count('applied'), await count('inbox')]).toEqual([0, 0]);
    });

    it('does not call the handler for nothing', async () => {
      const outcome = await apply([], () => {
        throw new Error('called');
      });
      expect(outcome).toEqual(NOTHING);
    });
  });
});
