import { Inject, Injectable, Logger, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { DataSource } from 'typeorm';

import { CAPACITY_CONFIG, type CapacityConfig } from '../../capacity.config';
import { RepeatingWork } from '../../scheduling/repeating-work';
import { PredictBreaches } from './predict-breaches.handler';

/** Looks often for resources that got an hour of new data; a resource is forecast at most once for each such hour. */
@Injectable()
export class PredictBreachesJob implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly logger = new Logger(PredictBreachesJob.name);
  private readonly repeating: RepeatingWork;

  constructor(
    private readonly predictBreaches: PredictBreaches,
    dataSource: DataSource,
    @Inject(CAPACITY_CONFIG) config: CapacityConfig,
  ) {
    this.repeating = new RepeatingWork(PredictBreachesJob.name, config.FORECAST_POLL_MS, dataSource, () => this.run());
  }

  onApplicationBootstrap(): void {
    this.repeating.start();
  }

  async onApplicationShutdown(): Promise<void> {
    await this.repeating.stop();
  }

  /** Works until nothing is due. */
  async run(): Promise<void> {
    for (;;) {
      const claims = await this.predictBreaches.claim();
      if (claims.length === 0) return;
      for (const [index, claim] of claims.entries()) {
        if (this.repeating.isStopping) return this.predictBreaches.giveBack(claims.slice(index));
        try {
          await this.predictBreaches.predict(claim);
        } catch (error) {
          this.logger.warn(
            `No forecast of ${claim.id}, trying again later: ${error instanceof Error ? error.message : String(error)}`,
          );
        }
      }
    }
  }
}
