import { generateKeyPairSync } from 'node:crypto';

import { newId, Readiness, SystemClock } from '@itops/kit';
import { DataSource } from 'typeorm';

import { messagingMigrations, Transactions } from '../src';
import { AuditSealer } from '../src/audit/audit-sealer';
import { CheckpointOutlets } from '../src/audit/checkpoint-outlets';
import { CheckpointSigner } from '../src/audit/checkpoint-signer';
import { domainEventRow, outboxInsert } from '../src/outbox/append';
import { OutboxChannel } from '../src/outbox/outbox-channel';
import { InServiceSignal } from '../src/outbox/outbox-signal';
import { Relay } from '../src/outbox/relay';
import { type EventTransport } from '../src/port';
import { Meters } from '../src/telemetry/meters';
import { auditInsert } from '../src/transactions/audit-insert';
import { alertOf } from './consume';

const WRITERS = 12;
const CAUSE = { actor: 'user:bench', credential: 'jwt:bench', correlationId: newId(), requestId: newId() };
const ENTRY = { action: 'open', resourceType: 'incident', after: { filling: 'x'.repeat(700) } };

/**
 * before: the row as it was written before there was a chain, with the two indexes that it then had. unchained: without
 * those. chained: announced, sealed, attested and published while the writers go on.
 */
const SIDES = ['before', 'unchained', 'chained'] as const;
type Side = (typeof SIDES)[number];

interface Rig {
  write(): Promise<void>;
  /** Resolves when everything written is sealed and published. */
  settled(): Promise<void>;
  stop(): Promise<void>;
}

/** Writes a second of a state row, its audit row and its event; the relay works beside them on all sides. */
export async function auditCost(url: string, transport: EventTransport, seconds: number): Promise<object> {
  const admin = await new DataSource({ type: 'postgres', url }).initialize();
  const rates: Record<Side, number[]> = { before: [], unchained: [], chained: [] };
  const lags: number[] = [];
  const orders = ['before unchained chained', 'chained unchained before'];
  for (const [round, order] of [orders[0], ...orders, ...orders].entries()) {
    for (const side of SIDES.toSorted((one, other) => (order ?? '').indexOf(one) - (order ?? '').indexOf(other))) {
      const rig = await openRig(admin, url, transport, side);
      const rate = await block(rig, seconds);
      const end = performance.now();
      await rig.settled();
      if (round > 0) rates[side].push(rate);
      if (round > 0 && side === 'chained') lags.push(performance.now() - end);
      await rig.stop();
    }
  }
  await admin.destroy();
  return { ...rates, lags };
}

async function block(rig: Rig, seconds: number): Promise<number> {
  const warm = performance.now();
  const writer = async (begin: number, length: number): Promise<number> => {
    let done = 0;
    for (; performance.now() - begin < length * 1_000; done++) await rig.write();
    return done;
  };
  const all = (begin: number, length: number) =>
    Promise.all(Array.from({ length: WRITERS }, () => writer(begin, length)));
  await all(warm, 0.5);
  const begin = performance.now();
  const done = (await all(begin, seconds)).reduce((sum, count) => sum + count, 0);
  return done / ((performance.now() - begin) / 1_000);
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
    await database.query(`alter table audit_log alter column salt drop default;
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
    write: () => (side === 'chained' ? chained(transactions) : unchained(transactions)),
    settled: () => settled(database),
    stop: async () => {
      if (side === 'chained') await sealer.beforeApplicationShutdown();
      await relay.beforeApplicationShutdown();
      await database.destroy();
      await admin.query(`drop database ${name} with (force)`);
    },
  };
}

async function chained(transactions: Transactions): Promise<void> {
  const id = newId();
  await transactions.run(CAUSE, async (tx) => {
    await tx.query('insert into thing values ($1, 1, $2)', [id, JSON.stringify(ENTRY.after)]);
    await tx.publish([alertOf(id)]);
    await tx.audit([{ ...ENTRY, resourceId: id }]);
  });
}

/** The same statements but for the announcement. */
async function unchained(transactions: Transactions): Promise<void> {
  const id = newId();
  await transactions.run(CAUSE, async (tx) => {
    await tx.query('insert into thing values ($1, 1, $2)', [id, JSON.stringify(ENTRY.after)]);
    const now = new Date();
    const audit = auditInsert([{ at: now, entry: { ...ENTRY, resourceId: id }, cause: CAUSE }]);
    // Without the last parameter, which is the announcement's.
    const params = audit.params.slice(0, -1);
    const outbox = outboxInsert([domainEventRow(alertOf(id), CAUSE, 'bench', now)], params.length + 1);
    await tx.query(`with audited as (${audit.rows}) ${outbox.sql}`, [...params, ...outbox.params]);
  });
}

async function settled(database: DataSource): Promise<void> {
  for (;;) {
    const rows: unknown[] = await database.query('select 1 from outbox union all select 1 from audit_pending limit 1');
    if (rows.length === 0) return;
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}
