/**
 * Memory over time: a constant, moderate load on the running platform for SOAK_MINUTES (20), with resident memory, heap and
 * event loop delay of each process sampled from its /metrics. Writes soak.json and soak.svg into the folder given as
 * argument, and tells by how much each process grows after the first fifth of the time.
 */
import { randomUUID } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';

import { GATEWAY, SERVICES, urlOf } from '../tools/start/topology.mts';
import { Gateway } from './measure/gateway.mts';
import { openLoop } from './measure/load.mts';
import { plot } from './measure/plot.mts';
import { type Figure, report } from './measure/report.mts';
import { seconds, target } from './measure/settings.mts';

const folder = process.argv[3];
if (folder === undefined) {
  console.error('Into which folder? npm run bench -- soak DIR');
  process.exit(2);
}
const minutes = seconds('SOAK_MINUTES', 20);
const rate = seconds('SOAK_RATE', 40);
const every = seconds('SOAK_SAMPLE_SECONDS', 5);
const MIB = 2 ** 20;

interface Sample {
  /** Since the beginning, seconds. */
  readonly at: number;
  readonly rssMib: number;
  readonly heapMib: number;
  readonly loopDelayP99Ms: number;
}

const processes = [GATEWAY, ...SERVICES].map((spec) => ({ name: spec.name, url: urlOf(spec) }));
const samples = new Map<string, Sample[]>(processes.map(({ name }) => [name, []]));
const begin = performance.now();

async function sampleAll(): Promise<void> {
  await Promise.all(
    processes.map(async ({ name, url }) => {
      const answer = await fetch(`${url}/metrics`);
      const text = await answer.text();
      const sum = (metric: string): number =>
        [...text.matchAll(new RegExp(`^${metric}(?:\\{[^\\n]*\\})? ([^ \\n]+)`, 'gm'))].reduce(
          (total, [, value]) => total + Number(value),
          0,
        );
      samples.get(name)?.push({
        at: (performance.now() - begin) / 1000,
        rssMib: sum('process_memory_usage') / MIB,
        heapMib: sum('v8js_memory_heap_used') / MIB,
        loopDelayP99Ms: sum('nodejs_eventloop_delay_p99') * 1000,
      });
    }),
  );
}

/** By how much it grows, in units a minute: the slope of the least squares. */
function slope(points: readonly (readonly [minute: number, value: number])[]): number {
  const mean = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0) / values.length;
  const x = mean(points.map(([minute]) => minute));
  const y = mean(points.map(([, value]) => value));
  const spread = points.reduce((sum, [minute]) => sum + (minute - x) ** 2, 0);
  return points.reduce((sum, [minute, value]) => sum + (minute - x) * (value - y), 0) / spread;
}

const here = target();
const gateway = new Gateway(here, 16);
const run = randomUUID().slice(0, 8);
let failed = 0;

await sampleAll();
const sampling = setInterval(() => void sampleAll().catch(() => failed++), every * 1000);
const sent = await openLoop(rate, minutes * 60, async (serial) => {
  // 200 conditions come again and again, as in a plant: most reports repeat what is known, some open and resolve.
  const firing = Math.floor(serial / 200) % 2 === 0;
  const alert = {
    ...{ source: `soak-${run}`, dedupKey: `${run}-${serial % 200}`, summary: `soak ${serial % 200}` },
    ...{ severity: serial % 20 === 0 ? 'critical' : 'warning', status: firing ? 'firing' : 'resolved' },
  };
  await gateway.post('/v1/alerts', JSON.stringify(alert), 202).catch(() => failed++);
});
clearInterval(sampling);
await sampleAll();
await gateway.close();

const warm = minutes * 60 * 0.2;
const figures = processes.flatMap(({ name }): Figure[] => {
  const all = samples.get(name) ?? [];
  const later = all.filter(({ at }) => at >= warm);
  const last = all.at(-1)?.rssMib ?? Number.NaN;
  const grows = slope(later.map(({ at, rssMib }) => [at / 60, rssMib]));
  return [
    { what: `${name}, resident at the beginning`, value: all[0]?.rssMib ?? Number.NaN, unit: 'MiB' },
    { what: `${name}, resident at the end`, value: last, unit: 'MiB', goal: 'idle ≤ 150' },
    { what: `${name}, grows after the first fifth`, value: grows, unit: 'MiB/min', goal: 'flat' },
  ];
});

mkdirSync(folder, { recursive: true });
writeFileSync(
  path.join(folder, 'soak.json'),
  `${JSON.stringify({ minutes, rate, sent, failed, samples: Object.fromEntries(samples) }, null, 1)}\n`,
);
writeFileSync(
  path.join(folder, 'soak.svg'),
  plot(
    `Resident memory, ${rate} alerts/s for ${minutes} min`,
    'MiB',
    [...samples].map(([name, list]) => ({ name, points: list.map(({ at, rssMib }) => [at / 60, rssMib] as const) })),
  ),
);
report('soak', { minutes, 'alerts a second': rate, sent, failed }, figures);
