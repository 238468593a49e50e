import { generateKeyPairSync } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';

import { newId, Readiness, SystemClock } from '@itops/kit';
import { DataSource } from 'typeorm';

import { messagingMigrations, Transactions } from '../src';
import { AuditSealer } from '../src/audit/audit-sealer';
import { CheckpointOutlets } from '../src/audit/checkpoint-outlets';
import { CheckpointSigner } from '../src/audit/checkpoint-signer';
import { OutboxChannel } from '../src/outbox/outbox-channel';
import { InServiceSignal } from '../src/outbox/outbox-signal';
import { Relay } from '../src/outbox/relay';
import { type EventTransport } from '../src/port';
import { Meters } from '../src/telemetry/meters';
import { alertOf } from './consume';

const WRITERS = 12;
const CAUSE = { actor: 'user:bench', credential: 'jwt:bench', correlationId: newId(), requestId: newId() };
const ENTRY = { action: 'open', resourceType: 'incident', after: { filling: 'x'.repeat(700) } };

/**
 * before: the row as it was written before there was a chain, with the indexes that it then had. unchained: as it is
 * written now, but nobody seals. chained: sealed, attested and published while the writers go on.
 */
const SIDES = ['before', 'unchained', 'chained'] as const;
type Side = (typeof SIDES)[number];

interface Rig {
  readonly side: Side;
  readonly rates: number[];
  /** Of this process and PostgreSQL for each write and all that follows from it, microseconds of a core. */
  readonly costs: number[];
  /** How long it took after each block until all was sealed and published, milliseconds. */
  readonly lags: number[];
  write(): Promise<void>;
  /** Resolves when everything written is sealed and published. */
  settled(): Promise<void>;
  stop(): Promise<void>;
}

/** Short blocks, so that what else the machine does meets all sides alike. */
const ROUNDS = 16;
/** Seldom, since each look is work that would be counted. */
const LOOK_EVERY_MS = 250;

/** Writes of a state row, its audit row and its event, by turns on the three sides; the relay works on all of them. */
export async function auditCost(url: string, transport: EventTransport, seconds: number): Promise<object> {
  const admin = await new DataSource({ type: 'postgres', url }).initialize();
  const rigs: Rig[] = [];
  const postmaster = await postmasterOf(admin);
  for (const side of SIDES) rigs.push(await openRig(admin, url, transport, side));
  for (const rig of rigs) await block(rig, 2);
  for (let round = 0; round < ROUNDS; round++) {
    for (const rig of round % 2 === 0 ? rigs : rigs.toReversed()) {
      const before = cpuMicros(postmaster);
      const { writes, perSecond } = await block(rig, seconds);
      const end = performance.now();
      await rig.settled();
      rig.lags.push(performance.now() - end);
      rig.rates.push(perSecond);
      rig.costs.push((cpuMicros(postmaster) - before) / writes);
    }
  }
  for (const rig of rigs) await rig.stop();
  await admin.destroy();
  return Object.fromEntries(
    rigs.flatMap(({ side, rates, costs, lags }) => [
      [side, rates],
      [`${side}Cpu`, costs],
      [`${side}Lags`, lags],
    ]),
  );
}

async function block(rig: Rig, seconds: number): Promise<{ writes: number; perSecond: number }> {
  let done = 0;
  const begin = performance.now();
  const writer = async (): Promise<void> => {
    for (; performance.now() - begin < seconds * 1_000; done++) await rig.write();
  };
  await Promise.all(Array.from({ length: WRITERS }, writer));
  return { writes: done, perSecond: done / ((performance.now() - begin) / 1_000) };
}

async function postmasterOf(admin: DataSource): Promise<number> {
  const [row]: { pid: string }[] = await admin.query(`select pg_read_file('postmaster.pid', 0, 16) as pid`);
  return Number(row?.pid.split('\n')[0]);
}

/** So far, of this process and of the database's processes; those that have ended count to the one that began them. */
function cpuMicros(postmaster: number): number {
  const { user, system } = process.cpuUsage();
  const ticks = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .reduce((sum, pid) => sum + ticksOf(pid, postmaster), 0);
  return user + system + ticks * 10_000;
}

function ticksOf(pid: string, postmaster: number): number {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const fields = stat
      .slice(stat.lastIndexOf(')') + 2)
      .split(' ')
      .map(Number);
    const [parent, user = 0, system = 0, endedUser = 0, endedSystem = 0] = [fields[1], ...fields.slice(11, 15)];
    if (Number(pid) === postmaster) return user + system + endedUser + endedSystem;
    return parent === postmaster ? user + system : 0;
  } catch {
    return 0;
  }
}

async function openRig(admin: DataSource, url: string, transport: EventTransport, side: Side): Promise<Rig> {
  const name = `audit_${side}_${newId().slice(-8)}`;
  await admin.query(`create database ${name}`);
  const at = new URL(url);
  at.pathname = `/${name}`;
  const migrations = [...messagingMigrations];
  const extra = { max: 20, pipeline: true };
  const database = await new DataSource({ type: 'postgres', url: at.href, migrations, extra }).initialize();
  await database.runMigrations();
  await database.query('create table thing (id uuid primary key, version int not null, body jsonb not null)');
  if (side === 'before') {
    await database.query(`alter table audit_log alter column salt drop default, alter column position drop default,
        drop constraint audit_log_pkey, alter column position drop not null, add primary key (id);
      create index audit_log_by_actor on audit_log (actor, at desc, id desc);
      create index audit_log_newest on audit_log (at desc, id desc)`);
  }
  const channel = new OutboxChannel(database);
  const relay = new Relay(database, transport, new Meters(), channel, new Readiness(), {});
  const transactions = new Transactions(database, new SystemClock(), new InServiceSignal(relay, channel), 'bench');
  const { privateKey } = generateKeyPairSync('ed25519');
  const options = { signingKey: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString() };
  const outlets = new CheckpointOutlets(database, 'bench', options);
  const sealer = new AuditSealer(
    ...([database, transactions, new SystemClock(), new CheckpointSigner(options), outlets] as const),
    ...(['bench', options, new Readiness()] as const),
  );
  relay.onApplicationBootstrap();
  if (side === 'chained') sealer.onApplicationBootstrap();
  return {
    ...{ side, rates: [], costs: [], lags: [] },
    write: () => write(transactions),
    settled: () => settled(database, side === 'chained' ? ['outbox', 'audit_unsealed'] : ['outbox']),
    stop: async () => {
      if (side === 'chained') await sealer.beforeApplicationShutdown();
      await relay.beforeApplicationShutdown();
      await channel.onApplicationShutdown();
      await database.destroy();
      await admin.query(`drop database ${name} with (force)`);
    },
  };
}

async function write(transactions: Transactions): Promise<void> {
  const id = newId();
  await transactions.run(CAUSE, async (tx) => {
    await tx.query('insert into thing values ($1, 1, $2)', [id, JSON.stringify(ENTRY.after)]);
    await tx.publish([alertOf(id)]);
    await tx.audit([{ ...ENTRY, resourceId: id }]);
  });
}

/** Resolves when nothing is left in these tables. */
async function settled(database: DataSource, tables: readonly string[]): Promise<void> {
  const any = tables.map((table) => `select 1 from ${table}`).join(' union all ');
  for (;;) {
    const rows: unknown[] = await database.query(`${any} limit 1`);
    if (rows.length === 0) return;
    await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS));
  }
}
