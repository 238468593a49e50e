/**
 * One measured block of the backbone by itself, on the database and broker that the environment names. Prints JSON.
 * `node measure-backbone.js <measure> <amount>`, with one of `MEASURES`; `npm run bench -- relay` and the others call it.
 */
import { auditTopics, domainTopics } from '@itops/contracts';
import { newId, Readiness, SystemClock } from '@itops/kit';
import { DataSource } from 'typeorm';

import { messagingMigrations, Transactions } from '../src';
import { append, type OutboxRow } from '../src/outbox/append';
import { OutboxChannel } from '../src/outbox/outbox-channel';
import { InServiceSignal, NoSignal } from '../src/outbox/outbox-signal';
import { partOf } from '../src/outbox/parts';
import { Relay } from '../src/outbox/relay';
import { type EventTransport } from '../src/port';
import { Meters } from '../src/telemetry/meters';
import { createTransport } from '../src/transports/create-transport';
import { auditCost } from './audit-cost';
import { alertOf, consume, fillTopic } from './consume';

const TOPIC = domainTopics.incident;
const CAUSE = { actor: 'bench', correlationId: newId() };
/** As large as an incident's event. */
const FILLING = 'x'.repeat(700);

class Bed {
  private constructor(
    readonly database: DataSource,
    readonly transport: EventTransport,
  ) {}

  static async open(): Promise<Bed> {
    const { BENCH_DATABASE_URL: url = '', BENCH_KAFKA_BROKERS = '', BENCH_TOPIC_PREFIX: prefix = '' } = process.env;
    const extra = { max: 20, pipeline: true };
    const database = await new DataSource({
      type: 'postgres',
      url,
      migrations: [...messagingMigrations],
      extra,
    }).initialize();
    await database.runMigrations();
    // Each block begins with empty tables.
    await database.query('alter table audit_log disable trigger user');
    await database.query(
      'create table if not exists thing (id uuid primary key, version int not null, body jsonb not null)',
    );
    const brokers = BENCH_KAFKA_BROKERS.split(',');
    const transport = await createTransport({ service: 'bench', brokers, prefix });
    await ensureTopics(transport);
    return new Bed(database, transport);
  }

  newRelay(): { relay: Relay; channel: OutboxChannel } {
    const channel = new OutboxChannel(this.database);
    const relay = new Relay(this.database, this.transport, new Meters(), channel, new Readiness(), {});
    return { relay, channel };
  }

  /** Rows that wait, of many aggregates. */
  async fill(count: number): Promise<void> {
    for (let done = 0; done < count; done += 500) {
      const rows = Array.from({ length: Math.min(500, count - done) }, () => rowOf(newId()));
      await append({ query: (sql, params = []) => this.database.query(sql, [...params]) }, rows);
    }
    await this.database.query('vacuum analyze outbox');
  }

  async untilEmpty(): Promise<void> {
    for (;;) {
      const rows: unknown[] = await this.database.query('select 1 from outbox limit 1');
      if (rows.length === 0) return;
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
  }

  async close(): Promise<void> {
    await this.transport.close();
    await this.database.destroy();
  }
}

/** A broker that has just begun may not know yet what it was told to create. */
async function ensureTopics(transport: EventTransport): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    try {
      await transport.ensureTopics([TOPIC, domainTopics.alert, auditTopics.audit]);
      return;
    } catch (error) {
      if (attempt === 10) throw error;
      await new Promise((resolve) => setTimeout(resolve, 500));
    }
  }
}

function rowOf(id: string): OutboxRow {
  const payload = Buffer.from(
    JSON.stringify({ specversion: '1.0', id, source: 'bench', filling: FILLING, at: Date.now() }),
  );
  return {
    ...{ id, aggregateType: 'incident', aggregateId: id, aggregateVersion: 1, part: partOf('incident', id) },
    ...{ topic: TOPIC.name, type: 'bench', headers: { 'content-type': 'application/cloudevents+json' } },
    ...{ payload, createdAt: new Date() },
  };
}

/** How fast what waits leaves the outbox. The caller counts the records on the topic. */
async function relay(bed: Bed, amount: number): Promise<object> {
  const { relay: measured } = bed.newRelay();
  await bed.database.query(`update outbox_lease set owner = null, expires_at = '-infinity'`);
  await bed.fill(amount);
  const cpu = process.cpuUsage();
  const begin = performance.now();
  measured.onApplicationBootstrap();
  await bed.untilEmpty();
  const seconds = (performance.now() - begin) / 1_000;
  const { user, system } = process.cpuUsage(cpu);
  await measured.beforeApplicationShutdown();
  return { events: amount, seconds, perSecond: amount / seconds, cpuMicrosPerEvent: (user + system) / amount };
}

