/**
 * The search over 100,000 resources: taking events over, and queries one at a time, without the way over HTTP. On servers of
 * its own unless BENCH_DATABASE_URL and BENCH_KAFKA_BROKERS name some. Needs the compiled code (`npm run build`).
 */
import { execFileSync } from 'node:child_process';
import path from 'node:path';

import { z } from 'zod';

import { DURABILITY, openBed } from './measure/backbone.mts';
import { report } from './measure/report.mts';
import { root } from './measure/settings.mts';

const Figures = z.object({
  documentsPerSecond: z.number(),
  mib: z.number(),
  kinds: z.record(z.string(), z.object({ p50: z.number(), p99: z.number(), found: z.number() })),
});

const bed = await openBed();
const program = path.join(root, 'dist', 'apps', 'gateway', 'bench', 'measure-search.js');
const env = { ...process.env, BENCH_DATABASE_URL: bed.databaseUrl };
const printed = execFileSync(process.execPath, [program], { env, encoding: 'utf8' });
await bed.close();
const { documentsPerSecond, mib, kinds } = Figures.parse(JSON.parse(printed));
for (const [kind, { found }] of Object.entries(kinds)) if (found === 0) throw new Error(`nothing was found by ${kind}`);
report('search', { documents: 100_000, 'queries of each kind': 300, durability: DURABILITY }, [
  { what: 'events taken over, 500 at a time', value: documentsPerSecond, unit: '/s' },
  { what: 'table and indexes', value: mib, unit: 'MiB' },
  ...Object.entries(kinds).flatMap(([kind, { p50, p99 }]) => [
    { what: `${kind}, p50`, value: p50, unit: 'ms' },
    { what: `${kind}, p99`, value: p99, unit: 'ms' },
  ]),
]);
