import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import { z } from 'zod';

/** One column of a metrics file. */
export interface Series {
  readonly node: string;
  readonly metric: string;
  readonly statistic: string;
  /** By time; a point that is missing in the file is missing here. */
  readonly points: readonly MeasuredPoint[];
}

export interface MeasuredPoint {
  /** Start of the period that the value was measured over, epoch milliseconds. */
  readonly at: number;
  readonly value: number;
}

export interface MetricsFile {
  readonly series: readonly Series[];
  /** The length of the period that one value stands for, in milliseconds. */
  readonly periodMs: number;
  /** Starts of all periods, by time. */
  readonly times: readonly number[];
}

const Rows = z.array(z.array(z.string()));
const HEADER_ROWS = ['microservice', 'metric', 'statistic'];
const USUAL_PERIOD_MS = 300_000;

export function readMetricsFile(path: string): MetricsFile {
  return parseMetrics(readFileSync(path, 'utf8'), path);
}

/**
 * The published form: three heading rows (microservice, metric, statistic), a row that holds only the name of the time
 * column, then a row for each period with its start in Unix seconds and one value, perhaps empty, for each column.
 */
export function parseMetrics(text: string, path = 'metrics'): MetricsFile {
  const rows = Rows.parse(parse(text, { bom: true, relax_column_count: true, skip_empty_lines: true }));
  const [nodes = [], metrics = [], statistics = []] = HEADER_ROWS.map((name, at) => {
    const row = rows[at];
    if (row?.[0] !== name) throw new Error(`${path}: row ${at + 1} should begin with "${name}"`);
    return row;
  });
  const periods = rows
    .slice(HEADER_ROWS.length)
    .map((cells) => ({ at: Math.round(Number(cells[0]) * 1000), cells }))
    .filter(({ at, cells }) => cells[0] !== '' && Number.isFinite(at))
    .sort((a, b) => a.at - b.at);
  const times = periods.map(({ at }) => at);
  const series = nodes.slice(1).map((node, at) => ({
    node,
    metric: metrics[at + 1] ?? '',
    statistic: statistics[at + 1] ?? '',
    points: periods.flatMap(({ at: time, cells }) => {
      const cell = cells[at + 1] ?? '';
      const value = Number(cell);
      return cell === '' || !Number.isFinite(value) ? [] : [{ at: time, value }];
    }),
  }));
  return { series, times, periodMs: usualGap(times) };
}

function usualGap(times: readonly number[]): number {
  const gaps = times.slice(1).map((time, at) => time - (times[at] ?? time));
  gaps.sort((a, b) => a - b);
  return gaps[Math.floor(gaps.length / 2)] ?? USUAL_PERIOD_MS;
}
