import { autoregression, lagsFor } from '../domain/forecasting/autoregression';
import { type ForecastModel } from '../domain/forecasting/forecast-model';
import { drift, linear, seasonalNaive, trendAndSeason } from '../domain/forecasting/simple-models';
import { ets, mstl } from './augurs';

/** Every model that is tried on a series with these seasons, the simplest first. */
export function candidatesFor(seasons: readonly number[]): ForecastModel[] {
  return [
    drift,
    linear,
    ...seasons.flatMap((season) => [seasonalNaive(season), trendAndSeason(season)]),
    autoregression('autoregression', [1, 2]),
    ...seasons.map((season, index) => autoregression(`autoregression-${season}`, lagsFor(seasons.slice(0, index + 1)))),
    ...(seasons.length === 0 ? [] : [mstl(seasons)]),
    ets,
  ];
}
