import { at, type ForecastModel, mean } from './forecast-model';

/** Keeps nearly dependent lags from fighting each other; relative to the standardised history. */
const RIDGE = 1e-5;
/** How far beyond what was seen a forecast may go, in standard deviations: an unstable fit must not run away. */
const REACH = 3;

/** A linear regression on the values some lags ago (ridge, on the standardised series), continued step by step. */
export function autoregression(name: string, lags: readonly number[]): ForecastModel {
  const longest = Math.max(...lags);
  return {
    name,
    minPoints: longest + 4 * (lags.length + 1),
    predict: (history, steps) => {
      const level = mean(history);
      const spread = Math.sqrt(mean(history.map((value) => (value - level) ** 2)));
      if (spread === 0) return null;
      const series = history.map((value) => (value - level) / spread);
      const weights = fit(series, lags, longest);
      if (weights === null) return null;
      const lowest = Math.min(...series) - REACH;
      const highest = Math.max(...series) + REACH;
      for (let step = 0; step < steps; step++) {
        let next = at(weights, lags.length);
        lags.forEach((lag, index) => (next += at(weights, index) * at(series, series.length - lag)));
        series.push(Math.min(highest, Math.max(lowest, next)));
      }
      return series.slice(history.length).map((value) => value * spread + level);
    },
  };
}

/** The lags that say most about a series with these seasons: the last steps, and each season's neighbourhood. */
export function lagsFor(seasons: readonly number[]): number[] {
  const [day = 1, week] = seasons;
  const lags = [1, 2, 3, day - 1, day, day + 1, ...(week === undefined ? [] : [week - 1, week, week + 1])];
  if (week !== undefined) for (let lag = 2 * day; lag < week; lag += day) lags.push(lag);
  return [...new Set(lags.filter((lag) => lag > 0))].sort((a, b) => a - b);
}

function fit(series: readonly number[], lags: readonly number[], longest: number): number[] | null {
  const size = lags.length + 1;
  const gram = Array.from({ length: size }, () => new Float64Array(size));
  const target = new Float64Array(size);
  const row = new Float64Array(size);
  row[size - 1] = 1;
  for (let time = longest; time < series.length; time++) {
    lags.forEach((lag, index) => (row[index] = at(series, time - lag)));
    const value = at(series, time);
    gram.forEach((line, i) => {
      const left = row[i] ?? 0;
      target[i] = (target[i] ?? 0) + left * value;
      for (let j = 0; j <= i; j++) line[j] = (line[j] ?? 0) + left * (row[j] ?? 0);
    });
  }
  gram.forEach((line, i) => {
    for (let j = i + 1; j < size; j++) line[j] = gram[j]?.[i] ?? 0;
    if (i < size - 1) line[i] = (line[i] ?? 0) + RIDGE * (series.length - longest);
  });
  return solve(gram, target);
}

/** Gauss with pivoting; null where the equations have no single solution. */
function solve(matrix: Float64Array[], right: Float64Array): number[] | null {
  const size = right.length;
  const lines = matrix.map((line, index) => [...line, right[index] ?? 0]);
  for (let column = 0; column < size; column++) {
    const rest = lines.slice(column);
    const pivot = rest.reduce((best, line) =>
      Math.abs(line[column] ?? 0) > Math.abs(best[column] ?? 0) ? line : best,
    );
    const head = pivot[column] ?? 0;
    if (Math.abs(head) < 1e-12) return null;
    lines.splice(lines.indexOf(pivot), 1);
    lines.splice(column, 0, pivot);
    for (const line of lines.slice(column + 1)) {
      const factor = (line[column] ?? 0) / head;
      if (factor === 0) continue;
      for (let index = column; index <= size; index++) line[index] = (line[index] ?? 0) - factor * (pivot[index] ?? 0);
    }
  }
  const solution = new Array<number>(size).fill(0);
  for (let index = size - 1; index >= 0; index--) {
    const line = lines[index] ?? [];
    let value = line[size] ?? 0;
    for (let other = index + 1; other < size; other++) value -= (line[other] ?? 0) * (solution[other] ?? 0);
    solution[index] = value / (line[index] ?? 1);
  }
  return solution;
}
