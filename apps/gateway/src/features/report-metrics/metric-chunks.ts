import { type CiReference, type MetricSeriesIn, type MetricsIn } from '@itops/contracts';

/** One event's worth: series of one configuration item. */
export interface MetricChunk {
  /** Kafka key: what belongs to one item stays in order. */
  readonly key: string;
  readonly data: MetricsIn;
}

/** Where a series of more than `maxBytes` is cut: so many points stay below it, as each has at most 45 characters. */
const POINT_BYTES = 45;

/** Bundles series by configuration item into chunks of not more than about `maxBytes` of JSON. */
export function chunkSeries(series: readonly MetricSeriesIn[], maxBytes: number): MetricChunk[] {
  const chunks: MetricChunk[] = [];
  const open = new Map<string, { series: MetricSeriesIn[]; bytes: number }>();
  for (const whole of series) {
    const key = keyOf(whole.ci);
    for (const part of cut(whole, maxBytes)) {
      const bytes = Buffer.byteLength(JSON.stringify(part));
      const bundle = open.get(key);
      if (bundle !== undefined && bundle.bytes + bytes <= maxBytes) {
        bundle.series.push(part);
        bundle.bytes += bytes;
      } else {
        const begun = { series: [part], bytes };
        open.set(key, begun);
        chunks.push({ key, data: begun });
      }
    }
  }
  return chunks.map(({ key, data }) => ({ key, data: { series: data.series } }));
}

function keyOf(ci: CiReference): string {
  return typeof ci === 'string' ? ci : `${ci.source}|${ci.externalId}`;
}

function cut(series: MetricSeriesIn, maxBytes: number): MetricSeriesIn[] {
  const { points, ...head } = series;
  const most = Math.max(1, Math.floor((maxBytes - Buffer.byteLength(JSON.stringify(head))) / POINT_BYTES));
  if (points.length <= most) return [series];
  const parts: MetricSeriesIn[] = [];
  for (let from = 0; from < points.length; from += most) {
    parts.push({ ...series, points: points.slice(from, from + most) });
  }
  return parts;
}
