import { setTimeout as sleep } from 'node:timers/promises';

import { alertFired, domainTopics } from '@itops/contracts';
import { newId, SystemClock } from '@itops/kit';
import { type DataSource } from 'typeorm';

import { type EventBatch, Transactions } from '../src';
import { Consumer, MAX_BATCH } from '../src/consumer/consumer';
import { domainEventRow } from '../src/outbox/append';
import { NoSignal } from '../src/outbox/outbox-signal';
import { type EventTransport } from '../src/port';
import { Meters } from '../src/telemetry/meters';

const TOPIC = domainTopics.alert;
const AT = '2026-05-04T10:00:00.000Z';

/** Puts events on the topic of alerts, each of an aggregate of its own: the most expensive case for a consumer. */
export async function fillTopic(transport: EventTransport, amount: number): Promise<void> {
  await transport.ensureTopics([TOPIC]);
  const cause = { actor: 'bench', correlationId: newId() };
  for (let done = 0; done < amount; done += MAX_BATCH) {
    const rows = Array.from({ length: Math.min(MAX_BATCH, amount - done) }, () =>
      domainEventRow(alertOf(newId()), cause, 'bench', new Date()),
    );
    await transport.publishBatch(
      rows.map(({ topic, aggregateId, payload }) => ({
        ...{ topic, key: aggregateId, value: payload },
        headers: { 'content-type': 'application/cloudevents+json' },
      })),
    );
  }
}

/**
 * Reads the topic from its beginning with the whole consumer, once to get warm and once measured, from the first batch
 * handed over to the last one settled. The handler does one bulk insert for each batch.
 */
export async function consume(database: DataSource, transport: EventTransport, amount: number): Promise<object> {
  await readAll(database, transport, `bench-warm-${newId()}`, amount);
  return readAll(database, transport, `bench-${newId()}`, amount);
}

async function readAll(database: DataSource, transport: EventTransport, name: string, amount: number): Promise<object> {
  const clock = new SystemClock();
  const consumer = new Consumer({
    ...{ service: 'bench', consumer: name, dataSource: database, clock, meters: new Meters() },
    transactions: new Transactions(database, clock, new NoSignal(), 'bench'),
    handle: (batch) => note(batch, name),
  });
  const progress = { records: 0, batches: 0, begin: 0, end: 0, cpu: process.cpuUsage(), cpuMicros: 0 };
  const subscription = transport.subscribeBatches({
    group: name,
    topics: [TOPIC.name],
    maxRecords: MAX_BATCH,
    onRecords: async (records) => {
      if (progress.begin === 0) Object.assign(progress, { begin: performance.now(), cpu: process.cpuUsage() });
      await consumer.process(records);
      progress.records += records.length;
      progress.batches++;
      progress.end = performance.now();
      const { user, system } = process.cpuUsage(progress.cpu);
      progress.cpuMicros = user + system;
    },
  });
  while (progress.records < amount) await sleep(5);
  await subscription.close();
  const seconds = (progress.end - progress.begin) / 1_000;
  return {
    ...{ consumer: name, batches: progress.batches, perSecond: amount / seconds },
    cpuMicrosPerEvent: progress.cpuMicros / amount,
  };
}

async function note({ tx, events }: EventBatch, consumer: string): Promise<void> {
  const alerts = events.filter((event) => alertFired.matches(event));
  await tx.query(
    `insert into effect (consumer, aggregate_id, version, summary)
     select $1, * from unnest($2::uuid[], $3::int[], $4::text[])`,
    [
      consumer,
      alerts.map(({ data }) => data.id),
      alerts.map(({ data }) => data.version),
      alerts.map(({ data }) => data.summary),
    ],
  );
}

export function alertOf(id: string) {
  return alertFired.of(id, 1, {
    ...{ id, version: 1, source: 'bench', dedupKey: id, summary: 'x'.repeat(300), severity: 'critical' },
    ...{
      state: 'firing',
      labels: {},
      ciId: null,
      incidentId: null,
      occurrences: 1,
      firstSeenAt: AT,
      lastSeenAt: AT,
      resolvedAt: null,
    },
  });
}
