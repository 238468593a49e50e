/**
 * How fast the relay empties a full outbox, beside a bare script that does the same work with pg and kafkajs alone: read,
 * send with acks=all, delete. Blocks A-B-B-A; a block counts when the table is empty and the topic has grown by all of it.
 */
import { Kafka, logLevel, Partitioners } from 'kafkajs';
import pg from 'pg';

import { DURABILITY, median, numberIn, openBed, ratio } from './measure/backbone.mts';
import { report } from './measure/report.mts';

const EVENTS = Number(process.env['BENCH_EVENTS'] ?? 20_000);
const ROUNDS = Number(process.env['BENCH_ROUNDS'] ?? 4);
const TOPIC = 'itops.incident.v1';

const bed = await openBed();
const bare = new pg.Client({ connectionString: bed.databaseUrl });
await bare.connect();
const producer = new Kafka({ brokers: bed.brokers, logLevel: logLevel.NOTHING }).producer({
  idempotent: true,
  maxInFlightRequests: 1,
  createPartitioner: Partitioners.DefaultPartitioner,
});
await producer.connect();

async function relayed(): Promise<number> {
  const before = await bed.recordsOn(TOPIC);
  const figures = await bed.measure('relay', EVENTS);
  const arrived = (await bed.recordsOn(TOPIC)) - before;
  if (arrived !== EVENTS) throw new Error(`${arrived} records arrived of ${EVENTS}`);
  cpu.push(numberIn(figures, 'cpuMicrosPerEvent'));
  return numberIn(figures, 'perSecond');
}

async function scripted(): Promise<number> {
  await bed.measure('fill', EVENTS);
  const before = await bed.recordsOn(TOPIC);
  const begin = performance.now();
  for (;;) {
    const { rows } = await bare.query<{ seq: string; key: string; payload: Buffer }>(
      'select seq, aggregate_id as key, payload from outbox order by seq limit 1000',
    );
    if (rows.length === 0) break;
    const messages = rows.map(({ key, payload }) => ({ key, value: payload, headers: { 'content-type': 'x' } }));
    await producer.sendBatch({ acks: -1, topicMessages: [{ topic: TOPIC, messages }] });
    await bare.query('delete from outbox where seq = any($1::bigint[])', [rows.map(({ seq }) => seq)]);
  }
  const seconds = (performance.now() - begin) / 1_000;
  const arrived = (await bed.recordsOn(TOPIC)) - before;
  if (arrived !== EVENTS) throw new Error(`${arrived} records arrived of ${EVENTS}`);
  return EVENTS / seconds;
}

const cpu: number[] = [];
const ours: number[] = [];
const theirs: number[] = [];
await relayed();
cpu.length = 0;
for (let round = 0; round < ROUNDS; round++) {
  const order = round % 2 === 0 ? ['ours', 'theirs'] : ['theirs', 'ours'];
  for (const side of order) (side === 'ours' ? ours : theirs).push(await (side === 'ours' ? relayed() : scripted()));
}
await producer.disconnect();
await bare.end();
await bed.close();
const { median: middle, low, high } = ratio(ours, theirs);
report('relay', { 'events a block': EVENTS, rounds: ROUNDS, durability: DURABILITY }, [
  { what: 'relay drains', value: median(ours), unit: 'events/s', goal: '≥ 12,000' },
  { what: 'bare pg + kafkajs script', value: median(theirs), unit: 'events/s' },
  { what: 'ratio of the two', value: middle, unit: `(95 %: ${low.toFixed(2)} to ${high.toFixed(2)})`, goal: '≥ 0.5' },
  { what: "relay's own processor time", value: median(cpu), unit: 'µs/event' },
]);
