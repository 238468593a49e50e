/**
 * How fast a consumer applies events, the whole way from Kafka to the committed effect and the committed offset, beside a
 * bare script that does inbox and effect with pg and kafkajs alone, also 500 in a transaction. Blocks A-B-B-A, each
 * reads the same fresh topic from its beginning; a block counts when each event has had its effect exactly once.
 */
import { randomUUID } from 'node:crypto';

import { type EachBatchPayload, Kafka, logLevel } from 'kafkajs';
import pg from 'pg';

import { DURABILITY, median, numberIn, openBed, ratio } from './measure/backbone.mts';
import { report } from './measure/report.mts';

const EVENTS = Number(process.env['BENCH_EVENTS'] ?? 20_000);
const ROUNDS = Number(process.env['BENCH_ROUNDS'] ?? 4);
const AT_ONCE = 500;

const prefix = `bench-${randomUUID().slice(0, 8)}.`;
const TOPIC = `${prefix}itops.alert.v1`;

const bed = await openBed(prefix);
const bare = new pg.Client({ connectionString: bed.databaseUrl });
await bare.connect();
await bed.measure('fill-topic', EVENTS);
await bare.query(`
  create table if not exists effect (
    consumer text, aggregate_id uuid, version int, summary text, primary key (consumer, aggregate_id, version))`);
const kafka = new Kafka({ brokers: bed.brokers, logLevel: logLevel.NOTHING });

interface CloudEvent {
  readonly id: string;
  readonly data: { readonly id: string; readonly version: number; readonly summary: string };
}

async function applied(): Promise<number> {
  const figures = await bed.measure('consumers', EVENTS);
  await verify(String(figures['consumer']));
  cpu.push(numberIn(figures, 'cpuMicrosPerEvent'));
  return numberIn(figures, 'perSecond');
}

async function scripted(): Promise<number> {
  const name = `script-${randomUUID()}`;
  const consumer = kafka.consumer({ groupId: name });
  await consumer.connect();
  await consumer.subscribe({ topics: [TOPIC], fromBeginning: true });
  let done = 0;
  let begin = 0;
  const perSecond = await new Promise<number>((resolve, reject) => {
    const eachBatch = async (payload: EachBatchPayload): Promise<void> => {
      const { batch } = payload;
      if (begin === 0) begin = performance.now();
      for (let start = 0; start < batch.messages.length; start += AT_ONCE) {
        const messages = batch.messages.slice(start, start + AT_ONCE);
        const events = messages.map(({ value }) => eventOf(value));
        await apply(name, events);
        const offset = String(BigInt(messages.at(-1)?.offset ?? 0) + 1n);
        await consumer.commitOffsets([{ topic: batch.topic, partition: batch.partition, offset }]);
        await payload.heartbeat();
        done += messages.length;
        if (done === EVENTS) resolve(EVENTS / ((performance.now() - begin) / 1_000));
      }
    };
    consumer
      .run({
        autoCommit: false,
        eachBatch: (payload) => eachBatch(payload).catch(reject),
      })
      .catch(reject);
  });
  await consumer.disconnect();
  await verify(name);
  return perSecond;
}

function eventOf(value: Buffer | null): CloudEvent {
  const event: unknown = JSON.parse(String(value));
  if (!isEvent(event)) throw new Error(`No event: ${String(value)}`);
  return event;
}

function isEvent(event: unknown): event is CloudEvent {
  return typeof event === 'object' && event !== null && 'id' in event && 'data' in event;
}

async function apply(name: string, events: readonly CloudEvent[]): Promise<void> {
  await bare.query('begin');
  await bare.query(
    'insert into inbox select $1, id, clock_timestamp() from unnest($2::uuid[]) id on conflict do nothing',
    [name, events.map(({ id }) => id)],
  );
  await bare.query('insert into effect select $1, * from unnest($2::uuid[], $3::int[], $4::text[])', [
    name,
    events.map(({ data }) => data.id),
    events.map(({ data }) => data.version),
    events.map(({ data }) => data.summary),
  ]);
  await bare.query('commit');
}

async function verify(consumer: string): Promise<void> {
  const { rows } = await bare.query<{ effects: number; aggregates: number }>(
    `select count(*)::int as effects, count(distinct aggregate_id)::int as aggregates from effect where consumer = $1`,
    [consumer],
  );
  const [{ effects, aggregates } = { effects: 0, aggregates: 0 }] = rows;
  if (effects !== EVENTS || aggregates !== EVENTS) {
    throw new Error(`${effects} effects on ${aggregates} aggregates, of ${EVENTS} events`);
  }
  // Every block begins with equally large tables.
  await bare.query('truncate effect, inbox, applied');
}

const cpu: number[] = [];
const ours: number[] = [];
const theirs: number[] = [];
await scripted();
for (let round = 0; round < ROUNDS; round++) {
  const order = round % 2 === 0 ? ['ours', 'theirs'] : ['theirs', 'ours'];
  for (const side of order) (side === 'ours' ? ours : theirs).push(await (side === 'ours' ? applied() : scripted()));
}
await bare.end();
await bed.close();
const { median: middle, low, high } = ratio(ours, theirs);
report('consumers', { 'events a block': EVENTS, rounds: ROUNDS, durability: DURABILITY }, [
  { what: 'consumer applies', value: median(ours), unit: 'events/s', goal: '≥ 10,000' },
  { what: 'bare pg + kafkajs script', value: median(theirs), unit: 'events/s' },
  { what: 'ratio of the two', value: middle, unit: `(95 %: ${low.toFixed(2)} to ${high.toFixed(2)})`, goal: '≥ 0.5' },
  { what: "consumer's own processor time", value: median(cpu), unit: 'µs/event' },
]);
