/**
 * Accuracy of the forecasts on series of the M4 competition, beside the seasonal naive method. The series are not part of
 * the project: the argument names the folder that has Hourly-train-dev.csv.gz and the like. Prints JSON.
 */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';

import { naiveError, meanAbsoluteError, smape } from '../src/domain/forecasting/accuracy';
import { chooseForecast } from '../src/domain/forecasting/choose-forecast';
import { at, mean } from '../src/domain/forecasting/forecast-model';
import { MOST_POINTS } from '../src/domain/forecasting/regular-series';
import { seasonalNaive } from '../src/domain/forecasting/simple-models';
import { candidatesFor } from '../src/forecasting/candidates';

const [folder = '.'] = process.argv.slice(2);

function load(name: string): number[][] {
  const text = gunzipSync(readFileSync(path.join(folder, name))).toString('utf8');
  return text
    .trim()
    .split('\n')
    .slice(1)
    .map((line) =>
      line
        .trim()
        .split(',')
        .slice(1)
        .map((field) => field.replaceAll('"', ''))
        .filter((field) => field !== '')
        .map(Number),
    );
}

interface Measured {
  readonly name: string;
  readonly series: number;
  readonly mase: number;
  readonly naiveMase: number;
  readonly smape: number;
  readonly naiveSmape: number;
  /** Share of the true values that lie within the 95 % interval. */
  readonly covered: number;
  readonly msPerSeries: number;
}

async function measure(name: string, horizon: number, season: number, seasons: number[]): Promise<Measured> {
  const train = load(`${name}-train-dev.csv.gz`);
  const test = load(`${name}-test-dev.csv.gz`);
  const ours: number[][] = [];
  const naive: number[][] = [];
  let held = 0;
  const began = performance.now();
  for (const [index, history] of train.entries()) {
    const actual = test[index] ?? [];
    const unit = naiveError(history, season);
    const score = (predicted: readonly number[]) => [
      meanAbsoluteError(actual, predicted) / unit,
      smape(actual, predicted),
    ];
    const known = history.slice(-MOST_POINTS);
    const forecast = await chooseForecast(known, horizon, season, candidatesFor(seasons), () => Promise.resolve());
    ours.push(score(forecast.mean));
    naive.push(score(seasonalNaive(season).predict(history, horizon) ?? []));
    held += actual.filter(
      (value, step) => value >= at(forecast.lower, step) && value <= at(forecast.upper, step),
    ).length;
  }
  const average = (scores: number[][], column: number) => mean(scores.map((row) => at(row, column)));
  return {
    name,
    series: train.length,
    mase: average(ours, 0),
    naiveMase: average(naive, 0),
    smape: average(ours, 1),
    naiveSmape: average(naive, 1),
    covered: held / (train.length * horizon),
    msPerSeries: (performance.now() - began) / train.length,
  };
}

async function main(): Promise<void> {
  const measured = [await measure('Hourly', 48, 24, [24, 168]), await measure('Weekly', 13, 1, [])];
  process.stdout.write(`${JSON.stringify(measured)}\n`);
}

void main();
