import { type Difference, isEqual, MOST_EXAMPLES, type TableComparison } from './comparison';
import { type Progress, type Rebuilt } from './rebuild';

interface Output {
  readonly isTTY?: boolean;
  write(text: string): unknown;
}

/** How often a line is written where the output is no terminal, on which one line can be replaced by the next. */
const LINE_EVERY_MS = 5_000;

/** How far a rebuild is, in one line. */
export class ProgressLine {
  private lastAt = -Infinity;

  constructor(private readonly output: Output) {}

  show(progress: Progress): void {
    if (this.output.isTTY === true) {
      this.output.write(`\r\u001b[2K${progressText(progress)}`);
    } else if (performance.now() - this.lastAt >= LINE_EVERY_MS) {
      this.lastAt = performance.now();
      this.output.write(`${progressText(progress)}\n`);
    }
  }

  end(): void {
    if (this.output.isTTY === true) this.output.write('\r\u001b[2K');
  }
}

/** `12,000 of 40,000 records (30 %), 8,000/s, 4 s left` */
export function progressText({ read, total, seconds }: Progress): string {
  const rate = seconds > 0 ? read / seconds : 0;
  const share = total === 0 ? 100 : Math.min(100, Math.floor((100 * read) / total));
  const left = rate === 0 ? 'time left unknown' : `${Math.ceil(Math.max(0, total - read) / rate)} s left`;
  return `${count(read)} of ${count(total)} records (${share} %), ${count(Math.round(rate))}/s, ${left}`;
}

export function comparisonLines(tables: readonly TableComparison[]): string[] {
  return tables.flatMap((one) => {
    const { table, livingRows, rebuiltRows, missing, surplus, changed, examples } = one;
    const shown = examples.slice(0, MOST_EXAMPLES);
    const rest = missing + surplus + changed - shown.length;
    return isEqual([one])
      ? [`${table}: ${count(livingRows)} rows, equal`]
      : [
          `${table}: ${count(livingRows)} rows, ${count(rebuiltRows)} by the log: ${count(missing)} missing, ${count(surplus)} too many, ${count(changed)} changed`,
          ...shown.map(differenceText),
          ...(rest > 0 ? [`  and ${count(rest)} more`] : []),
        ];
  });
}

const KINDS: Readonly<Record<Difference['kind'], string>> = {
  missing: 'missing',
  surplus: 'not in the log',
  changed: 'changed',
};

function differenceText({ key, kind, columns }: Difference): string {
  const which = Object.entries(key).map(([column, value]) => `${column}=${String(value)}`);
  const where = columns.length === 0 ? '' : `: ${columns.join(', ')}`;
  return `  ${which.join(' ')} ${KINDS[kind]}${where}`;
}

export function summaryLines({ read, projected, seconds, notUnderstood, parkedAggregates, tables }: Rebuilt): string[] {
  const rate = seconds > 0 ? Math.round(read / seconds) : 0;
  return [
    `${count(read)} records read, ${count(projected)} projected in ${seconds.toFixed(1)} s (${count(rate)}/s).`,
    ...(notUnderstood > 0 ? [`${count(notUnderstood)} records can't be understood and were left out.`] : []),
    ...(parkedAggregates > 0
      ? [
          `${count(parkedAggregates)} aggregates stand at a parked event, here as in the living model: see the dead letters.`,
        ]
      : []),
    isEqual(tables)
      ? 'The living model is what the log makes of it.'
      : 'The living model is not what the log makes of it.',
  ];
}

function count(value: number): string {
  return value.toLocaleString('en-US');
}
