import { at, type ForecastModel, mean } from './forecast-model';

/** Repeats the last season: the yardstick for every other model. */
export function seasonalNaive(season: number): ForecastModel {
  return {
    name: `seasonal-naive-${season}`,
    minPoints: season,
    predict: (history, steps) =>
      Array.from({ length: steps }, (_, step) => at(history, history.length - season + (step % season))),
  };
}

/** Goes on from the last value, by the mean step of the whole history. */
export const drift: ForecastModel = {
  name: 'drift',
  minPoints: 2,
  predict: (history, steps) => {
    const last = at(history, history.length - 1);
    const slope = (last - at(history, 0)) / (history.length - 1);
    return Array.from({ length: steps }, (_, step) => last + slope * (step + 1));
  },
};

/** The straight line of least squares. */
export const linear: ForecastModel = {
  name: 'linear',
  minPoints: 3,
  predict: (history, steps) => {
    const { slope, intercept } = fitLine(history);
    return Array.from({ length: steps }, (_, step) => intercept + slope * (history.length + step));
  },
};

/** A straight line with the mean deviation of each place in the season: long trends under a daily or weekly pattern. */
export function trendAndSeason(season: number): ForecastModel {
  return {
    name: `trend-season-${season}`,
    minPoints: season * 2,
    predict: (history, steps) => {
      const used = history.slice(history.length % season);
      // The line through the means of whole seasons: the pattern within a season can't tilt it.
      const seasons = Array.from({ length: used.length / season }, (_, index) =>
        mean(used.slice(index * season, (index + 1) * season)),
      );
      const slope = fitLine(seasons).slope / season;
      const intercept = mean(used) - (slope * (used.length - 1)) / 2;
      const deviations = Array.from({ length: season }, (_, phase) => {
        const own: number[] = [];
        for (let index = phase; index < used.length; index += season) {
          own.push(at(used, index) - intercept - slope * index);
        }
        return mean(own);
      });
      return Array.from({ length: steps }, (_, step) => {
        const index = used.length + step;
        return intercept + slope * index + at(deviations, index % season);
      });
    },
  };
}

function fitLine(values: readonly number[]): { slope: number; intercept: number } {
  const centre = (values.length - 1) / 2;
  const level = mean(values);
  let covariance = 0;
  let variance = 0;
  values.forEach((value, index) => {
    covariance += (index - centre) * (value - level);
    variance += (index - centre) ** 2;
  });
  const slope = variance === 0 ? 0 : covariance / variance;
  return { slope, intercept: level - slope * centre };
}
