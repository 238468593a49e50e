/** Incidents created by REST through the gateway: capacity in closed loop, latency in open loop. Each is read back. */
import { randomUUID } from 'node:crypto';

import { Gateway } from './measure/gateway.mts';
import { closedLoop, openLoop, percentile } from './measure/load.mts';
import { report } from './measure/report.mts';
import { seconds, target } from './measure/settings.mts';

const length = seconds('BENCH_SECONDS', 10);
const rate = Number(process.env['BENCH_RATE'] ?? 150);
const run = randomUUID().slice(0, 8);
const gateway = new Gateway(target(), 64);

async function create(serial: number): Promise<void> {
  const body = JSON.stringify({
    title: `bench ${run} ${serial}`,
    description: 'a measured incident',
    impact: 2,
    urgency: 2,
  });
  ids.push(idOf(JSON.parse(await gateway.post('/v1/incidents', body, 201))));
}

function idOf(incident: unknown): string {
  if (typeof incident === 'object' && incident !== null && 'id' in incident && typeof incident.id === 'string')
    return incident.id;
  throw new Error(`no incident: ${JSON.stringify(incident)}`);
}

const ids: string[] = [];
const closed = await closedLoop(32, length, create);
const samples: number[] = [];
await openLoop(rate, length, async (serial, dueAt) => {
  await create(1_000_000 + serial);
  samples.push(Date.now() - dueAt);
});
if (new Set(ids).size !== ids.length) throw new Error('two answers carried the same id');
for (const id of ids.filter((_, index) => index % Math.ceil(ids.length / 50) === 0))
  await gateway.get(`/v1/incidents/${id}`);
await gateway.close();
report('incidents', { 'seconds a phase': length, 'open-loop rate': rate, durability: 'synchronous_commit on' }, [
  { what: 'created, 32 at a time', value: closed.sent / closed.seconds, unit: 'incidents/s', goal: '≥ 1,200' },
  { what: `p50 at ${rate}/s`, value: percentile(samples, 0.5), unit: 'ms' },
  { what: `p99 at ${rate}/s`, value: percentile(samples, 0.99), unit: 'ms', goal: '≤ 25' },
]);
