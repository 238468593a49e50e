import { MessagingModule } from '@itops/messaging';
import { auditOptions, brokerAccess } from '@itops/platform';
import { type DynamicModule, Module } from '@nestjs/common';

import { CAPACITY_CONFIG, type CapacityConfig } from './capacity.config';
import { DropOldPointsJob } from './features/drop-old-points/drop-old-points.job';
import { FindBreachesController } from './features/find-breaches/find-breaches.controller';
import { FindBreaches } from './features/find-breaches/find-breaches.handler';
import { FindResourcesController } from './features/find-resources/find-resources.controller';
import { FindResources } from './features/find-resources/find-resources.handler';
import { OnCiChanged } from './features/follow-cis/on-ci-changed.consumer';
import { ForecastResourceController } from './features/forecast-resource/forecast-resource.controller';
import { ForecastResource } from './features/forecast-resource/forecast-resource.handler';
import { LinkResourcesJob } from './features/link-resources/link-resources.job';
import { FindThresholdsController } from './features/manage-thresholds/find-thresholds.controller';
import { FindThresholds } from './features/manage-thresholds/find-thresholds.handler';
import { ManageThresholdsController } from './features/manage-thresholds/manage-thresholds.controller';
import { ManageThresholds } from './features/manage-thresholds/manage-thresholds.handler';
import { PredictBreaches } from './features/predict-breaches/predict-breaches.handler';
import { PredictBreachesJob } from './features/predict-breaches/predict-breaches.job';
import { ReadSeriesController } from './features/read-series/read-series.controller';
import { ReadSeries } from './features/read-series/read-series.handler';
import { OnMetricsReported } from './features/record-metrics/on-metrics-reported.consumer';
import { RecordMetrics } from './features/record-metrics/record-metrics.handler';

@Module({})
export class CapacityModule {
  static with(config: CapacityConfig): DynamicModule {
    return {
      module: CapacityModule,
      imports: [
        MessagingModule.forService({
          service: 'capacity-svc',
          ...brokerAccess(config),
          relayPlace: config.RELAY,
          outboxSlot: config.OUTBOX_SLOT,
          deadLetterDays: config.DEAD_LETTER_DAYS,
          audit: auditOptions(config),
        }),
      ],
      controllers: [
        FindBreachesController,
        FindResourcesController,
        FindThresholdsController,
        ForecastResourceController,
        ManageThresholdsController,
        OnCiChanged,
        OnMetricsReported,
        ReadSeriesController,
      ],
      providers: [
        { provide: CAPACITY_CONFIG, useValue: config },
        DropOldPointsJob,
        FindBreaches,
        FindResources,
        FindThresholds,
        ForecastResource,
        LinkResourcesJob,
        ManageThresholds,
        PredictBreaches,
        PredictBreachesJob,
        ReadSeries,
        RecordMetrics,
      ],
    };
  }
}
