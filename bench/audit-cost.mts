/**
 * What the audit chain costs a write: state, audit row and event, 12 writers, with the relay at work; sealed, signed and
 * published meanwhile, or not. Short blocks A-B-C-C-B-A in one process, each side with a database of its own.
 */
import { DURABILITY, median, numbersIn, openBed, ratio } from './measure/backbone.mts';
import { report } from './measure/report.mts';
import { seconds } from './measure/settings.mts';

const length = seconds('BENCH_SECONDS', 1);
const bed = await openBed();
const figures = await bed.measure('audit-cost', length);
await bed.close();
const [before, unchained, chained] = [
  numbersIn(figures, 'before'),
  numbersIn(figures, 'unchained'),
  numbersIn(figures, 'chained'),
];
const cost = (what: string, base: readonly number[], goal?: string) => {
  const { median: middle, low, high } = ratio(chained, base);
  const range = `${((1 - high) * 100).toFixed(1)} to ${((1 - low) * 100).toFixed(1)}`;
  return { what, value: (1 - middle) * 100, unit: `% (95 %: ${range})`, ...(goal === undefined ? {} : { goal }) };
};
report('audit-cost', { 'seconds a block': length, blocks: before.length * 3, writers: 12, durability: DURABILITY }, [
  { what: 'as it was before the chain', value: median(before), unit: 'writes/s' },
  { what: 'without announcement and sealer', value: median(unchained), unit: 'writes/s' },
  { what: 'chained, signed and published', value: median(chained), unit: 'writes/s' },
  cost('cost of the trail, to before', before, '≤ 5'),
  cost('cost of announcement and sealer alone', unchained),
  { what: 'all sealed and published, after the last write', value: median(numbersIn(figures, 'lags')), unit: 'ms' },
]);
