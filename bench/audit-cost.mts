/**
 * What the audit chain costs a write, in time of the processors, which other work on the machine changes less than rates: state, audit row and event, 12 writers, with the relay at work; sealed, signed and
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
  numbersIn(figures, 'beforeCpu'),
  numbersIn(figures, 'unchainedCpu'),
  numbersIn(figures, 'chainedCpu'),
];
const rate = (side: string) => median(numbersIn(figures, side));
/** What is left of the throughput where the processors are the limit. */
const cost = (what: string, base: readonly number[], goal?: string) => {
  const { median: middle, low, high } = ratio(base, chained);
  const range = `${((1 - high) * 100).toFixed(1)} to ${((1 - low) * 100).toFixed(1)}`;
  return { what, value: (1 - middle) * 100, unit: `% (95 %: ${range})`, ...(goal === undefined ? {} : { goal }) };
};
report('audit-cost', { 'seconds a block': length, blocks: before.length * 3, writers: 12, durability: DURABILITY }, [
  { what: 'as it was before the chain', value: median(before), unit: `µs of a core (${rate('before').toFixed(0)}/s)` },
  { what: 'unchained', value: median(unchained), unit: `µs of a core (${rate('unchained').toFixed(0)}/s)` },
  {
    what: 'chained, signed, published',
    value: median(chained),
    unit: `µs of a core (${rate('chained').toFixed(0)}/s)`,
  },
  cost('cost of the trail in throughput', before, '≤ 5'),
  cost('… of announcement and sealer alone', unchained),
  { what: 'sealed and published after the last write', value: median(numbersIn(figures, 'chainedLags')), unit: 'ms' },
]);
