/**
 * The way of an alert with node:http, kafkajs and pg alone, in one process: taken over HTTP, answered after the broker's
 * acknowledgement, applied in one transaction for each batch (inbox, alert, incident, story, link, two outbox rows), and the
 * events sent and deleted. No other service reads them, nothing is correlated or validated.
 */
import { randomUUID } from 'node:crypto';
import { createServer } from 'node:http';

import { Kafka, type KafkaMessage, logLevel, Partitioners } from 'kafkajs';
import pg from 'pg';

import { listening, settingOf } from './server-settings.mts';

const IN = settingOf('BARE_TOPIC_IN');
const OUT = settingOf('BARE_TOPIC_OUT');
const pool = new pg.Pool({ connectionString: settingOf('BARE_DATABASE_URL'), max: 10 });
const kafka = new Kafka({ brokers: settingOf('BARE_BROKERS').split(','), logLevel: logLevel.NOTHING });

await pool.query(`
  create table inbox (id uuid primary key);
  create table alert (id uuid primary key, source text, dedup_key text, summary text, severity text, unique (source, dedup_key));
  create sequence serial;
  create table incident (id uuid primary key, number bigint unique, title text, state text, opened_at timestamptz);
  create table story (id uuid primary key, incident_id uuid references incident, at timestamptz, summary text);
  create table incident_alert (incident_id uuid references incident, alert_id uuid references alert, primary key (incident_id, alert_id));
  create table outbox (seq bigint generated always as identity primary key, key text, payload bytea)`);

/** One send in flight; what is asked for meanwhile goes together in the next one. */
class Sender {
  private readonly producer = kafka.producer({
    ...{ idempotent: true, maxInFlightRequests: 1, createPartitioner: Partitioners.DefaultPartitioner },
  });
  private waiting: { message: { key: string; value: Buffer }; done: () => void; failed: (error: unknown) => void }[] =
    [];
  private sending = false;

  private readonly topic: string;

  constructor(topic: string) {
    this.topic = topic;
  }

  connect(): Promise<void> {
    return this.producer.connect();
  }

  send(key: string, value: Buffer): Promise<void> {
    return new Promise((done, failed) => {
      this.waiting.push({ message: { key, value }, done, failed });
      if (!this.sending) void this.pump();
    });
  }

  private async pump(): Promise<void> {
    this.sending = true;
    while (this.waiting.length > 0) {
      const batch = this.waiting.splice(0, 500);
      try {
        await this.producer.send({ acks: -1, topic: this.topic, messages: batch.map(({ message }) => message) });
        for (const { done } of batch) done();
      } catch (error) {
        for (const { failed } of batch) failed(error);
      }
    }
    this.sending = false;
  }
}

interface Report {
  readonly id: string;
  readonly source: string;
  readonly dedupKey: string;
  readonly summary: string;
  readonly severity: string;
}

function reportOf(value: Buffer | null): Report {
  const report: unknown = JSON.parse(String(value));
  if (!isReport(report)) throw new Error(`No report: ${String(value)}`);
  return report;
}

function isReport(report: unknown): report is Report {
  return typeof report === 'object' && report !== null && 'dedupKey' in report;
}

async function apply(messages: readonly KafkaMessage[]): Promise<void> {
  const reports = messages.map(({ value }) => reportOf(value));
  const ids = reports.map(() => randomUUID());
  const incidentIds = reports.map(() => randomUUID());
  const at = new Date();
  const events = reports.flatMap((report, place) => [
    { type: 'alert', key: ids[place] ?? '', data: { ...report, id: ids[place] } },
    { type: 'incident', key: incidentIds[place] ?? '', data: { id: incidentIds[place], title: report.summary } },
  ]);
  const client = await pool.connect();
  try {
    await client.query('begin');
    await client.query('insert into inbox select * from unnest($1::uuid[])', [reports.map(({ id }) => id)]);
    await client.query(
      'insert into alert select * from unnest($1::uuid[], $2::text[], $3::text[], $4::text[], $5::text[])',
      [
        ids,
        reports.map(({ source }) => source),
        reports.map(({ dedupKey }) => dedupKey),
        reports.map(({ summary }) => summary),
        reports.map(({ severity }) => severity),
      ],
    );
    await client.query(
      `insert into incident select id, nextval('serial'), title, 'new', $3 from unnest($1::uuid[], $2::text[]) i (id, title)`,
      [incidentIds, reports.map(({ summary }) => summary), at],
    );
    await client.query(`insert into story select gen_random_uuid(), id, $2, 'opened' from unnest($1::uuid[]) i (id)`, [
      incidentIds,
      at,
    ]);
    await client.query('insert into incident_alert select * from unnest($1::uuid[], $2::uuid[])', [incidentIds, ids]);
    await client.query('insert into outbox (key, payload) select * from unnest($1::text[], $2::bytea[])', [
      events.map(({ key }) => key),
      events.map(({ type, data }) => Buffer.from(JSON.stringify({ type, data }))),
    ]);
    await client.query('commit');
  } finally {
    client.release();
  }
}

let relaying = false;
let isKicked = false;
async function relay(): Promise<void> {
  isKicked = true;
  if (relaying) return;
  relaying = true;
  while (isKicked) {
    isKicked = false;
    const { rows } = await pool.query<{ seq: string; key: string; payload: Buffer }>(
      'select seq, key, payload from outbox order by seq limit 1000',
    );
    if (rows.length === 0) break;
    await Promise.all(rows.map(({ key, payload }) => events.send(key, payload)));
    await pool.query('delete from outbox where seq = any($1::bigint[])', [rows.map(({ seq }) => seq)]);
    isKicked ||= rows.length === 1000;
  }
  relaying = false;
}

const reports = new Sender(IN);
const events = new Sender(OUT);
await Promise.all([reports.connect(), events.connect()]);
const consumer = kafka.consumer({ groupId: IN });
await consumer.connect();
await consumer.subscribe({ topic: IN, fromBeginning: true });
await consumer.run({
  autoCommit: false,
  eachBatch: async (payload) => {
    const { batch } = payload;
    await apply(batch.messages);
    relay().catch((error: unknown) => {
      throw error;
    });
    const { topic, partition } = batch;
    await consumer.commitOffsets([{ topic, partition, offset: String(BigInt(batch.lastOffset()) + 1n) }]);
    await payload.heartbeat();
  },
});

const server = createServer((request, response) => {
  const chunks: Buffer[] = [];
  request.on('data', (chunk: Buffer) => chunks.push(chunk));
  request.on('end', () => {
    const report: unknown = JSON.parse(Buffer.concat(chunks).toString());
    if (!isReport(report)) return void response.writeHead(400).end();
    const id = randomUUID();
    reports.send(report.dedupKey, Buffer.from(JSON.stringify({ ...report, id }))).then(
      () => response.writeHead(202, { 'content-type': 'application/json' }).end(JSON.stringify({ eventId: id })),
      () => response.writeHead(503).end(),
    );
  });
});
server.listen(0, '127.0.0.1', () => listening(server.address()));
