import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';

import { naiveError, meanAbsoluteError, smape } from '../src/domain/forecasting/accuracy';
import { chooseForecast } from '../src/domain/forecasting/choose-forecast';
import { at, mean } from '../src/domain/forecasting/forecast-model';
import { MOST_POINTS } from '../src/domain/forecasting/regular-series';
import { seasonalNaive } from '../src/domain/forecasting/simple-models';
import { candidatesFor } from '../src/forecasting/candidates';

/**
 * Accuracy on series of the M4 competition. They are not part of the project: M4_DATA names the folder that has
 * Hourly-train-dev.csv.gz and the like, and without it nothing is measured.
 */
const folder = process.env['M4_DATA'] ?? '';
const measured = existsSync(path.join(folder, 'Hourly-train-dev.csv.gz')) ? describe : describe.skip;

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

measured('forecasts of the M4 competition', () => {
  it.each([
    { name: 'Hourly', horizon: 48, season: 24, seasons: [24, 168] },
    { name: 'Weekly', horizon: 13, season: 1, seasons: [] },
  ])(
    '$name',
    async ({ name, horizon, season, seasons }) => {
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
        const forecast = await chooseForecast(
          history.slice(-MOST_POINTS),
          horizon,
          season,
          candidatesFor(seasons),
          () => Promise.resolve(),
        );
        ours.push(score(forecast.mean));
        naive.push(score(seasonalNaive(season).predict(history, horizon) ?? []));
        held += actual.filter(
          (value, step) => value >= at(forecast.lower, step) && value <= at(forecast.upper, step),
        ).length;
      }
      const [mase, percent] = [0, 1].map((column) => mean(ours.map((scores) => at(scores, column))));
      const [naiveMase, naivePercent] = [0, 1].map((column) => mean(naive.map((scores) => at(scores, column))));
      const digits = (value = NaN) => value.toFixed(3);
      process.stdout.write(
        `${name}: MASE ${digits(mase)} (seasonal naive ${digits(naiveMase)}), sMAPE ${digits(percent)} (${digits(naivePercent)}), ` +
          `${((100 * held) / (train.length * horizon)).toFixed(1)} % within the 95 % interval, ` +
          `${((performance.now() - began) / train.length).toFixed(0)} ms a series\n`,
      );
      expect(mase).toBeLessThan(naiveMase ?? 0);
    },
    600_000,
  );
});
