import { HOUR, isUuid, NotFound } from '@itops/kit';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';

import { exhaustionOf } from '../../domain/foresee';
import { LEVEL } from '../../domain/forecasting/choose-forecast';
import { parseHorizon } from '../../domain/forecasting/horizon';
import { MOST_POINTS } from '../../domain/forecasting/regular-series';
import { forecastResource, type ResourceForecast } from '../../domain/forecasting/resource-forecast';
import { selects } from '../../domain/threshold';
import { candidatesFor } from '../../forecasting/candidates';
import { nextTurn } from '../../forecasting/next-turn';
import { readForecast } from '../../persistence/forecast.store';
import { newestHours } from '../../persistence/points';
import { readerOf } from '../../persistence/reader';
import { isLinked, readResource, type StoredResource } from '../../persistence/resource.store';
import { thresholdsFor } from '../../persistence/threshold.store';
import { type ForecastDto } from './forecast-resource.dto';

const DEFAULT_HORIZON = 'P7D';

@Injectable()
export class ForecastResource {
  constructor(private readonly dataSource: DataSource) {}

  /** @throws NotFound, InvalidInput, Conflict when there are too few points */
  async forecast(id: string, horizonText: string = DEFAULT_HORIZON): Promise<ForecastDto> {
    const horizon = parseHorizon(horizonText);
    const reader = readerOf(this.dataSource);
    const resource = isUuid(id) ? await readResource(reader, id) : undefined;
    if (resource === undefined) throw new NotFound('resource', id);
    const forecast =
      (await this.stored(resource, horizon)) ??
      (await forecastResource(
        await newestHours(reader, resource.series, MOST_POINTS),
        horizon,
        candidatesFor,
        nextTurn,
      ));
    const thresholds = isLinked(resource)
      ? (await thresholdsFor(reader, [resource.metric])).filter((threshold) => selects(threshold, resource))
      : [];
    return toDto(resource, forecast, exhaustionOf(forecast, thresholds));
  }

  /** The stored forecast, when it is of the newest hour and reaches far enough. */
  private async stored(resource: StoredResource, horizon: number): Promise<ResourceForecast | undefined> {
    const forecast = await readForecast(readerOf(this.dataSource), resource.id);
    if (forecast === undefined || resource.lastAt === null) return undefined;
    const steps = Math.max(1, Math.floor(horizon / forecast.step));
    const isNewest = resource.lastAt.getTime() < forecast.trainedOn.to + HOUR;
    return isNewest && forecast.points.length >= steps
      ? { ...forecast, points: forecast.points.slice(0, steps) }
      : undefined;
  }
}

function toDto(
  { id, metric }: StoredResource,
  { model, trainedOn, accuracy, points }: ResourceForecast,
  exhaustion: ReturnType<typeof exhaustionOf>,
): ForecastDto {
  return {
    resourceId: id,
    metric,
    model,
    trainedOn: { from: iso(trainedOn.from), to: iso(trainedOn.to), points: trainedOn.points },
    accuracy,
    points: points.map(({ at, mean, lower, upper }) => ({ at: iso(at), mean, lower, upper })),
    level: LEVEL,
    exhaustion:
      exhaustion === null
        ? null
        : {
            thresholdId: exhaustion.thresholdId,
            at: iso(exhaustion.at),
            earliest: iso(exhaustion.earliest),
            latest: exhaustion.latest === null ? null : iso(exhaustion.latest),
          },
  };
}

function iso(millis: number): string {
  return new Date(millis).toISOString();
}
