import { type DomainEvent } from '@itops/contracts';
import { DAY } from '@itops/kit';

import { Breach, type BreachedResource } from './breach';
import { type Crossing, crossingOf } from './forecasting/exhaustion';
import { type ResourceForecast } from './forecasting/resource-forecast';
import { isBeyond, type Threshold } from './threshold';

/** When a forecast meets a threshold. */
export interface Exhaustion extends Crossing {
  readonly thresholdId: string;
}

/** The first threshold that the forecast meets; null when it meets none. */
export function exhaustionOf(forecast: ResourceForecast, thresholds: readonly Threshold[]): Exhaustion | null {
  const met = thresholds.flatMap((threshold): Exhaustion[] => {
    const crossing = crossingOf(forecast.points, threshold.comparator, threshold.value);
    return crossing === null ? [] : [{ thresholdId: threshold.id, ...crossing }];
  });
  return met.reduce<Exhaustion | null>((first, one) => (first === null || one.at < first.at ? one : first), null);
}

/**
 * Compares a new forecast with the thresholds that want to know ahead, and with the breaches that were foreseen before.
 * While the value is beyond a threshold now, nothing is foreseen for it, and nothing foreseen is given up.
 */
export function foresee(
  resource: BreachedResource,
  lastValue: number,
  forecast: ResourceForecast,
  thresholds: readonly Threshold[],
  open: readonly Breach[],
): { opened: Breach[]; kept: Breach[]; events: DomainEvent[] } {
  const now = new Date(forecast.trainedOn.to);
  const result: { opened: Breach[]; kept: Breach[]; events: DomainEvent[] } = { opened: [], kept: [], events: [] };
  for (const threshold of thresholds) {
    if (threshold.predictDays === null || isBeyond(threshold, lastValue)) continue;
    const crossing = crossingOf(forecast.points, threshold.comparator, threshold.value);
    const foreseen = crossing !== null && crossing.at <= forecast.trainedOn.to + threshold.predictDays * DAY;
    const existing = open.find((breach) => breach.properties.thresholdId === threshold.id);
    if (existing === undefined) {
      if (!foreseen) continue;
      const { breach, events } = Breach.predict(
        resource,
        threshold,
        now,
        lastValue,
        expectationOf(crossing, forecast.model),
      );
      result.opened.push(breach);
      result.events.push(...events);
    } else {
      if (foreseen) existing.foreseenAgain(expectationOf(crossing, forecast.model));
      else result.events.push(...existing.notForeseen(now));
      result.kept.push(existing);
    }
  }
  return result;
}

function expectationOf({ at, earliest, latest }: Crossing, model: string) {
  return {
    expectedAt: new Date(at),
    earliestAt: new Date(earliest),
    latestAt: latest === null ? null : new Date(latest),
    model,
  };
}
