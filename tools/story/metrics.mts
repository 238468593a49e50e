import type { MetricSeriesIn, Point } from '../client/inputs.mts';
import { seededRandom } from '../sampling/seeded-random.mts';
import { ciKey } from './estate.mts';

const HOUR = 3_600_000;
const DAYS = 14;

/** The disk whose filling is to be foreseen: where it stands at the end, and how much comes each day. */
export const FILLING_DISK = { ci: 'orders-data', metric: 'disk.utilization', endsAt: 82, aDay: 1.6 } as const;

interface Shape {
  readonly ci: string;
  readonly metric: string;
  readonly unit: string;
  /** Around which the values move. */
  readonly level: number;
  /** How far they rise at the busiest hour and fall at the quietest. */
  readonly swing: number;
  readonly noise: number;
  /** Added each day, so that the last value is at the level. */
  readonly aDay?: number;
  readonly most?: number;
}

const cpu = (ci: string, level: number): Shape => ({
  ci,
  metric: 'cpu.utilization',
  unit: '%',
  level,
  swing: level / 3,
  noise: 2,
  most: 100,
});
const memory = (ci: string, level: number): Shape => ({
  ci,
  metric: 'memory.utilization',
  unit: '%',
  level,
  swing: 3,
  noise: 0.8,
  most: 100,
});
const latency = (ci: string, level: number): Shape => ({
  ci,
  metric: 'latency.p95',
  unit: 'ms',
  level,
  swing: level / 4,
  noise: level / 20,
});
const disk = (ci: string, level: number, aDay: number): Shape => ({
  ci,
  metric: 'disk.utilization',
  unit: '%',
  level,
  swing: 0.25,
  noise: 0.08,
  aDay,
  most: 100,
});

const SHAPES: readonly Shape[] = [
  ...(['web-1', 'web-2'] as const).flatMap((ci) => [cpu(ci, 34), memory(ci, 55)]),
  ...(['app-1', 'app-2', 'app-3'] as const).flatMap((ci) => [cpu(ci, 46), memory(ci, 68)]),
  ...[cpu('db-1', 41), memory('db-1', 74), cpu('db-2', 28), memory('db-2', 62), cpu('queue-1', 18), cpu('cache-1', 22)],
  ...[
    latency('storefront', 180),
    latency('search', 95),
    latency('checkout', 240),
    latency('orders', 120),
    latency('payment', 310),
  ],
  { ci: 'edge-lb', metric: 'requests.rate', unit: '1/s', level: 420, swing: 260, noise: 22 },
  { ci: 'order-events', metric: 'queue.depth', unit: '1', level: 40, swing: 25, noise: 9 },
  disk(FILLING_DISK.ci, FILLING_DISK.endsAt, FILLING_DISK.aDay),
  disk('catalogue-data', 54, 0.1),
  disk('backup-volume', 61, 0.05),
];

/** Two weeks of hourly values that end with the last full hour; the same for the same hour, whoever asks. */
export function sampleMetrics(now: number): MetricSeriesIn[] {
  const last = Math.floor(now / HOUR) * HOUR;
  return SHAPES.map((shape) => ({
    ci: ciKey(shape.ci),
    metric: shape.metric,
    unit: shape.unit,
    points: Array.from({ length: DAYS * 24 }, (_, at): Point => {
      const hoursAgo = DAYS * 24 - 1 - at;
      const time = last - hoursAgo * HOUR;
      return [time, valueAt(shape, time, hoursAgo)];
    }),
  }));
}

function valueAt(shape: Shape, time: number, hoursAgo: number): number {
  const random = seededRandom(`${shape.ci}/${shape.metric}/${time}`);
  const hour = (time / HOUR) % 24;
  const weekend = [0, 6].includes(new Date(time).getUTCDay()) ? 0.75 : 1;
  // Busiest at 19:00, quietest at 07:00 UTC: people shop in the evening.
  const daily = Math.cos(((hour - 19) / 24) * 2 * Math.PI) * shape.swing * weekend;
  const trend = -((shape.aDay ?? 0) * hoursAgo) / 24;
  const value = shape.level + trend + daily + random.normal() * shape.noise;
  return Number(Math.min(Math.max(value, 0), shape.most ?? Infinity).toFixed(3));
}