/** Writes of a state row and its audit row, with and without an event, 12 at a time; the relay is not counted in. */
async function outboxCost(bed: Bed, seconds: number): Promise<object> {
  const transactions = new Transactions(bed.database, new SystemClock(), new NoSignal(), 'bench');
  const write = async (publishes: boolean): Promise<void> => {
    const id = newId();
    await transactions.run(CAUSE, async (tx) => {
      await tx.query('insert into thing values ($1, 1, $2)', [id, JSON.stringify({ FILLING })]);
      if (publishes) await tx.publish([alertOf(id)]);
      await tx.audit([{ action: 'open', resourceType: 'incident', resourceId: id, after: { FILLING } }]);
    });
  };
  const block = async (publishes: boolean): Promise<number> => {
    let done = 0;
    const begin = performance.now();
    const writer = async (): Promise<void> => {
      for (; performance.now() - begin < seconds * 1_000; done++) await write(publishes);
    };
    await Promise.all(Array.from({ length: 12 }, writer));
    return done / ((performance.now() - begin) / 1_000);
  };
  await block(true);
  await bed.database.query('truncate thing, outbox, audit_log');
  const rates = { plain: [0], outbox: [0] };
  for (const order of ['ABBA', 'BAAB', 'ABBA', 'BAAB']) {
    for (const side of order) {
      const rate = await block(side === 'B');
      (side === 'A' ? rates.plain : rates.outbox).push(rate);
    }
  }
  const [events] = await bed.database.query<{ rows: number; things: number; audited: number }[]>(
    `select (select count(*)::int from outbox) as rows, (select count(*)::int from thing) as things,
            (select count(*)::int from audit_log) as audited`,
  );
  await bed.database.query('truncate thing, outbox, audit_log');
  return { plain: rates.plain.slice(1), outbox: rates.outbox.slice(1), ...events };
}

/** From the answer of a write on an idle system to the acknowledgement of its event by the broker, milliseconds. */
async function commitToKafka(bed: Bed, amount: number): Promise<object> {
  const acknowledged = new Map<string, number>();
  const publishBatch = bed.transport.publishBatch.bind(bed.transport);
  bed.transport.publishBatch = async (records, options) => {
    await publishBatch(records, options);
    const at = performance.now();
    for (const { key } of records) if (key !== null) acknowledged.set(key, at);
  };
  const { relay: publisher, channel } = bed.newRelay();
  await bed.database.query(`update outbox_lease set owner = null, expires_at = '-infinity'`);
  publisher.onApplicationBootstrap();
  const transactions = new Transactions(
    bed.database,
    new SystemClock(),
    new InServiceSignal(publisher, channel),
    'bench',
  );
  const samples: number[] = [];
  for (let serial = -20; serial < amount; serial++) {
    const id = newId();
    await transactions.run(CAUSE, async (tx) => {
      await tx.query('insert into thing values ($1, 1, $2)', [id, JSON.stringify({ FILLING })]);
      await tx.publish([alertOf(id)]);
    });
    const committed = performance.now();
    while (!acknowledged.has(id)) await new Promise((resolve) => setTimeout(resolve, 0.2));
    if (serial >= 0) samples.push(Math.max(0, (acknowledged.get(id) ?? 0) - committed));
    await new Promise((resolve) => setTimeout(resolve, 8 + Math.random() * 8));
  }
  await bed.untilEmpty();
  await publisher.beforeApplicationShutdown();
  return { samples };
}

/** For a peer that empties it. */
async function fill(bed: Bed, amount: number): Promise<object> {
  await bed.fill(amount);
  return { amount };
}

const MEASURES = {
  ...{ fill, relay, 'outbox-cost': outboxCost, 'commit-to-kafka': commitToKafka },
  'fill-topic': async ({ transport }: Bed, amount: number) => {
    await fillTopic(transport, amount);
    return { amount };
  },
  'audit-cost': ({ transport }: Bed, seconds: number) =>
    auditCost(process.env['BENCH_DATABASE_URL'] ?? '', transport, seconds),
  consumers: ({ database, transport }: Bed, amount: number) => consume(database, transport, amount),
};

async function main(): Promise<void> {
  const [name = '', amount = '0'] = process.argv.slice(2);
  const measure = Object.entries(MEASURES).find(([known]) => known === name)?.[1];
  if (measure === undefined) throw new Error(`Which one? ${Object.keys(MEASURES).join(', ')}`);
  const bed = await Bed.open();
  process.stdout.write(`${JSON.stringify(await measure(bed, Number(amount)))}\n`);
  await bed.close();
}

void main();
