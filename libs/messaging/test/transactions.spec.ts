import { connect, createServer, type Server, type Socket } from 'node:net';

import { ciCreated } from '@itops/contracts';
import { arm, disarm } from '@itops/faults/armed';
import { Busy, newId, OutcomeUnknown, SystemClock, Unavailable } from '@itops/kit';
import { createTestDatabase, type TestDatabase } from '@itops/testing';
import { DataSource } from 'typeorm';

import { Transactions } from '../src';
import { NoSignal } from '../src/outbox/outbox-signal';
import { isTransient } from '../src/transactions/database-errors';
import { cause, createDataSource } from './messaging-app';

/** Stands before PostgreSQL; can swallow the answer to a commit and cut the line, as a network does. */
class CuttingProxy {
  private server: Server | undefined;
  private readonly sockets = new Set<Socket>();
  private cutsCommits = false;

  async open(target: URL): Promise<string> {
    this.server = createServer((client) => {
      const upstream = connect(Number(target.port), target.hostname);
      for (const socket of [client, upstream]) {
        this.sockets.add(socket.on('error', () => undefined));
        socket.on('close', () => [client, upstream].forEach((end) => end.destroy()));
      }
      upstream.pipe(client);
      client.on('data', (bytes) => {
        if (!this.cutsCommits || !bytes.includes('commit')) return void upstream.write(bytes);
        this.cutsCommits = false;
        upstream.unpipe(client);
        upstream.resume().write(bytes);
        // The server has answered, so it has committed.
        upstream.once('data', () => client.destroy());
      });
    });
    await new Promise<void>((resolve) => this.server?.listen(0, '127.0.0.1', resolve));
    const address = this.server.address();
    const url = new URL(target);
    url.host = `127.0.0.1:${typeof address === 'object' && address !== null ? address.port : ''}`;
    return url.href;
  }

  cutNextCommit(): void {
    this.cutsCommits = true;
  }

  close(): void {
    this.server?.close();
    for (const socket of this.sockets) socket.destroy();
  }
}

