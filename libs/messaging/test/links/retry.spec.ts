import { arm, disarm } from '@itops/faults/armed';
import { Unavailable } from '@itops/kit';
import { createTestDatabase, type TestDatabase } from '@itops/testing';
import { Logger } from '@nestjs/common';
import * as fc from 'fast-check';
import { type DataSource } from 'typeorm';

import { toConsumed } from '../../src/consumer/delivery';
import { PoisonMessage } from '../../src/consumer/event-batch';
import { type Next, NOTHING, type Outcome } from '../../src/consumer/link';
import { type Attempt } from '../../src/consumer/links/park';
import { retry } from '../../src/consumer/links/retry';
import { arrange, type Placed, type ToApply } from '../../src/consumer/placing';
import { SequenceConflict } from '../../src/consumer/sequences';
import { RetryLater } from '../../src/port';
import { Meters } from '../../src/telemetry/meters';
import { type Transactions } from '../../src/transactions/transactions';
import { idOf, reported, transactionsOf, versionOf } from './deliveries';
import { createDataSource } from '../messaging-app';

describe('the link retry', () => {
  let testDatabase: TestDatabase;
  let database: DataSource;
  let transactions: Transactions;

  beforeAll(async () => {
    Logger.overrideLogger(false);
    testDatabase = await createTestDatabase('retry');
    database = await createDataSource(testDatabase.url).initialize();
    transactions = transactionsOf(database);
  });

  afterEach(() => disarm());

  afterAll(async () => {
    await database.destroy();
    await testDatabase.drop();
  });

  function link(stopping = new AbortController().signal) {
    return retry({
      service: 'spec-svc',
      consumer: 'spec-svc.retry',
      transactions,
      meters: new Meters(),
      stopping,
      waitsMs: [1, 1, 1, 1],
    });
  }

  /** What stands behind it: applies all, or fails for certain ids. Notes what was committed and what was parked. */
  function handling(fails: (id: string | null, message: ToApply) => Error | undefined) {
    const calls: string[][] = [];
    const next: Next<Attempt> = ({ placed, condemned }) => {
      const rest = condemned.parkIn(placed);
      const apply = rest.filter((one): one is ToApply => one.verdict === 'apply');
      calls.push(apply.map(({ event }) => event.id));
      for (const one of apply) {
        const error = fails(idOf(one.delivery), one);
        if (error !== undefined) return Promise.reject(error);
      }
      return Promise.resolve({
        ...NOTHING,
        applied: apply.map(({ event }) => event),
        parked: rest.length - apply.length,
      });
    };
    return { calls, next };
  }

  function idsOf({ applied }: Outcome): string[] {
    return applied.map(({ id }) => id);
  }

  function placed(...deliveries: Parameters<typeof arrange>[0]): Placed[] {
    return arrange(deliveries, new Map());
  }

  it('commits a sound batch at once', async () => {
    const { calls, next } = handling(() => undefined);
    const outcome = await link()({ placed: placed(versionOf('a', 1), versionOf('a', 2)) }, next);
    expect(idsOf(outcome)).toEqual(['a-1', 'a-2']);
    expect(calls).toHaveLength(1);
  });

  it('tries a message that fails five times, when it stands alone', async () => {
    const { calls, next } = handling((id) => (id === 'b-1' ? new Error('broken') : undefined));
    const outcome = await link()({ placed: placed(versionOf('a', 1), versionOf('b', 1), versionOf('c', 1)) }, next);
    expect(idsOf(outcome)).toEqual(['a-1', 'c-1']);
    expect(outcome.parked).toBe(1);
    expect(calls.filter((ids) => ids.length === 1 && ids[0] === 'b-1')).toHaveLength(5);
  });

  it('does not wait again for a failure that it has just seen to last', async () => {
    const own = link();
    const { calls, next } = handling((id) => (id === 'ok' ? undefined : new Error('broken')));
    await own({ placed: placed(versionOf('a', 1)) }, next);
    const before = calls.length;
    await own({ placed: placed(versionOf('b', 1)) }, next);
    expect(calls.length - before).toBe(2);
  });

  it('parks at once what the handler calls poison, and what is behind it', async () => {
    const { calls, next } = handling((id, { delivery, event }) =>
      id === 'a-2' ? new PoisonMessage(toConsumed(delivery.record, event), 'kind', 'reason') : undefined,
    );
    const batch = placed(versionOf('a', 1), versionOf('a', 2), versionOf('a', 3), reported('r'));
    const outcome = await link()({ placed: batch }, next);
    expect(idsOf(outcome)).toEqual(['a-1', 'r']);
    expect(outcome.parked).toBe(2);
    expect(calls).toHaveLength(2);
  });

  it('isolates any poison, applies all else once, and keeps each sequence in order', async () => {
    const batch = fc.array(fc.record({ key: fc.constantFrom('a', 'b', 'c'), isPoison: fc.boolean() }), {
      maxLength: 12,
    });
    await fc.assert(
      fc.asyncProperty(batch, async (given) => {
        const versions = new Map<string, number>();
        const poison = new Set<string>();
        const expected: string[] = [];
        const stopped = new Set<string>();
        const deliveries = given.map(({ key, isPoison }) => {
          const version = (versions.get(key) ?? 0) + 1;
          versions.set(key, version);
          if (isPoison) poison.add(`${key}-${version}`);
          if (isPoison) stopped.add(key);
          else if (!stopped.has(key)) expected.push(`${key}-${version}`);
          return versionOf(key, version);
        });
        const { next } = handling((id) => (poison.has(id ?? '') ? new Error('broken') : undefined));
        const outcome = await link()({ placed: placed(...deliveries) }, next);
        expect(idsOf(outcome)).toEqual(expected);
        expect(outcome.parked).toBe(given.length - expected.length);
      }),
      { numRuns: 25 },
    );
  });

  it.each([new Unavailable('away'), new SequenceConflict('another'), new RetryLater(1)])(
    'hands %p on to whoever brought the batch, and condemns nothing',
    async (error) => {
      const { calls, next } = handling(() => error);
      await expect(link()({ placed: placed(versionOf('a', 1)) }, next)).rejects.toThrow(error);
      expect(calls).toHaveLength(1);
    },
  );

  it('gives back what is in hand when the process is to stop', async () => {
    const stopping = new AbortController();
    const { calls, next } = handling(() => {
      stopping.abort();
      return new Error('broken');
    });
    await expect(link(stopping.signal)({ placed: placed(versionOf('a', 1)) }, next)).rejects.toThrow(RetryLater);
    expect(calls).toHaveLength(1);
  });

  it('stores a message without what can not be stored, and waits when that fails too', async () => {
    const tried: boolean[] = [];
    const holdFails =
      (isHopeless: boolean): Next<Attempt> =>
      ({ isBare }) => {
        tried.push(isBare);
        return isBare && !isHopeless ? Promise.resolve(NOTHING) : Promise.reject(new Error('can not be stored'));
      };
    const batch = { placed: placed(versionOf('a', 2)) };
    await link()(batch, holdFails(false));
    expect(tried).toEqual([false, true]);
    await expect(link()(batch, holdFails(true))).rejects.toThrow(RetryLater);
  });

  it('can be stopped before and after its commit', async () => {
    for (const [point, calls] of [
      ['before-consumer-commit', 1],
      ['after-consumer-commit', 1],
    ] as const) {
      const power = new Unavailable('cut');
      arm(point, () => {
        throw power;
      });
      const behind = handling(() => undefined);
      await expect(link()({ placed: placed(versionOf('a', 1)) }, behind.next)).rejects.toThrow(power);
      expect(behind.calls).toHaveLength(calls);
    }
  });
});
