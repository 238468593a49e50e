import { createPublicKey, generateKeyPairSync } from 'node:crypto';

import {
  auditSealed,
  type AuditSealedData,
  auditTopics,
  erasureOrdered,
  isValid,
  AuditSealedData as AuditSealedSchema,
} from '@itops/contracts';
import { arm, disarm } from '@itops/faults/armed';
import { type Cause, newId, RefusedAttempts } from '@itops/kit';
import { createTestDatabase, eventually, TestBus, type TestDatabase } from '@itops/testing';
import { type DataSource } from 'typeorm';

import { type AuditOptions, type Transactions } from '../src';
import { contentDigests, genesisHash, isSignatureOf, rowHash } from '../src/audit/audit-chain';
import { brokers, createDataSource, type MessagingApp, newPrefix, startMessagingApp } from './messaging-app';

const cause: Cause = { actor: 'user:7', credential: 'jwt:k1', correlationId: newId(), requestId: 'req-1' };
const { privateKey, publicKey } = generateKeyPairSync('ed25519');
const signingKey = privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();

interface ChainRow {
  readonly seq: string;
  readonly position: string;
  readonly previous_hash: string;
  readonly hash: string;
}

describe('the audit chain', () => {
  let testDatabase: TestDatabase;
  let database: DataSource;
  let bus: TestBus;
  let prefix: string;
  const services: MessagingApp[] = [];

  async function start(audit: AuditOptions = {}): Promise<MessagingApp> {
    const options = { sealEveryMs: 20, leaseMs: 1_000, ...audit };
    const service = await startMessagingApp({ databaseUrl: testDatabase.url, prefix, audit: options });
    services.push(service);
    return service;
  }

  beforeEach(async () => {
    prefix = newPrefix();
    testDatabase = await createTestDatabase('audit_chain');
    database = await createDataSource(testDatabase.url).initialize();
  });

  afterEach(async () => {
    disarm();
    await bus.close();
    await Promise.all(services.splice(0).map((service) => service.close()));
    await database.destroy();
    await testDatabase.drop();
  });

  async function watch(): Promise<void> {
    bus = await TestBus.connect(brokers(), prefix, [auditTopics.audit.name]);
  }

  const write = ({ transactions }: { transactions: Transactions }, resourceId: string, content: object = {}) =>
    transactions.run(cause, (tx) => tx.audit([{ action: 'update', resourceType: 'thing', resourceId, ...content }]));

  const chain = (): Promise<ChainRow[]> =>
    database.query(
      `select seq, position, encode(previous_hash, 'hex') as previous_hash, encode(hash, 'hex') as hash
       from audit_chain order by seq`,
    );

  async function untilSealed(count: number): Promise<ChainRow[]> {
    return eventually(async () => {
      const rows = await chain();
      expect(rows).toHaveLength(count);
      expect(await database.query('select 1 from audit_unsealed')).toEqual([]);
      return rows;
    }, 30_000);
  }

  function expectLinked(rows: readonly ChainRow[]): void {
    expect(rows.map(({ seq }) => Number(seq))).toEqual(rows.map((_, index) => index + 1));
    for (const [index, row] of rows.entries()) {
      if (index > 0) expect(row.previous_hash).toBe(rows[index - 1]?.hash);
    }
    expect(new Set(rows.map(({ position }) => position)).size).toBe(rows.length);
  }

  /** What was told of it, each batch once, in order. */
  function told(): AuditSealedData[] {
    const batches = new Map<number, AuditSealedData>();
    for (const { type, data, event } of bus.all(auditTopics.audit.name)) {
      expect(type).toBe(auditSealed.type);
      if (isValid(AuditSealedSchema, data)) batches.set(Number(event['aggregateversion']), data);
    }
    const versions = [...batches.keys()].sort((one, other) => one - other);
    expect(versions).toEqual(versions.map((_, index) => index + 1));
    return versions.flatMap((version) => batches.get(version) ?? []);
  }

  it('holds every committed row with who, by what, why and what it was, and tells it with all that is needed to verify it', async () => {
    const service = await start({ signingKey, checkpointRows: 2, checkpointSeconds: 1 });
    await watch();
    await write(service, 'a', { before: { n: 1 }, after: { n: 2, owner: 'Ann' }, reason: 'asked for' });
    await write(service, 'b', { outcome: 'refused', attempts: 3 });
    const rows = await untilSealed(2);
    expectLinked(rows);
    const events = await eventually(() => {
      const all = told();
      expect(all.flatMap((event) => event.rows)).toHaveLength(2);
      expect(all.some(({ checkpoint }) => checkpoint?.seq === 2)).toBe(true);
      return all;
    });
    const [first, second] = events.flatMap((event) => event.rows);
    const name = { chain: events[0]?.chain ?? '', service: 'spec-svc' };
    if (first === undefined || second === undefined || first.content === null) throw new Error('not told');
    expect(first).toMatchObject({
      ...{ seq: 1, actor: 'user:7', credential: 'jwt:k1', action: 'update', resourceType: 'thing', resourceId: 'a' },
      ...{ outcome: 'done', attempts: 1, correlationId: cause.correlationId, requestId: 'req-1' },
      previousHash: genesisHash(name),
      content: { before: { n: 1 }, after: { n: 2, owner: 'Ann' }, reason: 'asked for' },
    });
    expect(second).toMatchObject({ seq: 2, outcome: 'refused', attempts: 3, previousHash: first.hash });
    expect(contentDigests(first.content)).toEqual(first.digests);
    expect(second.digests).toEqual({ before: null, after: null, reason: null });
    expect([first, second].map((row) => rowHash(name, row))).toEqual(rows.map(({ hash }) => hash));
    const checkpoint = events.map((event) => event.checkpoint).findLast((one) => one?.seq === 2);
    if (checkpoint === undefined || checkpoint === null) throw new Error('not attested');
    expect(checkpoint).toMatchObject({ ...name, seq: 2, hash: second.hash });
    expect(isSignatureOf(createPublicKey(publicKey.export({ type: 'spki', format: 'pem' })), checkpoint)).toBe(true);
  });

  it('is one, without gaps, with two replicas that seal, many writers, rollbacks and a transaction that stays open', async () => {
    const [one, other] = [await start(), await start()];
    await watch();
    await database.query('create table counted (id text primary key, version int not null)');
    await database.query(`insert into counted select 'c' || n, 0 from generate_series(1, 5) n`);
    const opened = Promise.withResolvers<void>();
    const closing = Promise.withResolvers<void>();
    const longest = one.transactions.run(cause, async (tx) => {
      await tx.query('select pg_current_xact_id()');
      // As a flush does, but long before the commit.
      await tx.query(
        `insert into audit_log (id, at, actor, action, resource_type, resource_id, correlation_id)
         values ($1, now(), 'late', 'stay', 'thing', 'late', 'c')`,
        [newId()],
      );
      opened.resolve();
      await closing.promise;
    });
    await opened.promise;
    const bump = async (service: MessagingApp, id: string, fails: boolean): Promise<void> => {
      await service.transactions.run(cause, async (tx) => {
        const [row] = await tx.query<{ version: number }>(
          'update counted set version = version + 1 where id = $1 returning version',
          [id],
        );
        await tx.audit([{ action: 'bump', resourceType: 'counted', resourceId: id, after: row }]);
        if (fails) throw new Error('on purpose');
      });
    };
    const writers = Array.from({ length: 10 }, async (_, writer) => {
      for (let round = 0; round < 12; round++) {
        const service = (writer + round) % 2 === 0 ? one : other;
        await bump(service, `c${((writer * 3 + round) % 5) + 1}`, round % 4 === 3).catch(() => undefined);
      }
    });
    await Promise.all(writers);
    // The open transaction holds nobody up.
    await untilSealed(90);
    closing.resolve();
    await longest;
    const rows = await untilSealed(91);
    expectLinked(rows);
    const sealed: { seq: string; resource_id: string; version: number | null }[] = await database.query(
      `select c.seq, l.resource_id, (l.after ->> 'version')::int as version
       from audit_chain c join audit_log l using (position) order by c.seq`,
    );
    expect(sealed.at(-1)?.resource_id).toBe('late');
    for (const of of Map.groupBy(sealed, ({ resource_id }) => resource_id).values()) {
      const versions = of.flatMap(({ version }) => version ?? []);
      expect(versions).toEqual(versions.map((_, index) => index + 1));
    }
    await eventually(() => expect(told().flatMap((event) => event.rows)).toHaveLength(91));
    expect(told().flatMap((event) => event.rows.map(({ hash }) => hash))).toEqual(rows.map(({ hash }) => hash));
  });

  it('goes on in another replica where a sealer was stopped before its commit, and never forks', async () => {
    const first = await start();
    await watch();
    await write(first, 'before');
    await untilSealed(1);
    const held = Promise.withResolvers<void>();
    const release = Promise.withResolvers<void>();
    // The first to pass is the writer, the second the sealer.
    arm(
      'before-commit',
      async () => {
        held.resolve();
        await release.promise;
      },
      2,
    );
    await write(first, 'while');
    await held.promise;
    disarm();
    const second = await start();
    await write(second, 'after');
    // The one that stands still holds the chain's end until the database ends its session.
    expectLinked(await untilSealed(3));
    release.resolve();
    await write(first, 'again');
    expectLinked(await untilSealed(4));
    await eventually(() => expect(told().flatMap((event) => event.rows)).toHaveLength(4));
  });

  it('forgets the positions of what was rolled back, and keeps those of what is still open', async () => {
    const service = await start();
    await watch();
    const gaps = async (): Promise<number> => {
      const [head] = await database.query<{ count: number }[]>(
        'select coalesce(sum(high - low + 1), 0)::int as count from audit_head, jsonb_to_recordset(gaps) g (low int, high int)',
      );
      return head?.count ?? NaN;
    };
    const insert = `insert into audit_log (id, at, actor, action, resource_type, resource_id, correlation_id)
                    values (gen_random_uuid(), now(), 'spec', 'stay', 'thing', 'x', 'c')`;
    const open = database.createQueryRunner();
    await open.startTransaction();
    await open.query(insert);
    for (let round = 0; round < 3; round++) {
      await expect(
        service.transactions.run(cause, async (tx) => {
          await tx.query(insert);
          throw new Error('on purpose');
        }),
      ).rejects.toThrow('on purpose');
    }
    await write(service, 'a');
    await untilSealed(1);
    expect(await gaps()).toBe(4);
    await open.commitTransaction();
    await open.release();
    await untilSealed(2);
    // What was begun since may hold the oldest running transaction back for a moment.
    const beats = { count: 2 };
    await eventually(async () => {
      await write(service, 'beat');
      await untilSealed(++beats.count);
      expect(await gaps()).toBe(0);
    });
    expectLinked(await chain());
  });

  it('tells a row without its content where that is larger than an event takes, or nested too deep to be told', async () => {
    const service = await start();
    await watch();
    let deep: unknown = 'bottom';
    for (let level = 0; level < 63; level++) deep = { deep };
    await write(service, 'large', { after: { text: 'x'.repeat(700_000) } });
    await write(service, 'deep', { after: deep });
    for (let row = 0; row < 8; row++) await write(service, 'much', { after: { text: 'y'.repeat(200_000) } });
    await untilSealed(10);
    const rows = await eventually(() => {
      const all = told().flatMap((event) => event.rows);
      expect(all).toHaveLength(10);
      return all;
    });
    expect(rows.map(({ content }) => content === null)).toEqual([true, true, ...Array<boolean>(8).fill(false)]);
    for (const { digests } of rows) expect(digests.after).toMatch(/^[0-9a-f]{64}$/);
  });

  it('lets nobody change or remove a sealed row without taking the tables’ guard off', async () => {
    const service = await start();
    await watch();
    await write(service, 'a', { after: { secret: 1 } });
    await untilSealed(1);
    for (const statement of [
      'update audit_seal set hashes = array[previous_hash]',
      'delete from audit_seal',
      'truncate audit_seal',
      'delete from audit_log',
      'truncate audit_log',
      `update audit_log set actor = 'nobody'`,
      `update audit_log set actor = 'nobody', before = null, after = null, reason = null, salt = null`,
      `update audit_log set after = '{}'`,
    ]) {
      await expect(database.query(statement)).rejects.toThrow('the audit trail only grows');
    }
    await database.query('update audit_log set before = null, after = null, reason = null, salt = null');
  });

  it('stays whole when a person is erased, and tells which rows lost their content', async () => {
    const service = await start({ signingKey });
    await watch();
    await write(service, 'a', { before: { caller: 'Ann Smith' }, after: { caller: 'Bob' } });
    await write(service, 'b', { after: { text: 'Joann Smithers' } });
    await write(service, 'c', { reason: 'ann smith asked (by telephone)' });
    await untilSealed(3);
    await bus.emitEvents([erasureOrdered.of(cause.correlationId, 1, erasure('Ann Smith'))]);
    const [audited] = await eventually(async () => {
      const found: { after: unknown; actor: string }[] = await database.query(
        `select after, actor from audit_log where action = 'erase'`,
      );
      expect(found).toHaveLength(1);
      return found;
    });
    expect(audited).toMatchObject({ after: { rows: 2 }, actor: 'test' });
    const kept: unknown = await database.query(
      `select resource_id, before, after, reason, salt is null as erased from audit_log
       where resource_type = 'thing' order by resource_id`,
    );
    const nothing = { before: null, after: null, reason: null };
    expect(kept).toEqual([
      { resource_id: 'a', ...nothing, erased: true },
      { resource_id: 'b', ...nothing, after: { text: 'Joann Smithers' }, erased: false },
      { resource_id: 'c', ...nothing, erased: true },
    ]);
    expectLinked(await untilSealed(4));
    await eventually(() => {
      expect(told().flatMap(({ erased }) => erased)).toEqual([1, 3]);
      expect(told().flatMap((event) => event.rows)).toHaveLength(4);
    });
  });

  it('counts refused attempts of one kind together, however many they are', async () => {
    const service = await start();
    await watch();
    const refusals = service.app.get(RefusedAttempts);
    const attempt = (actor: string, resourceId: string) => ({
      cause: { actor, correlationId: newId() },
      ...{ action: 'change:approve', resourceType: 'change', resourceId, reason: 'it is their own change' },
    });
    for (let index = 0; index < 50; index++) refusals.note(attempt('user:a', `chg-${index}`));
    for (let index = 0; index < 1_000; index++) refusals.note(attempt(`user:${index}`, 'chg-1'));
    const rows = await eventually(async () => {
      const found: { actor: string; resource_id: string; attempts: number; outcome: string; reason: string }[] =
        await database.query('select actor, resource_id, attempts, outcome, reason from audit_log order by id');
      expect(found.reduce((sum, { attempts }) => sum + attempts, 0)).toBe(1_050);
      return found;
    });
    expect(rows[0]).toMatchObject({ actor: 'user:a', resource_id: 'chg-0', attempts: 50, outcome: 'refused' });
    expect(rows).toHaveLength(201);
    expect(rows.at(-1)).toMatchObject({ actor: 'various', attempts: 801 });
    await untilSealed(201);
  });
});

function erasure(subject: string) {
  return { id: cause.correlationId, subject, orderedAt: '2026-05-04T10:00:00.000Z' };
}
