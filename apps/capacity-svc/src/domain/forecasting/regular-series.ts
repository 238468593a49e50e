import { DAY, HOUR } from '@itops/kit';

import { at } from './forecast-model';

export interface SeriesPoint {
  /** Epoch milliseconds. */
  readonly at: number;
  readonly value: number;
}

/** A series on an even grid. */
export interface RegularSeries {
  /** Milliseconds between two values. */
  readonly step: number;
  /** Time of the last value, epoch milliseconds. */
  readonly end: number;
  readonly values: readonly number[];
}

const STEPS = [HOUR, DAY, 7 * DAY] as const;
/** Six weeks of hours: more history costs time and rarely makes a forecast better. */
export const MOST_POINTS = 1_008;
/** A gap longer than so many steps breaks the series: what lies before says little. */
const LONGEST_GAP = 72;

/**
 * Puts hourly means on an even grid of hours, days or weeks, whichever the data's own spacing is nearest to from below.
 * Short gaps are filled on a straight line; what lies before a long one is left out.
 * @param points ascending, at most one for each hour.
 */
export function toRegularSeries(points: readonly SeriesPoint[]): RegularSeries {
  const last = points.at(-1);
  if (last === undefined) return { step: HOUR, end: 0, values: [] };
  const step = stepOf(points);
  const bins = new Map<number, { sum: number; count: number }>();
  for (const { at: time, value } of points) {
    // Counted back from the last point, so that it is always the end of a whole step.
    const bin = Math.ceil((time - last.at) / step);
    const entry = bins.get(bin) ?? { sum: 0, count: 0 };
    bins.set(bin, { sum: entry.sum + value, count: entry.count + 1 });
  }
  const filled: number[] = [];
  let previous: { bin: number; value: number } | undefined;
  for (const [bin, { sum, count }] of [...bins].sort(([a], [b]) => a - b)) {
    const value = sum / count;
    if (previous !== undefined) {
      const gap = bin - previous.bin;
      if (gap > LONGEST_GAP) filled.length = 0;
      else for (let part = 1; part < gap; part++) filled.push(previous.value + ((value - previous.value) * part) / gap);
    }
    filled.push(value);
    previous = { bin, value };
  }
  return { step, end: last.at, values: filled.slice(-MOST_POINTS) };
}

/** The season lengths, in steps, that data of this spacing is likely to have; shortest first. */
export function seasonsOf(step: number): readonly number[] {
  if (step === HOUR) return [24, 168];
  if (step === DAY) return [7];
  return [];
}

function stepOf(points: readonly SeriesPoint[]): number {
  if (points.length < 3) return HOUR;
  const gaps = points.slice(1).map((point, index) => point.at - (points[index]?.at ?? point.at));
  gaps.sort((a, b) => a - b);
  const median = at(gaps, Math.floor(gaps.length / 2));
  return STEPS.findLast((step) => median >= step * 0.75) ?? HOUR;
}
