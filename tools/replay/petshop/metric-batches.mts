import type { MetricSeriesIn } from '../../client/inputs.mts';
import type { MetricsFile } from './metrics-file.mts';

const UNITS: Readonly<Record<string, string>> = { latency: 's', availability: '%', requests: '1' };

/** A window's measurements as the platform takes them, at their own times. */
export function metricSeries({ series }: MetricsFile, estateSource: string): MetricSeriesIn[] {
  return series
    .filter(({ points }) => points.length > 0)
    .map(({ metric, node, points, statistic }) => ({
      ci: { source: estateSource, externalId: node },
      metric,
      unit: UNITS[metric] ?? '',
      labels: { statistic },
      points: points.map(({ at, value }) => [at, value] as const),
    }));
}
