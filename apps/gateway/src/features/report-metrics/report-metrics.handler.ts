import { Injectable } from '@nestjs/common';
import { isValid, MetricSeriesIn, metricsReported, validationErrors } from '@itops/contracts';
import { type Cause, InvalidInput, IdempotentRequests } from '@itops/kit';
import { InboundPublisher } from '@itops/messaging';
import { Type } from '@sinclair/typebox';

import { eventIds, type ReportKey } from '../../entries/event-ids';
import { requireSomething, sortBySchema } from '../../entries/sorting';
import { chunkSeries } from './metric-chunks';

const MOST_SERIES = 2_000;
const CHUNK_BYTES = 480 * 1024;

/** The frame alone; each series is judged by itself. */
const Frame = Type.Object(
  { series: Type.Array(Type.Unknown(), { minItems: 1, maxItems: MOST_SERIES }) },
  { additionalProperties: false },
);

export interface MetricsTaken {
  /** Points. */
  readonly accepted: number;
  readonly rejected: readonly { index: number; points: number; errors: { pointer: string; reason: string }[] }[];
}

@Injectable()
export class ReportMetrics {
  constructor(
    private readonly publisher: InboundPublisher,
    private readonly requests: IdempotentRequests,
  ) {}

  /** Resolves when the broker has acknowledged the points. @throws InvalidInput, IdempotencyKeyReused, Unavailable */
  async run(body: unknown, key: ReportKey | undefined, cause: Cause): Promise<MetricsTaken> {
    if (!isValid(Frame, body)) throw new InvalidInput(validationErrors(Frame, body));
    const sorted = sortBySchema(MetricSeriesIn, body.series);
    requireSomething(sorted, (index) => `/series/${index}`);
    const idOf = await eventIds(this.requests, metricsReported.type, key, sorted);
    const chunks = chunkSeries(
      sorted.accepted.map(({ data }) => data),
      CHUNK_BYTES,
    );
    await this.publisher.publish(
      metricsReported,
      chunks.map(({ key: series, data }, index) => ({
        id: idOf(index),
        key: series,
        data,
      })),
      cause,
    );
    return {
      accepted: sorted.accepted.reduce((sum, { data }) => sum + data.points.length, 0),
      rejected: sorted.rejected.map(({ index, errors }) => ({ index, points: pointsOf(body.series[index]), errors })),
    };
  }
}

function pointsOf(series: unknown): number {
  const points = typeof series === 'object' && series !== null && 'points' in series ? series.points : undefined;
  return Array.isArray(points) ? points.length : 0;
}