describe('transactions', () => {
  const proxy = new CuttingProxy();
  let testDatabase: TestDatabase;
  let database: DataSource;
  let proxied: DataSource;
  const opened: DataSource[] = [];

  async function open(url: string, extra: Record<string, unknown> = {}): Promise<DataSource> {
    const source = new DataSource({ type: 'postgres', url, extra: { max: 10, pipeline: true, ...extra } });
    opened.push(source);
    return source.initialize();
  }

  beforeAll(async () => {
    testDatabase = await createTestDatabase('transactions');
    database = await createDataSource(testDatabase.url).initialize();
    opened.push(database);
    await database.runMigrations();
    await database.query('create table thing (id int primary key, times int not null)');
    await database.query('alter table audit_log disable trigger user');
    proxied = await open(await proxy.open(new URL(testDatabase.url)));
  });

  beforeEach(() => database.query('truncate thing, outbox, audit_log'));

  afterEach(() => disarm());

  afterAll(async () => {
    for (const source of opened) await source.destroy();
    proxy.close();
    await testDatabase.drop();
  });

  const over = (source: DataSource) => new Transactions(source, new SystemClock(), new NoSignal(), 'spec-svc');
  const things = () => database.query<{ id: number; times: number }[]>('select id, times from thing order by id');

  it('say that too much is asked at once when no connection becomes free', async () => {
    const transactions = over(await open(testDatabase.url, { max: 1, connectionTimeoutMillis: 200 }));
    const refused: unknown = await transactions.run(cause, async (tx) => {
      await tx.query('select 1');
      return transactions.run(cause, () => Promise.resolve('never')).catch((error: unknown) => error);
    });
    expect(refused).toBeInstanceOf(Busy);
    expect(isTransient(refused)).toBe(true);
    expect(await transactions.run(cause, () => Promise.resolve('free again'))).toBe('free again');
  });

  it('say that too much is asked at once when a lock does not become free', async () => {
    const transactions = over(await open(testDatabase.url, { lock_timeout: 50 }));
    const refused: unknown = await over(database).run(cause, async (tx) => {
      await tx.query('lock table thing');
      return transactions
        .run(cause, (other) => other.query('insert into thing values (1, 0)'))
        .catch((error: unknown) => error);
    });
    expect(refused).toBeInstanceOf(Busy);
  });

  it('never claim that nothing was done when the answer to the commit was lost, and never do it twice', async () => {
    let runs = 0;
    proxy.cutNextCommit();
    const failure: unknown = await over(proxied)
      .run(cause, async (tx) => {
        runs++;
        await tx.query('insert into thing values (1, 0)');
      })
      .catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(OutcomeUnknown);
    expect(isTransient(failure)).toBe(true);
    expect(runs).toBe(1);
    expect(await things()).toEqual([{ id: 1, times: 0 }]);
    // The lost connection is not used again.
    await over(proxied).run(cause, (tx) => tx.query('update thing set times = 1'));
    expect(await things()).toEqual([{ id: 1, times: 1 }]);
  });

  it('do not know the outcome either when the server ends the session before it answers the commit', async () => {
    arm('before-commit', async () => {
      await database.query(
        `select pg_terminate_backend(pid, 5000) from pg_stat_activity
         where datname = current_database() and state = 'idle in transaction'`,
      );
    });
    const failure: unknown = await over(proxied)
      .run(cause, (tx) => tx.query('insert into thing values (1, 0)'))
      .catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(OutcomeUnknown);
    expect(await things()).toEqual([]);
  });

  it('know that nothing was done when the connection was lost before the commit', async () => {
    const failure: unknown = await over(proxied)
      .run(cause, async (tx) => {
        await tx.query('insert into thing values (1, 0)');
        await tx.query('select pg_terminate_backend(pg_backend_pid())');
      })
      .catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(Unavailable);
    expect(await things()).toEqual([]);
  });

  it('are not taken for committed when a statement failed whose error was swallowed', async () => {
    const attempt = over(database).run(cause, async (tx) => {
      await tx.query('insert into thing values (1, 0)');
      await tx.query('insert into thing values (1, 0)').catch(() => undefined);
    });
    await expect(attempt).rejects.toThrow('Nothing was committed');
    expect(await things()).toEqual([]);
  });

  it('plan an insert once for each connection, also when it failed at first and when its table has changed', async () => {
    const one = await open(testDatabase.url, { max: 1 });
    await one.query('create table planned (id int primary key)');
    const insert = (id: number) =>
      over(one).run(cause, async (tx) => {
        await tx.query('insert into planned (id) values ($1)', [id], 'kept');
      });
    const plans = () =>
      one.query<unknown[]>(`select 1 from pg_prepared_statements where statement like '%planned (id)%'`);
    await one.query('insert into planned values (1)');
    await expect(insert(1)).rejects.toThrow('duplicate key');
    await insert(2);
    await one.query(`alter table planned add column more text default 'new'`);
    await insert(3);
    expect(await one.query('select id, more from planned order by id')).toEqual([
      { id: 1, more: 'new' },
      { id: 2, more: 'new' },
      { id: 3, more: 'new' },
    ]);
    expect(await plans()).toHaveLength(1);
  });

  it('all get through a storm of deadlocks', async () => {
    await database.query('insert into thing values (1, 0), (2, 0)');
    const transactions = over(database);
    const both = (first: number, second: number) =>
      transactions.run(cause, async (tx) => {
        await tx.query('update thing set times = times + 1 where id = $1', [first]);
        await tx.query('update thing set times = times + 1 where id = $1', [second]);
      });
    await Promise.all([both(1, 2), both(2, 1), both(1, 2), both(2, 1)]);
    expect(await things()).toEqual([
      { id: 1, times: 4 },
      { id: 2, times: 4 },
    ]);
  });

  it.each([1, 3, 40])('write audit rows and %i events with one statement, in their order', async (count) => {
    const ids = Array.from({ length: count }, () => newId());
    await over(database).run(cause, async (tx) => {
      await tx.publish(ids.map((id) => ciCreated.of(id, 1, ci(id))));
      await tx.audit(ids.map((id) => ({ action: 'create', resourceType: 'ci', resourceId: id, after: { id } })));
      expect(await tx.query('select 1 from outbox')).toEqual([]);
    });
    const rows: { aggregate_id: string; xmin: string }[] = await database.query(
      'select aggregate_id, xmin::text from outbox order by seq',
    );
    expect(rows.map((row) => row.aggregate_id)).toEqual(ids);
    const audited: { resource_id: string; after: unknown; xmin: string }[] = await database.query(
      'select resource_id, after, xmin::text from audit_log order by id',
    );
    expect(audited.map((row) => row.resource_id)).toEqual(ids);
    expect(audited[0]?.after).toEqual({ id: ids[0] });
    expect(new Set([...rows, ...audited].map(({ xmin }) => xmin)).size).toBe(1);
  });
});

function ci(id: string) {
  const at = '2026-05-04T10:00:00.000Z';
  return {
    ...{ id, version: 1, class: 'server', name: 'web-01', attributes: {}, externalIds: [], stage: 'operate' as const },
    ...{
      operationalStatus: 'operational' as const,
      ownerGroup: null,
      criticality: 2 as const,
      createdAt: at,
      updatedAt: at,
    },
  };
}
