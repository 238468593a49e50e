import type { MeasuredPoint, MetricsFile } from './metrics-file.mts';

/** What a monitoring tool would alert on: a value beyond what normal operation ever showed. */
export interface Limit {
  readonly node: string;
  readonly metric: string;
  readonly statistic: string;
  readonly side: 'above' | 'below';
  readonly value: number;
  /** The middle of normal operation. */
  readonly normal: number;
}

/** Which series are watched, on which side, and the least distance from normal that means anything to a user. */
const WATCHED = [
  { metric: 'latency', statistic: 'Average', side: 'above', least: (normal: number) => 0.1 * normal },
  { metric: 'availability', statistic: 'Average', side: 'below', least: () => 1 },
] as const;

/** Beyond the record of normal operation by this part of its distance from the median. */
const MARGIN = 0.1;
/** A record out of fewer points says little: at five minutes a point, this is more than eight hours. */
const FEWEST_POINTS = 100;
/** From this multiple of the limit's distance on, the severity is critical. */
const CRITICAL_FROM = 2;

/** Derived from a stretch without faults alone. Series that may be anything in normal operation get no limit. */
export function deriveLimits(normal: MetricsFile): Limit[] {
  return normal.series.flatMap(({ metric, node, points, statistic }) => {
    const watched = WATCHED.find((kind) => kind.metric === metric && kind.statistic === statistic);
    if (watched === undefined || points.length < FEWEST_POINTS) return [];
    const values = points.map(({ value }) => value).sort((a, b) => a - b);
    const middle = median(values);
    const record = watched.side === 'above' ? values.at(-1) : values[0];
    if (record === undefined) return [];
    const distance = Math.max(Math.abs(record - middle) * (1 + MARGIN), watched.least(middle));
    const value = watched.side === 'above' ? middle + distance : middle - distance;
    // Availability can't fall below nothing: such a limit would never be crossed.
    if (watched.side === 'below' && value <= 0) return [];
    return [{ node, metric, statistic, side: watched.side, value, normal: middle }];
  });
}

export function crosses(limit: Limit, value: number): boolean {
  return limit.side === 'above' ? value > limit.value : value < limit.value;
}

/** By how far beyond the limit the worst value lies. */
export function severityOf(limit: Limit, { value }: MeasuredPoint): 'critical' | 'error' {
  const distance = Math.abs(value - limit.normal) / Math.abs(limit.value - limit.normal);
  return distance >= CRITICAL_FROM ? 'critical' : 'error';
}

function median(sorted: readonly number[]): number {
  const half = Math.floor(sorted.length / 2);
  const upper = sorted[half] ?? 0;
  return sorted.length % 2 === 1 ? upper : (upper + (sorted[half - 1] ?? upper)) / 2;
}
