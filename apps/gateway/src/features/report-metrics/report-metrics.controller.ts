import { Controller, HttpCode, Post } from '@nestjs/common';
import { ApiAcceptedResponse, ApiBody, ApiOperation } from '@nestjs/swagger';
import { MetricSeriesIn, MetricsIn } from '@itops/contracts';
import { type Cause } from '@itops/kit';
import { CallerCause, MindsKeysItself, Requires } from '@itops/platform';

import { described } from '../../entries/documented';
import { type ReportKey } from '../../entries/event-ids';
import { ReportedBody, SentKey } from '../../entries/reported-request';
import { MetricsTakenDto } from './report-metrics.dto';
import { type MetricsTaken, ReportMetrics } from './report-metrics.handler';

/** OpenAPI 3.1 writes a pair with prefixItems, which the validator's dialect does not know. */
const POINTS = {
  ...MetricSeriesIn.properties.points,
  description: 'Pairs of epoch milliseconds and value.',
  items: { type: 'array', prefixItems: [{ type: 'integer' }, { type: 'number' }], minItems: 2, maxItems: 2 },
};
const SERIES = { ...MetricSeriesIn, properties: { ...MetricSeriesIn.properties, points: POINTS } };
const BODY = { ...MetricsIn, properties: { series: { ...MetricsIn.properties.series, items: SERIES } } };

@Controller('v1/metrics')
@MindsKeysItself()
@Requires('metric:report')
export class ReportMetricsController {
  constructor(private readonly handler: ReportMetrics) {}

  @Post()
  @HttpCode(202)
  @ApiOperation({
    operationId: 'reportMetrics',
    summary: 'Report metric points',
    description:
      'Answers when the points are durable, also while capacity-svc is down. A point sent twice is stored once.',
  })
  @ApiBody({ schema: described(BODY) })
  @ApiAcceptedResponse({ type: MetricsTakenDto })
  report(
    @ReportedBody() body: unknown,
    @SentKey() key: ReportKey | undefined,
    @CallerCause() cause: Cause,
  ): Promise<MetricsTaken> {
    return this.handler.run(body, key, cause);
  }
}
