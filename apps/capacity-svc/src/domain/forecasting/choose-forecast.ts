import { meanAbsoluteError, naiveError, smape } from './accuracy';
import { at, type ForecastModel, mean } from './forecast-model';

export const LEVEL = 0.95;

export interface ForecastAccuracy {
  /** Error over the held-back windows, in units of repeating the season; below 1 is better than that. */
  readonly mase: number;
  /** 0 to 200. */
  readonly smape: number;
  /** How many of the newest points were held back to measure it. */
  readonly holdout: number;
}

export interface ChosenForecast {
  /** The model's name, or the names of those that were averaged, the weightiest first. */
  readonly model: string;
  readonly mean: readonly number[];
  readonly lower: readonly number[];
  readonly upper: readonly number[];
  readonly accuracy: ForecastAccuracy;
}

/** How many windows at the end are held back, one after the other. */
const WINDOWS = 3;
/** A model whose error in the newest window is so many times the best one's is not tried further. */
const HOPELESS = 3;
/** Weights fall with this power of the error: twice the error, a sixteenth of the weight. */
const SHARPNESS = 4;
/** What weighs less than this is left out. */
const LEAST_WEIGHT = 0.05;
/** Errors of held-back windows are a little smaller than those to come: the weights were chosen on them. */
const OPTIMISM = 1.3;
const SHORTEST_WINDOW = 4;

interface Window {
  readonly history: readonly number[];
  readonly actual: readonly number[];
}

interface Trial {
  readonly model: ForecastModel;
  /** Its forecast of each window; null where the history was too short for it. */
  readonly forecasts: (readonly number[] | null)[];
}

/** How much wider the interval is `step` steps ahead than at once, when `window` steps were held back. */
export function widening(step: number, window: number): number {
  return Math.sqrt(1 + (3 * step) / window);
}

/** The length of each held-back window: as far as the forecast goes, as long as enough history is left to learn from. */
export function windowFor(points: number, steps: number): number {
  return Math.max(SHORTEST_WINDOW, Math.min(steps, Math.floor(points / 6)));
}

/**
 * Tries every model on held-back windows at the end of the history, and continues the history by those that did best.
 * Intervals come from the errors in the held-back windows.
 * @param breathe called between fits, so that whatever else the process does goes on.
 */
export async function chooseForecast(
  history: readonly number[],
  steps: number,
  season: number,
  models: readonly ForecastModel[],
  breathe: () => Promise<void>,
): Promise<ChosenForecast> {
  const size = windowFor(history.length, steps);
  const windows = Array.from({ length: WINDOWS }, (_, index): Window => {
    const end = history.length - size * index;
    return { history: history.slice(0, end - size), actual: history.slice(end - size, end) };
  });
  const trials = await tryModels(models, windows, breathe);
  const members = weigh(trials, windows, size);
  const full: { forecast: readonly number[]; weight: number; trial: Trial }[] = [];
  for (const { trial, weight } of members) {
    const forecast = predict(trial.model, history, steps);
    if (forecast !== null) full.push({ forecast, weight, trial });
    await breathe();
  }
  if (full.length === 0) throw new Error('No model could continue the series');
  const points = blend(full.map(({ forecast, weight }) => ({ values: forecast, weight })));
  const tested = windows.flatMap((window, index) => {
    const parts = full.flatMap(({ trial, weight }) => {
      const values = trial.forecasts[index];
      return values === null || values === undefined ? [] : [{ values, weight }];
    });
    return parts.length === 0 ? [] : [{ actual: window.actual, predicted: blend(parts) }];
  });
  const unit = naiveError(history, season) || 1;
  const reach = halfWidth(tested, size);
  // What was never negative (a share, a count, bytes) is not going to be.
  const floor = history.every((value) => value >= 0) ? 0 : -Infinity;
  const floored = points.map((value) => Math.max(floor, value));
  return {
    model: full.map(({ trial }) => trial.model.name).join('+'),
    mean: floored,
    lower: floored.map((value, index) => Math.max(floor, value - reach * widening(index + 1, size))),
    upper: floored.map((value, index) => value + reach * widening(index + 1, size)),
    accuracy: {
      mase: mean(tested.map(({ actual, predicted }) => meanAbsoluteError(actual, predicted))) / unit,
      smape: mean(tested.map(({ actual, predicted }) => smape(actual, predicted))),
      holdout: size * tested.length,
    },
  };
}

