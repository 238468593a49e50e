/**
 * What sealing the audit trail takes of an incident by REST, in time of the processors over all processes of the platform that
 * `npm start` runs from this folder: blocks with it and without it, A-B-B-A. Without it means that this program holds the
 * right to seal in every service's database, and seals nothing; what waited is sealed before the next block.
 */
import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

import pg from 'pg';

import { postgresUrl } from '../infra/index.mts';
import { median, ratio } from './measure/backbone.mts';
import { Gateway } from './measure/gateway.mts';
import { openLoop } from './measure/load.mts';
import { processorTime, spentSince } from './measure/processors.mts';
import { report } from './measure/report.mts';
import { root, seconds, target } from './measure/settings.mts';

const rate = Number(process.env['BENCH_RATE'] ?? 100);
const rounds = Number(process.env['BENCH_ROUNDS'] ?? 4);
const length = seconds('BENCH_SECONDS', 10);
const HOLDER = randomUUID();
/** A sealer renews its right so often that it knows by then. */
const NOTICE_MS = 4_000;
/** Consumers have the last event by then. */
const SETTLE_MS = 2_000;
const LONGEST_SEALING_MS = 60_000;

const gateway = new Gateway(target(), 64);
const databases = await connect();
const run = randomUUID().slice(0, 8);
let holding: NodeJS.Timeout | undefined;

async function connect(): Promise<pg.Client[]> {
  const password = readFileSync(path.join(root, '.itops', 'postgres-password'), 'utf8').trim();
  const server = postgresUrl(Number(process.env['POSTGRES_PORT'] ?? 15_432), password);
  const admin = new pg.Client({ connectionString: server });
  await admin.connect();
  const { rows } = await admin.query<{ datname: string }>(
    "select datname from pg_database where datname like 'itops\\_%'",
  );
  await admin.end();
  return Promise.all(
    rows.map(async ({ datname }) => {
      const url = new URL(server);
      url.pathname = `/${datname}`;
      const client = new pg.Client({ connectionString: url.href });
      await client.connect();
      return client;
    }),
  );
}

async function everywhere(statement: string, values: readonly unknown[] = []): Promise<Record<string, unknown>[]> {
  const results = await Promise.all(
    databases.map((client) => client.query<Record<string, unknown>>(statement, [...values])),
  );
  return results.flatMap(({ rows }) => rows);
}

async function hold(): Promise<void> {
  const take = () =>
    everywhere("update audit_head set owner = $1, expires_at = clock_timestamp() + interval '20 seconds'", [HOLDER]);
  await take();
  holding = setInterval(() => void take(), NOTICE_MS / 2);
}

async function letGo(): Promise<void> {
  clearInterval(holding);
  await everywhere("update audit_head set owner = null, expires_at = '-infinity' where owner = $1", [HOLDER]);
}

async function untilSealed(): Promise<void> {
  for (const end = Date.now() + LONGEST_SEALING_MS; Date.now() < end; await pause(250)) {
    const waiting = await everywhere('select count(*)::int as rows from audit_unsealed');
    if (waiting.every(({ rows }) => rows === 0)) return;
  }
  throw new Error(`Rows of the audit log still wait to be sealed after ${LONGEST_SEALING_MS / 1_000} s`);
}

/** Microseconds for each incident. */
async function block(isSealed: boolean, name: string): Promise<number> {
  if (isSealed) await untilSealed();
  else await hold();
  await pause(NOTICE_MS);
  const before = processorTime();
  const sent = await openLoop(rate, length, async (serial) => {
    const title = `bench ${run} ${name}-${serial}`;
    await gateway.post('/v1/incidents', JSON.stringify({ title, impact: 3, urgency: 3 }), 201);
  });
  if (isSealed) await untilSealed();
  await pause(SETTLE_MS);
  const spent = [...spentSince(before).values()].reduce((sum, micros) => sum + micros, 0);
  if (!isSealed) await letGo();
  return spent / sent;
}

const [sealed, unsealed]: [number[], number[]] = [[], []];
await block(true, 'warm');
for (let round = 0; round < rounds; round++) {
  for (const isSealed of round % 2 === 0 ? [true, false] : [false, true]) {
    (isSealed ? sealed : unsealed).push(await block(isSealed, `${round}-${isSealed ? 'sealed' : 'unsealed'}`));
  }
}
await gateway.close();
await Promise.all(databases.map((client) => client.end()));
const { median: middle, low, high } = ratio(unsealed, sealed);
report('audit-share', { 'rate a second': rate, rounds, 'seconds a block': length }, [
  { what: 'an incident by REST, sealed and copied', value: median(sealed), unit: 'µs' },
  { what: '… sealed by nobody', value: median(unsealed), unit: 'µs' },
  {
    what: 'cost of sealing in throughput',
    value: (1 - middle) * 100,
    unit: `% (95 %: ${((1 - high) * 100).toFixed(1)} to ${((1 - low) * 100).toFixed(1)})`,
    goal: '≤ 5',
  },
]);
