import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { databaseOf } from '../evidence/tables.mts';
import { cutAtCommit, PASS } from '../proxies/behaviour.mts';
import { type Fault, MINUTE, type Scene } from './fault.mts';

const LIMITS = { recoverMs: MINUTE, repeats: true } as const;
const MOST_CONNECTIONS = 300;
const AT_ONCE = 10;
const STORM_CLIENTS = 6;

/** Somebody else on the same server. @throws when no connection is free */
async function foreignClient(connectionString: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString, application_name: 'foreign', connectionTimeoutMillis: 3_000 });
  // The server may go away, and that is no news here.
  client.on('error', () => undefined);
  await client.connect();
  return client;
}

async function end(clients: readonly pg.Client[]): Promise<void> {
  await Promise.all(clients.map((client) => client.end().catch(() => undefined)));
}

/** Takes every connection that is free, and for so long those that become free. */
async function exhaust({ servers: { databaseUrl } }: Scene, holdMs: number): Promise<pg.Client[]> {
  const first = await foreignClient(databaseUrl);
  const taken: pg.Client[] = [first];
  for (let until = Number.POSITIVE_INFINITY; Date.now() < until;) {
    const tries = await Promise.allSettled(Array.from({ length: AT_ONCE }, () => foreignClient(databaseUrl)));
    taken.push(...tries.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : [])));
    if (tries.every(({ status }) => status === 'fulfilled') && taken.length < MOST_CONNECTIONS) continue;
    until = Math.min(until, Date.now() + holdMs);
    // The platform's own connections are taken from it, too.
    await first.query(
      `select pg_terminate_backend(pid) from pg_stat_activity where application_name like '%-svc%' and random() < 0.3`,
    );
  }
  return taken;
}

/** Pairs of rows that others lock too, in any order. */
const CONTESTED: Readonly<Record<'incident-svc' | 'cmdb-svc', readonly string[]>> = {
  'incident-svc': ['select id from incident order by random() limit 1 for update', lockLease()],
  'cmdb-svc': ['select id from ci order by random() limit 1 for update', lockLease()],
};

function lockLease(): string {
  return 'select part from outbox_lease where part = floor(random() * 16) for update';
}

async function storm(url: string, statements: readonly string[], untilMs: number): Promise<number> {
  const client = await foreignClient(url);
  let deadlocks = 0;
  try {
    while (Date.now() < untilMs) {
      try {
        await client.query('begin');
        for (const sql of [...statements, ...statements, ...statements]) {
          await client.query(sql);
          await sleep(20);
        }
        await client.query('commit');
      } catch {
        deadlocks++;
        await client.query('rollback');
      }
    }
  } finally {
    await client.end().catch(() => undefined);
  }
  return deadlocks;
}

export const DATABASE_FAULTS: readonly Fault[] = [
  {
    name: 'postgres-kill',
    target: 'PostgreSQL, SIGKILL',
    limits: LIMITS,
    async inject({ random, servers: { postgres } }) {
      await postgres.server.kill('SIGKILL');
      await sleep(500 + random.below(3_000));
      return () => postgres.server.restart();
    },
  },
  {
    name: 'postgres-connection-cap',
    target: 'all connections of PostgreSQL',
    limits: LIMITS,
    async inject(scene) {
      const taken = await exhaust(scene, scene.isShort ? 6_000 : 25_000);
      scene.note(`${taken.length} foreign connections`);
      return () => end(taken);
    },
  },
  {
    name: 'postgres-table-lock',
    target: 'a table of incident-svc, 60 s',
    limits: LIMITS,
    async inject({ isShort, note, platform, random }) {
      const client = await foreignClient(databaseOf(platform.databases, 'incident-svc'));
      const table = random.pick(['incident', 'outbox', 'applied']);
      await client.query('begin');
      await client.query(`lock table ${table} in access exclusive mode`);
      await sleep(isShort ? 6_000 : MINUTE);
      note(`table ${table}`);
      return () => end([client]);
    },
  },
  {
    name: 'postgres-idle-transaction',
    target: 'an open transaction, 5 min',
    limits: { recoverMs: MINUTE, repeats: false },
    async inject({ isShort, platform }) {
      const client = await foreignClient(databaseOf(platform.databases, 'incident-svc'));
      await client.query('begin isolation level repeatable read');
      await client.query('select pg_current_xact_id(), count(*) from outbox');
      await sleep(isShort ? 6_000 : 5 * MINUTE);
      return () => end([client]);
    },
  },
  {
    name: 'postgres-deadlock-storm',
    target: 'rows of incident-svc and cmdb-svc',
    limits: LIMITS,
    async inject({ isShort, note, platform }) {
      const until = Date.now() + (isShort ? 6_000 : 30_000);
      const storms = (['incident-svc', 'cmdb-svc'] as const).flatMap((service) =>
        Array.from({ length: STORM_CLIENTS / 2 }, () =>
          storm(databaseOf(platform.databases, service), CONTESTED[service], until),
        ),
      );
      const deadlocks = await Promise.all(storms);
      note(`${deadlocks.reduce((sum, count) => sum + count, 0)} foreign transactions were broken off`);
      return () => Promise.resolve();
    },
  },
  {
    name: 'postgres-commit-cut',
    target: 'connections to PostgreSQL at COMMIT',
    limits: LIMITS,
    async inject({ isShort, note, random, servers: { postgres } }) {
      const cutting = cutAtCommit(5 + random.below(10));
      postgres.proxy.behaviour = cutting;
      await sleep(isShort ? 6_000 : 30_000);
      return () => {
        postgres.proxy.behaviour = PASS;
        note(`${cutting.cuts()} commits without an answer`);
        return Promise.resolve();
      };
    },
  },
];
