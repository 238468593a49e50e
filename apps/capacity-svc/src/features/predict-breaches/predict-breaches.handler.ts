import { forecastUpdated } from '@itops/contracts';
import { Clock, Conflict, DAY } from '@itops/kit';
import { Transactions, type Tx } from '@itops/messaging';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';

import { exhaustionOf, foresee } from '../../domain/foresee';
import { MOST_POINTS } from '../../domain/forecasting/regular-series';
import { forecastResource, type ResourceForecast } from '../../domain/forecasting/resource-forecast';
import { selects } from '../../domain/threshold';
import { auditEntry } from '../../evaluation/evaluate-thresholds';
import { candidatesFor } from '../../forecasting/candidates';
import { nextTurn } from '../../forecasting/next-turn';
import { openBreachesOf, saveBreaches } from '../../persistence/breach.store';
import {
  type Claim,
  claimDueForecasts,
  giveBackForecasts,
  releaseForecast,
  saveForecast,
} from '../../persistence/forecast.store';
import { newestHours } from '../../persistence/points';
import { readerOf } from '../../persistence/reader';
import { isLinked, lockResource, readResource } from '../../persistence/resource.store';
import { holdThresholds, thresholdsFor } from '../../persistence/threshold.store';
import { serviceCause } from '../../service-cause';

/** How many resources one replica takes on at a time: few, so that the others get some, and a dead one leaves few behind. */
const AT_ONCE = 20;

@Injectable()
export class PredictBreaches {
  constructor(
    private readonly transactions: Transactions,
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
  ) {}

  /** Takes on resources whose forecast is due. */
  claim(): Promise<Claim[]> {
    return this.transactions.run(serviceCause(), (tx) => claimDueForecasts(tx, AT_ONCE));
  }

  /** Forecasts one resource, outside of any transaction, and then records what the forecast means. */
  async predict(claim: Claim): Promise<void> {
    const horizon = await this.horizonFor(claim);
    const forecast = horizon === null ? null : await this.forecast(claim, horizon);
    await this.transactions.run(serviceCause(), async (tx) => {
      if (forecast === null) await releaseForecast(tx, claim, null);
      else await this.record(tx, claim, forecast);
    });
  }

  /** Gives resources back untouched, for another replica. */
  async giveBack(claims: readonly Claim[]): Promise<void> {
    await this.transactions.run(serviceCause(), (tx) => giveBackForecasts(tx, claims));
  }

  private async horizonFor(claim: Claim): Promise<number | null> {
    const reader = readerOf(this.dataSource);
    const resource = await readResource(reader, claim.id);
    if (resource === undefined || !isLinked(resource)) return null;
    const days = (await thresholdsFor(reader, [resource.metric]))
      .filter((threshold) => selects(threshold, resource))
      .map(({ predictDays }) => predictDays ?? 0);
    const longest = Math.max(0, ...days);
    return longest === 0 ? null : longest * DAY;
  }

  private async forecast(claim: Claim, horizon: number): Promise<ResourceForecast | null> {
    const points = await newestHours(readerOf(this.dataSource), claim.series, MOST_POINTS);
    try {
      return await forecastResource(points, horizon, candidatesFor, nextTurn);
    } catch (error) {
      // Too few points: there will be more in an hour.
      if (error instanceof Conflict) return null;
      throw error;
    }
  }

  private async record(tx: Tx, claim: Claim, forecast: ResourceForecast): Promise<void> {
    const resource = await lockResource(tx, claim.id);
    if (resource === undefined || !isLinked(resource)) return;
    const now = this.clock.now();
    const version = resource.version + 1;
    if (!(await releaseForecast(tx, claim, version))) return;

    const selecting = (await thresholdsFor(tx, [resource.metric])).filter((threshold) => selects(threshold, resource));
    const held = await holdThresholds(tx, selecting);
    const thresholds = selecting.filter(({ id }) => held.has(id));
    const open = await openBreachesOf(tx, [resource.id], 'predicted');
    const lastValue = resource.lastValue ?? forecast.points[0]?.mean ?? 0;
    const { opened, kept, events } = foresee(resource, lastValue, forecast, thresholds, open);
    const exhaustion = exhaustionOf(forecast, thresholds);
    const updated = forecastUpdated.of(resource.id, version, {
      resourceId: resource.id,
      version,
      ciId: resource.ciId,
      metric: resource.metric,
      model: forecast.model,
      trainedTo: new Date(forecast.trainedOn.to).toISOString(),
      exhaustionAt: exhaustion === null ? null : new Date(exhaustion.at).toISOString(),
    });
    await saveForecast(tx, resource.id, forecast, now);
    await saveBreaches(tx, [...opened, ...kept], now);
    await tx.publish([updated, ...events]);
    await tx.audit(events.map(auditEntry));
  }
}