async function tryModels(
  models: readonly ForecastModel[],
  windows: readonly Window[],
  breathe: () => Promise<void>,
): Promise<Trial[]> {
  let trials = models.map((model): Trial => ({ model, forecasts: [] }));
  for (const [index, { history, actual }] of windows.entries()) {
    for (const { model, forecasts } of trials) {
      forecasts.push(predict(model, history, actual.length));
      await breathe();
    }
    if (index > 0) continue;
    const errors = trials.map(({ forecasts }) => errorOf(forecasts[0], actual));
    const best = Math.min(...errors);
    trials = trials.filter((_, place) => (errors[place] ?? Infinity) <= best * HOPELESS);
  }
  return trials;
}

function errorOf(forecast: readonly number[] | null | undefined, actual: readonly number[]): number {
  return forecast === null || forecast === undefined ? Infinity : meanAbsoluteError(actual, forecast);
}

/** Relative weights, the highest first. A window too short for a model counts by the mean of its others. */
function weigh(trials: readonly Trial[], windows: readonly Window[], size: number): { trial: Trial; weight: number }[] {
  const spread = windows.flatMap(({ actual }) => actual).reduce((most, value) => Math.max(most, Math.abs(value)), 0);
  // An error that rounding makes is no error: of several that are right, the first one is taken.
  const nothing = (spread || 1) * 1e-9;
  const scored = trials
    .map((trial) => {
      const errors = windows
        .map(({ actual }, index) => errorOf(trial.forecasts[index], actual))
        .filter((error) => error < Infinity);
      return { trial, error: errors.length === 0 ? Infinity : mean(errors), size };
    })
    .filter(({ error }) => error < Infinity)
    .sort((a, b) => a.error - b.error);
  const right = trials.find((trial) => scored.some((one) => one.trial === trial && one.error <= nothing));
  if (right !== undefined) return [{ trial: right, weight: 1 }];
  const best = scored[0];
  if (best === undefined) return [];
  const weights = scored.map(({ error }) => (best.error / error) ** SHARPNESS);
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  return scored
    .map(({ trial }, index) => ({ trial, weight: at(weights, index) / total }))
    .filter(({ weight }) => weight >= LEAST_WEIGHT);
}

/** The weighted mean; the weights need not add up to one. */
function blend(parts: readonly { values: readonly number[]; weight: number }[]): number[] {
  const total = parts.reduce((sum, { weight }) => sum + weight, 0);
  const [first] = parts;
  return (first?.values ?? []).map((_, index) =>
    parts.reduce((sum, { values, weight }) => sum + (at(values, index) * weight) / total, 0),
  );
}

/** The distance that holds 95 % of the held-back errors, each first brought back to the start by its widening. */
function halfWidth(
  tested: readonly { actual: readonly number[]; predicted: readonly number[] }[],
  size: number,
): number {
  const errors = tested
    .flatMap(({ actual, predicted }) =>
      actual.map((value, index) => Math.abs(value - at(predicted, index)) / widening(index + 1, size)),
    )
    .sort((a, b) => a - b);
  const rank = Math.min(errors.length - 1, Math.ceil(LEVEL * (errors.length + 1)) - 1);
  return at(errors, rank) * OPTIMISM;
}

function predict(model: ForecastModel, history: readonly number[], steps: number): readonly number[] | null {
  if (history.length < model.minPoints) return null;
  const forecast = model.predict(history, steps);
  return forecast !== null && forecast.length === steps && forecast.every(Number.isFinite) ? forecast : null;
}
