/**
 * Alerts from the request to their incident's event on Kafka, by the platform and by a bare script of node:http, kafkajs and
 * pg, in blocks A-B-B-A, 64 at a time. A block ends when each accepted alert has its incident's event.
 */
import { randomUUID } from 'node:crypto';

import { beside, startBare } from './measure/bare.mts';
import { Gateway } from './measure/gateway.mts';
import { closedLoop } from './measure/load.mts';
import { report } from './measure/report.mts';
import { seconds, target } from './measure/settings.mts';
import { until, watch } from './measure/watch.mts';

const length = seconds('BENCH_SECONDS', 10);
const rounds = Number(process.env['BENCH_ROUNDS'] ?? 7);
const here = target();
const bare = await startBare('alerts', here);
const doors = { ours: new Gateway(here, 64), theirs: new Gateway(bare.target, 64) };
const run = randomUUID().slice(0, 8);
const opened = new Set<string>();
const note = ({ type, data }: { type: string; data: Record<string, unknown> }): void => {
  const { title } = data;
  const isOpening = type === 'itops.incident.opened.v1' || type === 'incident';
  if (isOpening && typeof title === 'string' && title.includes(`beside ${run} `)) opened.add(title);
};
const watches = [await watch(here, 'itops.incident.v1', note), await watch(here, bare.topicOut, note)];

let block = 0;
const figures = await beside(rounds, ['applied by the platform', 'bare kafkajs + pg'], 'alerts/s', async (side) => {
  const before = opened.size;
  const mine = ++block;
  const begin = performance.now();
  const { sent } = await closedLoop(64, length, async (serial) => {
    const key = `beside ${run} ${mine}-${serial}`;
    const alert = { source: `bench-${run}`, summary: key, severity: 'critical', dedupKey: key };
    await doors[side].post('/v1/alerts', JSON.stringify(alert), 202);
  });
  await until(
    () => `${sent - (opened.size - before)} of ${sent} incidents`,
    () => opened.size - before >= sent,
    300,
  );
  return sent / ((performance.now() - begin) / 1_000);
});
for (const watching of watches) await watching.close();
await doors.ours.close();
await doors.theirs.close();
await bare.close();
report(
  'alerts-beside',
  { 'seconds a block': length, rounds, durability: 'acks=all, fsync and synchronous_commit on' },
  figures,
);
