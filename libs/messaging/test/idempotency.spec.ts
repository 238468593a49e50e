import { setTimeout as sleep } from 'node:timers/promises';

import { arm, disarm } from '@itops/faults/armed';
import {
  type Answer,
  ANSWERS_KEPT_MS,
  AnswerWithheld,
  type Authority,
  Busy,
  Conflict,
  IdempotencyKeyInUse,
  IdempotencyKeyReused,
  type KeyedRequest,
  keyedRequest,
  ManualClock,
  OutcomeUnknown,
} from '@itops/kit';
import { createTestDatabase, type TestDatabase } from '@itops/testing';
import fc from 'fast-check';
import { DataSource } from 'typeorm';

import { AnswerOnce } from '../src/idempotency/answer-once';
import { IdempotencyRetention } from '../src/idempotency/idempotency-retention';
import { OutboxSignal } from '../src/outbox/outbox-signal';
import { apartFromRequest } from '../src/transactions/request-transaction';
import { Transactions } from '../src/transactions/transactions';
import { cause, createDataSource } from './messaging-app';

class SeenSignal extends OutboxSignal {
  readonly seen: number[] = [];

  written(parts: ReadonlySet<number>): void {
    this.seen.push(...parts);
  }
}

describe('requests with an idempotency key', () => {
  const clock = new ManualClock('2026-05-04T10:00:00.000Z');
  let testDatabase: TestDatabase;
  let database: DataSource;
  const opened: DataSource[] = [];

  async function open(extra: Record<string, unknown> = {}): Promise<DataSource> {
    const source = new DataSource({
      type: 'postgres',
      url: testDatabase.url,
      extra: { max: 10, pipeline: true, ...extra },
    });
    opened.push(source);
    return source.initialize();
  }

  /** As one process of the service: what it remembers is its own. */
  function processOn(source: DataSource, signal = new SeenSignal()) {
    const transactions = new Transactions(source, clock, signal, 'spec-svc');
    return { transactions, requests: new AnswerOnce(source, transactions, clock), signal };
  }

  beforeAll(async () => {
    testDatabase = await createTestDatabase('idempotency');
    database = await createDataSource(testDatabase.url).initialize();
    opened.push(database);
    await database.runMigrations();
    await database.query('create table effect (id int generated always as identity, text text unique)');
  });

  beforeEach(() => database.query('truncate effect, idempotency_key, outbox'));
  afterEach(() => disarm());

  afterAll(async () => {
    for (const source of opened) await source.destroy();
    await testDatabase.drop();
  });

  let serial = 0;
  const newRequest = (body: unknown = {}, key = `key-${++serial}`): KeyedRequest =>
    keyedRequest('anna', 'POST /v1/effects', key, body);
  const answerOf = (text: string): Answer => ({ status: 201, headers: { etag: '"1"' }, body: text });

  /** Writes what can be counted, in the way of a handler. */
  const writing = (transactions: Transactions, text: string) => async (): Promise<Answer> => {
    const made = await transactions.run(cause, async (tx) => {
      const [row] = await tx.query<{ id: number }>('insert into effect (text) values ($1) returning id', [text]);
      return row?.id;
    });
    return answerOf(`made ${made}`);
  };
  const effects = async (): Promise<string[]> =>
    (await database.query<{ text: string }[]>('select text from effect order by id')).map(({ text }) => text);
  const caught = (work: Promise<unknown>): Promise<unknown> =>
    work.then(
      () => undefined,
      (error: unknown) => error,
    );

  it('are answered as the first one was, also by another process, and done once', async () => {
    const request = newRequest({ a: 1, b: [2] });
    const { requests, transactions } = processOn(database);
    const first = await requests.answer(request, writing(transactions, 'x'));
    expect(first.isRepeated).toBe(false);
    const again = await requests.answer(request, writing(transactions, 'y'));
    const other = processOn(await open());
    const later = await other.requests.answer(request, writing(other.transactions, 'z'));
    expect([again, later]).toEqual([
      { answer: first.answer, isRepeated: true },
      { answer: first.answer, isRepeated: true },
    ]);
    expect(await effects()).toEqual(['x']);
  });

  it('are the same with their members in another order, and refused with another body', async () => {
    const { requests, transactions } = processOn(database);
    await requests.answer(newRequest({ a: 1, b: { c: 2, d: 3 } }, 'k'), writing(transactions, 'x'));
    const same = await requests.answer(newRequest({ b: { d: 3, c: 2 }, a: 1 }, 'k'), writing(transactions, 'y'));
    expect(same.isRepeated).toBe(true);
    for (const body of [{ a: 1, b: { c: 2, d: 4 } }, { a: 1 }, [], null, undefined]) {
      expect(await caught(requests.answer(newRequest(body, 'k'), writing(transactions, 'y')))).toBeInstanceOf(
        IdempotencyKeyReused,
      );
    }
    expect(await effects()).toEqual(['x']);
  });

  describe('of a caller whose rights have changed', () => {
    const having = (permissions: Authority['permissions'], ...groups: string[]): Authority => ({
      ...{ subject: 'anna', credential: 'jwt:k', principals: ['anna'], permissions, groups },
    });
    const before = having(new Set(['incident:open', 'incident:read-security']), 'network', 'storage');
    const asked = (key: string, authority: Authority) => keyedRequest('anna', 'POST /v1/effects', key, {}, authority);

    it.each<[string, Authority]>([
      ['a permission', having(new Set(['incident:open', 'change:open']), 'network', 'storage')],
      ['a group', having(before.permissions, 'network', 'database')],
      ['all', having(new Set())],
    ])('are not answered once they have lost %s, from memory or from the table, and not done again', async (_, now) => {
      const { requests, transactions } = processOn(database);
      const key = `lost-${++serial}`;
      const goesOn = Promise.withResolvers<void>();
      const slow = async () => {
        await goesOn.promise;
        return writing(transactions, key)();
      };
      const first = requests.answer(asked(key, before), slow);
      const meanwhile = caught(requests.answer(asked(key, now), writing(transactions, 'again')));
      goesOn.resolve();
      await first;
      expect(await meanwhile).toBeInstanceOf(AnswerWithheld);
      const later = processOn(await open());
      expect(await caught(later.requests.answer(asked(key, now), writing(transactions, 'again')))).toBeInstanceOf(
        AnswerWithheld,
      );
      expect(await effects()).toEqual([key]);
    });

    it('are answered while they have all that they had, and more', async () => {
      const { requests, transactions } = processOn(database);
      const key = `kept-${++serial}`;
      const { answer } = await requests.answer(asked(key, before), writing(transactions, key));
      const more = having(new Set(['change:open', ...before.permissions]), 'storage', 'database', 'network');
      const again = await requests.answer(asked(key, more), writing(transactions, 'again'));
      expect(again).toEqual({ answer, isRepeated: true });
    });
  });

  it('are apart from those of other callers and of other paths', async () => {
    const { requests, transactions } = processOn(database);
    for (const [caller, route] of [
      ['anna', 'POST /v1/a'],
      ['bert', 'POST /v1/a'],
      ['anna', 'POST /v1/b'],
    ] as const) {
      const request = keyedRequest(caller, route, 'k', {});
      expect((await requests.answer(request, writing(transactions, caller + route))).isRepeated).toBe(false);
    }
    expect((await effects()).length).toBe(3);
  });

  it('have one effect and one answer, however many come at once, over several processes', async () => {
    const processes = [processOn(database), processOn(await open()), processOn(await open())];
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.record({ process: fc.nat(2), body: fc.nat(1) }), { minLength: 2, maxLength: 24 }),
        fc.jsonValue({ maxDepth: 3 }),
        async (sent, value) => {
          const key = `many-${++serial}`;
          const before = (await effects()).length;
          const outcomes = await Promise.all(
            sent.map(async ({ process, body }) => {
              const { requests, transactions } = processes[process] ?? processOn(database);
              const text = `${key} ${body}`;
              return requests.answer(newRequest([body, value], key), writing(transactions, text)).then(
                (given) => ({ body, given }),
                (error: unknown) => ({ body, error }),
              );
            }),
          );
          const given = outcomes.flatMap((outcome) => ('given' in outcome ? [outcome] : []));
          const winner = given.find((one) => !one.given.isRepeated);
          expect(given.filter((one) => !one.given.isRepeated)).toHaveLength(1);
          expect(new Set(given.map((one) => JSON.stringify(one.given.answer))).size).toBe(1);
          for (const outcome of outcomes) {
            if (outcome.body === winner?.body) expect(outcome).toHaveProperty('given');
            else expect(outcome).toHaveProperty('error', expect.any(IdempotencyKeyReused));
          }
          expect((await effects()).slice(before)).toEqual([`${key} ${winner?.body}`]);
        },
      ),
      { numRuns: 25 },
    );
  });

  it('leave nothing when they fail, and may come again', async () => {
    const { requests, transactions } = processOn(database);
    const request = newRequest();
    const failing = async (): Promise<Answer> => {
      await writing(transactions, 'half')();
      throw new Conflict('no');
    };
    const failures = await Promise.all([1, 2, 3].map(() => caught(requests.answer(request, failing))));
    for (const failure of failures) expect(failure).toBeInstanceOf(Conflict);
    expect(await effects()).toEqual([]);
    expect((await requests.answer(request, writing(transactions, 'whole'))).isRepeated).toBe(false);
    expect(await effects()).toEqual(['whole']);
  });

  it('commit several pieces of work together, and undo one that is tried again', async () => {
    const { requests, transactions, signal } = processOn(database);
    const followed: string[] = [];
    const { answer } = await requests.answer(newRequest(), async () => {
      await writing(transactions, 'a')();
      const twice = await caught(writing(transactions, 'a')());
      expect(String(twice)).toContain('effect_text_key');
      await transactions.run(cause, (tx) => {
        tx.afterCommit(() => followed.push('after'));
        return tx.query(`insert into effect (text) values ('b')`);
      });
      expect([await effects(), followed, signal.seen]).toEqual([[], [], []]);
      return answerOf('both');
    });
    expect(answer.body).toBe('both');
    expect([await effects(), followed]).toEqual([['a', 'b'], ['after']]);
  });

  it('let work apart commit by itself, and work that outlives them too', async () => {
    const { requests, transactions } = processOn(database);
    const late = Promise.withResolvers<void>();
    let outlived: Promise<unknown> = Promise.resolve();
    const failure = await caught(
      requests.answer(newRequest(), async () => {
        await writing(transactions, 'undone')();
        await apartFromRequest(writing(transactions, 'apart'));
        outlived = late.promise.then(writing(transactions, 'late'));
        throw new Conflict('no');
      }),
    );
    expect(failure).toBeInstanceOf(Conflict);
    late.resolve();
    await outlived;
    expect(await effects()).toEqual(['apart', 'late']);
  });

  it.each(['before-commit', 'after-commit'] as const)(
    'are answered truly when the connection is lost %s',
    async (point) => {
      const { requests, transactions } = processOn(database);
      const request = newRequest();
      arm(point, async () => {
        await database.query(
          `select pg_terminate_backend(pid, 5000) from pg_stat_activity
           where datname = current_database() and state like 'idle in transaction%'`,
        );
        if (point === 'after-commit') throw new OutcomeUnknown();
      });
      const outcome: unknown = await requests
        .answer(request, writing(transactions, 'x'))
        .catch((error: unknown) => error);
      const isCommitted = point === 'after-commit';
      expect(outcome).toMatchObject(isCommitted ? { isRepeated: true } : { kind: 'unavailable' });
      expect((await effects()).length).toBe(isCommitted ? 1 : 0);
      expect((await requests.answer(request, writing(transactions, 'x'))).isRepeated).toBe(isCommitted);
      expect(await effects()).toEqual(['x']);
    },
  );

  it('are told to come again when another process is at the first for too long', async () => {
    const request = newRequest();
    const first = processOn(database);
    const second = processOn(await open({ lock_timeout: 50 }));
    const given = await first.requests.answer(request, async () => {
      expect(await caught(second.requests.answer(request, writing(second.transactions, 'y')))).toBeInstanceOf(
        IdempotencyKeyInUse,
      );
      return writing(first.transactions, 'x')();
    });
    expect(given.isRepeated).toBe(false);
    expect(await effects()).toEqual(['x']);
  });

  it('never use up the pool, though each takes a second connection', async () => {
    const { requests, transactions } = processOn(await open({ max: 3, connectionTimeoutMillis: 2_000 }));
    const source = opened.at(-1);
    const many = await Promise.all(
      Array.from({ length: 40 }, (_, n) =>
        requests.answer(newRequest({ n }), async () => {
          const answer = await writing(transactions, `n${n}`)();
          await source?.query('select 1');
          return answer;
        }),
      ),
    );
    expect(many.every(({ isRepeated }) => !isRepeated)).toBe(true);
    expect((await effects()).length).toBe(40);
  });

  it('are refused as too many when no place becomes free', async () => {
    const { Gate } = await import('../src/idempotency/gate');
    const gate = new Gate(1, 20);
    const inside = Promise.withResolvers<void>();
    const first = gate.pass(() => inside.promise);
    expect(await caught(gate.pass(() => Promise.resolve()))).toBeInstanceOf(Busy);
    inside.resolve();
    await first;
    expect(await gate.pass(() => Promise.resolve('free'))).toBe('free');
  });

  it('are forgotten after a day of the clock, and deleted', async () => {
    const { requests, transactions } = processOn(database);
    const request = newRequest({ a: 1 }, 'daily');
    await requests.answer(request, writing(transactions, 'first'));
    const retention = new IdempotencyRetention(database, clock);
    clock.advance(ANSWERS_KEPT_MS - 1);
    await retention.purge();
    expect((await requests.answer(request, writing(transactions, 'no'))).isRepeated).toBe(true);
    clock.advance(1);
    const other = newRequest({ a: 2 }, 'daily');
    expect((await requests.answer(other, writing(transactions, 'second'))).isRepeated).toBe(false);
    expect((await requests.answer(other, writing(transactions, 'no'))).isRepeated).toBe(true);
    clock.advance(ANSWERS_KEPT_MS);
    await retention.purge();
    expect(await database.query('select 1 from idempotency_key')).toEqual([]);
    expect(await effects()).toEqual(['first', 'second']);
  });

  it('that are claimed only keep their content', async () => {
    const { requests } = processOn(database);
    await Promise.all([1, 2, 3].map(() => requests.claim(newRequest({ a: 1 }, 'door'))));
    expect(await caught(requests.claim(newRequest({ a: 2 }, 'door')))).toBeInstanceOf(IdempotencyKeyReused);
    clock.advance(ANSWERS_KEPT_MS);
    await requests.claim(newRequest({ a: 2 }, 'door'));
    expect(await caught(requests.claim(newRequest({ a: 1 }, 'door')))).toBeInstanceOf(IdempotencyKeyReused);
  });

  it('are accepted unclaimed while the database is away or does not answer', async () => {
    const away = new DataSource({ type: 'postgres', url: 'postgres://127.0.0.1:1/none' });
    await processOn(away).requests.claim(newRequest());
    const { requests, transactions } = processOn(database);
    await transactions.run(cause, async (tx) => {
      await tx.query('lock table idempotency_key');
      await requests.claim(newRequest({ a: 1 }, 'slow'));
    });
    await sleep(0);
  });
});
