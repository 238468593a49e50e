/**
 * What one alert that opens an incident, or one incident by REST, takes of the processors' time in each process of the
 * platform that `npm start` runs from this folder: `npm run bench -- processor-time [alerts|incidents]`. Open loop, each
 * counted once its event was on Kafka. On a machine that others use it tells more than rates; what the processes do anyway
 * is in it, so it falls as the rate grows.
 */
import { randomUUID } from 'node:crypto';

import { Gateway } from './measure/gateway.mts';
import { openLoop, percentile } from './measure/load.mts';
import { processorTime, spentSince } from './measure/processors.mts';
import { report } from './measure/report.mts';
import { seconds, target } from './measure/settings.mts';
import { until, watch } from './measure/watch.mts';

const kind = process.argv[3] === 'incidents' ? 'incidents' : 'alerts';
const rate = Number(process.env['BENCH_RATE'] ?? 150);
const length = seconds('BENCH_SECONDS', 15);
const here = target();
const run = randomUUID().slice(0, 8);
const gateway = new Gateway(here, 64);

const opened = new Map<string, number>();
const due = new Map<string, number>();
const watching = await watch(here, 'itops.incident.v1', ({ type, data: { title }, seenAt }) => {
  const key = typeof title === 'string' && title.includes(`bench ${run} `) ? title.split(' ').at(-1) : undefined;
  if (type === 'itops.incident.opened.v1' && key !== undefined && !opened.has(key)) opened.set(key, seenAt);
});

async function work(name: string, duration: number): Promise<number> {
  due.clear();
  const sent = await openLoop(rate, duration, async (serial, dueAt) => {
    const key = `${name}-${serial}`;
    const title = `bench ${run} ${key}`;
    due.set(key, dueAt);
    const alert = { source: `bench-${run}`, summary: title, severity: 'critical', dedupKey: `${run}-${key}` };
    if (kind === 'alerts') await gateway.post('/v1/alerts', JSON.stringify(alert), 202);
    else await gateway.post('/v1/incidents', JSON.stringify({ title, impact: 3, urgency: 3 }), 201);
  });
  const missing = () => [...due.keys()].filter((key) => !opened.has(key)).length;
  await until(
    () => `${missing()} of ${sent} incidents`,
    () => missing() === 0,
    120,
  );
  return sent;
}

await work('warm', 5);
const before = processorTime();
const amount = await work('measured', length);
// The last audit rows and read models.
await new Promise((resolve) => setTimeout(resolve, 1_000));
const each = [...spentSince(before)]
  .map(([what, micros]): [string, number] => [what, micros / amount])
  .sort(([one], [other]) => one.localeCompare(other));
const latencies = [...due].map(([key, at]) => (opened.get(key) ?? Number.NaN) - at);
await watching.close();
await gateway.close();
report(`processor-time-${kind}`, { 'rate a second': rate, amount }, [
  ...each.map(([what, value]) => ({ what, value, unit: 'µs' })),
  { what: 'all', value: each.reduce((sum, [, value]) => sum + value, 0), unit: 'µs' },
  { what: 'due to the event on Kafka, p50', value: percentile(latencies, 0.5), unit: 'ms' },
  { what: '… p99', value: percentile(latencies, 0.99), unit: 'ms' },
]);
process.exit(0);
