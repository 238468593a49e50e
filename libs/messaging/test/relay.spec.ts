import { ciCreated, domainTopics } from '@itops/contracts';
import { newId } from '@itops/kit';
import { createTestDatabase, eventually, TestBus, type TestDatabase } from '@itops/testing';
import { type DataSource } from 'typeorm';

import { EventTransport, messagingMigrations, type TailedEvent } from '../src';
import { append, type OutboxRow } from '../src/outbox/append';
import { Leases } from '../src/outbox/leases';
import { deletePublished, readBatch } from '../src/outbox/outbox-queries';
import { PARTS, partOf } from '../src/outbox/parts';
import { ci } from './ci-events';
import { brokers, cause, createDataSource, type MessagingApp, newPrefix, startMessagingApp } from './messaging-app';

/** More than the broker takes in one record. */
const tooLarge: Omit<OutboxRow, 'id' | 'aggregateId' | 'part'> = {
  aggregateType: 'ci',
  aggregateVersion: 1,
  topic: domainTopics.ci.name,
  type: ciCreated.type,
  headers: {},
  payload: Buffer.alloc(1_200_000),
  createdAt: new Date(),
};

describe('the relay', () => {
  let testDatabase: TestDatabase;
  let services: MessagingApp[] = [];
  let bus: TestBus;
  let prefix: string;

  async function start(): Promise<MessagingApp> {
    const service = await startMessagingApp({ databaseUrl: testDatabase.url, prefix, relay: { leaseMs: 1_500 } });
    services.push(service);
    return service;
  }

  beforeEach(async () => {
    prefix = newPrefix();
    testDatabase = await createTestDatabase('relay');
    await start();
    bus = await TestBus.connect(brokers(), prefix, [domainTopics.ci.name]);
  });

  afterEach(async () => {
    await bus.close();
    await Promise.all(services.map((service) => service.close()));
    services = [];
    await testDatabase.drop();
  });

  async function outboxRows(): Promise<number> {
    const rows: unknown[] | undefined = await services.at(-1)?.database.query('select 1 from outbox');
    return rows?.length ?? -1;
  }

  function versionsSeen(id: string): number[] {
    return bus.all(domainTopics.ci.name).flatMap(({ subject, event: envelope }) => {
      return subject === id ? [Number(envelope['aggregateversion'])] : [];
    });
  }

  it('sends each aggregate’s versions in order and empties the outbox, with writers at work in two replicas', async () => {
    await start();
    const ids = Array.from({ length: 40 }, () => newId());
    await Promise.all(
      ids.map(async (id, index) => {
        for (let version = 1; version <= 5; version++) {
          const service = services[(index + version) % 2];
          await service?.transactions.run(cause, (tx) => tx.publish([ci(id, version)]));
        }
      }),
    );
    await eventually(async () => expect(await outboxRows()).toBe(0));
    await eventually(() => {
      for (const id of ids) expect(new Set(versionsSeen(id)).size).toBe(5);
    });
    for (const id of ids) {
      const firstSeen = [...new Set(versionsSeen(id))];
      expect(firstSeen).toEqual([1, 2, 3, 4, 5]);
    }
  });

  it('goes on with all other parts while the broker refuses what comes first in one, and says so', async () => {
    const [service] = services;
    const id = newId();
    const part = partOf('ci', id);
    await service?.transactions.run(cause, async (tx) => {
      await append(tx, [{ ...tooLarge, id: newId(), aggregateId: id, part }]);
    });
    const others = Array.from({ length: 64 }, () => newId());
    const behind = others.filter((other) => partOf('ci', other) === part);
    await service?.transactions.run(cause, (tx) => tx.publish(others.map((other) => ci(other, 1))));
    await eventually(async () => expect(await outboxRows()).toBe(1 + behind.length));
    await eventually(async () => {
      const { checks } = (await service?.readiness.check()) ?? {};
      expect(checks?.['outbox-relay']?.detail).toBe(
        `publishes 16 of 16 parts; the broker refuses what comes first in ${part}`,
      );
    });
    await service?.database.query('delete from outbox where aggregate_id = $1', [id]);
    await eventually(async () => expect(await outboxRows()).toBe(0));
  });

  it('shares the parts among replicas, and gives them back when one stops', async () => {
    const second = await start();
    const owners = async () => {
      const rows: { owner: string | null; parts: number }[] = await second.database.query(
        'select owner, count(*)::int as parts from outbox_lease group by owner',
      );
      return rows;
    };
    await eventually(async () => expect((await owners()).map(({ parts }) => parts)).toEqual([PARTS / 2, PARTS / 2]));
    await services.shift()?.close();
    await eventually(async () => expect((await owners()).map(({ parts }) => parts)).toEqual([PARTS]));
  });

  it('notes who did what, in the same transaction', async () => {
    const [service] = services;
    await service?.transactions.run(cause, (tx) =>
      tx.audit([
        { action: 'resolve', resourceType: 'incident', resourceId: 'i-1', before: { state: 'new' }, reason: 'fixed' },
      ]),
    );
    const rows: unknown[] | undefined = await service?.database.query('select * from audit_log');
    expect(rows).toMatchObject([
      { actor: cause.actor, action: 'resolve', before: { state: 'new' }, after: null, reason: 'fixed' },
    ]);
  });

  it('lets others follow live, from now or from where they were', async () => {
    const [service] = services;
    const transport = service?.app.get(EventTransport);
    const [first, second, third] = [newId(), newId(), newId()];
    const seen: TailedEvent[] = [];
    const onEvents = (events: readonly TailedEvent[]) => void seen.push(...events);
    await service?.transactions.run(cause, (tx) => tx.publish([ci(first, 1)]));
    await eventually(() => expect(versionsSeen(first)).toEqual([1]));
    const tail = await transport?.tail({ topics: [domainTopics.ci.name], from: 'latest', onEvents });
    await tail?.ready;
    await service?.transactions.run(cause, (tx) => tx.publish([ci(second, 1)]));
    await eventually(() => expect(seen.map(({ subject }) => subject)).toEqual([second]));
    const positions = tail?.positions() ?? {};
    await tail?.close();
    await service?.transactions.run(cause, (tx) => tx.publish([ci(third, 1)]));
    const again = await transport?.tail({ topics: [domainTopics.ci.name], from: positions, onEvents });
    await eventually(() => expect(seen.map(({ subject }) => subject)).toEqual([second, third]));
    await again?.close();
  });
});

