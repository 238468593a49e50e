import { at, mean } from './forecast-model';

/** Mean absolute error of repeating the season within the history: what MASE is measured in. Zero for a flat series. */
export function naiveError(history: readonly number[], season: number): number {
  const lag = season < history.length ? season : 1;
  if (history.length <= lag) return 0;
  return mean(history.slice(lag).map((value, index) => Math.abs(value - at(history, index))));
}

export function meanAbsoluteError(actual: readonly number[], predicted: readonly number[]): number {
  return mean(actual.map((value, index) => Math.abs(value - at(predicted, index))));
}

/** Symmetric mean absolute percentage error, 0 to 200, as the M4 competition defines it. */
export function smape(actual: readonly number[], predicted: readonly number[]): number {
  return mean(
    actual.map((value, index) => {
      const other = at(predicted, index);
      const size = Math.abs(value) + Math.abs(other);
      return size === 0 ? 0 : (200 * Math.abs(value - other)) / size;
    }),
  );
}
