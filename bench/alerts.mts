/**
 * Alerts: how many a second the gateway accepts (202 after the broker's acknowledgement, acks=all) one by one and in
 * batches of 50, how many are applied (alert, incident and event on Kafka), and the time from the moment that an alert is
 * due to its incident's event, in open loop. Each alert is critical and its own condition, so each opens an incident.
 */
import { randomUUID } from 'node:crypto';

import { Gateway } from './measure/gateway.mts';
import { closedLoop, openLoop, percentile } from './measure/load.mts';
import { type Figure, report } from './measure/report.mts';
import { seconds, target } from './measure/settings.mts';
import { until, watch } from './measure/watch.mts';

const length = seconds('BENCH_SECONDS', 10);
const here = target();
const run = randomUUID().slice(0, 8);
const alert = (key: string): object => ({
  source: `bench-${run}`,
  summary: `bench ${run} ${key}`,
  severity: 'critical',
  dedupKey: `${run}-${key}`,
});

const opened = new Map<string, number>();
const watching = await watch(here, 'itops.incident.v1', (event) => {
  const title = event.data['title'];
  if (event.type === 'itops.incident.opened.v1' && typeof title === 'string' && title.includes(`bench ${run} `)) {
    const key = title.slice(title.indexOf(`bench ${run} `) + `bench ${run} `.length);
    if (!opened.has(key)) opened.set(key, event.seenAt);
  }
});

async function capacity(name: string, workers: number, batch: number): Promise<Figure[]> {
  const gateway = new Gateway(here, workers);
  const before = opened.size;
  const begin = Date.now();
  const { sent, seconds: took } = await closedLoop(workers, length, async (serial) => {
    const alerts = Array.from({ length: batch }, (_, index) => alert(`${name}-${serial}-${index}`));
    await gateway.post('/v1/alerts', JSON.stringify(batch === 1 ? alerts[0] : alerts), 202);
  });
  const accepted = sent * batch;
  await until(
    () => `${accepted - (opened.size - before)} of ${accepted} incidents of ${name}`,
    () => opened.size - before >= accepted,
    300,
  );
  const appliedIn = (Math.max(...opened.values()) - begin) / 1000;
  await gateway.close();
  return [
    { what: `accepted, ${name}`, value: accepted / took, unit: 'alerts/s', goal: batch === 1 ? '≥ 1,500' : '≥ 5,000' },
    { what: `applied end to end, ${name}`, value: accepted / appliedIn, unit: 'alerts/s' },
  ];
}

async function latency(rate: number): Promise<Figure[]> {
  const gateway = new Gateway(here, 128);
  const due = new Map<string, number>();
  const total = await openLoop(rate, length, async (serial, dueAt) => {
    const key = `open-${serial}`;
    due.set(key, dueAt);
    await gateway.post('/v1/alerts', JSON.stringify(alert(key)), 202);
  });
  const missing = (): number => [...due.keys()].filter((key) => !opened.has(key)).length;
  await until(
    () => `${missing()} of ${total} incidents`,
    () => missing() === 0,
    120,
  );
  const samples = [...due].map(([key, at]) => (opened.get(key) ?? Number.NaN) - at);
  await gateway.close();
  return [
    { what: `due to incident event, p50 at ${rate}/s`, value: percentile(samples, 0.5), unit: 'ms' },
    { what: `due to incident event, p99 at ${rate}/s`, value: percentile(samples, 0.99), unit: 'ms', goal: '≤ 100' },
  ];
}

const oneByOne = await capacity('one by one', 64, 1);
const batches = await capacity('batches of 50', 8, 50);
const openLoopFigures = await latency(Number(process.env['BENCH_RATE'] ?? 250));
await watching.close();
report('alerts', { 'seconds a phase': length, durability: 'acks=all, synchronous_commit on' }, [
  ...oneByOne,
  ...batches,
  ...openLoopFigures,
]);