describe('a lease', () => {
  let testDatabase: TestDatabase;
  let database: DataSource;

  beforeAll(async () => {
    testDatabase = await createTestDatabase('lease');
    database = createDataSource(testDatabase.url);
    await database.initialize();
    await database.runMigrations();
  });

  afterAll(async () => {
    await database.destroy();
    await testDatabase.drop();
  });

  it('that another relay took over lets the stale one neither send nor delete', async () => {
    const stale = new Leases(database, 300);
    const next = new Leases(database, 60_000);
    await stale.renew();
    const held = stale.usable(() => true);
    expect(held).toHaveLength(PARTS);
    const id = newId();
    await database.query(
      `insert into outbox (id, aggregate_type, aggregate_id, aggregate_version, part, topic, type, headers, payload, created_at)
       values ($1::uuid, 'ci', $1::text, 1, $2, 't', 'x', '{}', '\\x00', now())`,
      [id, partOf('ci', id)],
    );
    const batch = await readBatch(database, held, 10, 1_000);
    expect(batch).toHaveLength(1);

    // As after SIGSTOP: the stale relay doesn't notice how time passes.
    await eventually(async () => {
      await next.renew();
      expect(next.usable(() => true)).toHaveLength(PARTS);
    });
    expect(held.some((lease) => stale.isValid(lease))).toBe(false);
    expect(await deletePublished(database, stale.owner, held, batch)).toBe(0);
    await stale.renew();
    expect(stale.usable(() => true)).toEqual([]);
    expect(
      await deletePublished(
        database,
        next.owner,
        next.usable(() => true),
        batch,
      ),
    ).toBe(1);
    expect(Number(next.usable(() => true)[0]?.epoch)).toBeGreaterThan(Number(held[0]?.epoch));
  });

  it('keeps its epoch when it is renewed', async () => {
    const other = createDataSource(testDatabase.url);
    await other.initialize();
    await other.query(`update outbox_lease set owner = null, expires_at = '-infinity'`);
    const leases = new Leases(other, 60_000);
    await leases.renew();
    const before = leases.usable(() => true).map(({ part, epoch }) => [part, epoch]);
    await leases.renew();
    expect(leases.usable(() => true).map(({ part, epoch }) => [part, epoch])).toEqual(expect.arrayContaining(before));
    await leases.releaseAll();
    await other.destroy();
  });

  it('goes away with the tables, and comes back', async () => {
    for (const _ of messagingMigrations) await database.undoLastMigration();
    const tables: unknown[] = await database.query(
      `select 1 from pg_tables where schemaname = 'public' and tablename <> 'migrations'`,
    );
    expect(tables).toEqual([]);
    await database.runMigrations();
    expect(await database.query('select 1 from outbox_lease')).toHaveLength(PARTS);
  });
});
