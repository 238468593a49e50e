/** From the answer to a write on an idle system to the broker's acknowledgement of its event. */
import { DURABILITY, numbersIn, openBed } from './measure/backbone.mts';
import { percentile } from './measure/load.mts';
import { report } from './measure/report.mts';

const WRITES = Number(process.env['BENCH_WRITES'] ?? 1_500);
const bed = await openBed();
const before = await bed.recordsOn('itops.alert.v1');
const samples = numbersIn(await bed.measure('commit-to-kafka', WRITES), 'samples');
const arrived = (await bed.recordsOn('itops.alert.v1')) - before;
await bed.close();
if (arrived < WRITES || samples.length !== WRITES) throw new Error(`${arrived} records arrived of ${WRITES}`);
report('commit-to-kafka', { writes: WRITES, durability: DURABILITY }, [
  { what: 'p50', value: percentile(samples, 0.5), unit: 'ms', goal: '≤ 5' },
  { what: 'p99', value: percentile(samples, 0.99), unit: 'ms', goal: '≤ 25' },
]);
