import { Conflict } from '@itops/kit';

import { chooseForecast, type ForecastAccuracy } from './choose-forecast';
import { type ForecastPoint } from './exhaustion';
import { type ForecastModel } from './forecast-model';
import { type SeriesPoint, seasonsOf, toRegularSeries } from './regular-series';

/** Fewer evenly spaced points than this say nothing about what comes. */
export const LEAST_POINTS = 24;

/** A forecast of one resource; times are epoch milliseconds. */
export interface ResourceForecast {
  readonly model: string;
  readonly trainedOn: { readonly from: number; readonly to: number; readonly points: number };
  readonly accuracy: ForecastAccuracy;
  readonly step: number;
  readonly points: readonly ForecastPoint[];
}

/** Makes the models that suit a series with these seasons, the simplest first. */
export type ModelsFor = (seasons: readonly number[]) => readonly ForecastModel[];

/**
 * Forecasts from the series' own last point on, so that a replay of old data is forecast as it was then.
 * @param points hourly means, ascending
 * @throws Conflict when there are too few points
 */
export async function forecastResource(
  points: readonly SeriesPoint[],
  horizon: number,
  modelsFor: ModelsFor,
  breathe: () => Promise<void>,
): Promise<ResourceForecast> {
  const { step, end, values } = toRegularSeries(points);
  if (values.length < LEAST_POINTS) {
    throw new Conflict(
      `A forecast needs at least ${LEAST_POINTS} points, one for each hour (or day, or week) without long gaps; ` +
        `this resource has ${values.length}. Send more points and ask again.`,
    );
  }
  const steps = Math.max(1, Math.floor(horizon / step));
  const seasons = seasonsOf(step);
  const chosen = await chooseForecast(values, steps, seasons[0] ?? 1, modelsFor(seasons), breathe);
  return {
    model: chosen.model,
    trainedOn: { from: end - step * (values.length - 1), to: end, points: values.length },
    accuracy: chosen.accuracy,
    step,
    points: chosen.mean.map((mean, index) => ({
      at: end + step * (index + 1),
      mean,
      lower: chosen.lower[index] ?? mean,
      upper: chosen.upper[index] ?? mean,
    })),
  };
}
