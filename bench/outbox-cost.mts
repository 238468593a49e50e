/** What the outbox costs a write: state and audit row, with and without an event, 12 writers, blocks A-B-B-A in one process. */
import { DURABILITY, median, numberIn, numbersIn, openBed, ratio } from './measure/backbone.mts';
import { report } from './measure/report.mts';
import { seconds } from './measure/settings.mts';

const length = seconds('BENCH_SECONDS', 4);
const bed = await openBed();
const figures = await bed.measure('outbox-cost', length);
await bed.close();
const plain = numbersIn(figures, 'plain');
const outbox = numbersIn(figures, 'outbox');
if (numberIn(figures, 'things') !== numberIn(figures, 'audited')) throw new Error('a state row has no audit row');
const { median: middle, low, high } = ratio(outbox, plain);
report('outbox-cost', { 'seconds a block': length, blocks: plain.length * 2, writers: 12, durability: DURABILITY }, [
  { what: 'state and audit', value: median(plain), unit: 'writes/s' },
  { what: 'state, audit and outbox', value: median(outbox), unit: 'writes/s' },
  {
    what: 'cost of the outbox',
    value: (1 - middle) * 100,
    unit: `% (95 %: ${((1 - high) * 100).toFixed(1)} to ${((1 - low) * 100).toFixed(1)})`,
    goal: '≤ 15',
  },
]);
