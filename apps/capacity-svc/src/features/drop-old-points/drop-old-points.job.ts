import { Clock, DAY } from '@itops/kit';
import { Transactions } from '@itops/messaging';
import { Inject, Injectable, Logger, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { DataSource } from 'typeorm';

import { CAPACITY_CONFIG, type CapacityConfig } from '../../capacity.config';
import { dropMonth, expiredMonths } from '../../persistence/partitions';
import { readerOf } from '../../persistence/reader';
import { RepeatingWork } from '../../scheduling/repeating-work';
import { serviceCause } from '../../service-cause';

/** Drops the months that are past their retention. */
@Injectable()
export class DropOldPointsJob implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly logger = new Logger(DropOldPointsJob.name);
  private readonly repeating: RepeatingWork;

  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
    private readonly dataSource: DataSource,
    @Inject(CAPACITY_CONFIG) private readonly config: CapacityConfig,
  ) {
    this.repeating = new RepeatingWork(DropOldPointsJob.name, config.RETENTION_CHECK_MS, dataSource, () => this.run());
  }

  onApplicationBootstrap(): void {
    this.repeating.start();
  }

  async onApplicationShutdown(): Promise<void> {
    await this.repeating.stop();
  }

  async run(): Promise<void> {
    const before = new Date(this.clock.now().getTime() - this.config.METRIC_RETENTION_DAYS * DAY);
    for (const month of await expiredMonths(readerOf(this.dataSource), before)) {
      // One at a time: each needs the whole table for a moment.
      await this.transactions.run(serviceCause(), async (tx) => {
        await dropMonth(tx, month);
        await tx.audit([{ action: 'drop-points', resourceType: 'month', resourceId: month, reason: 'past retention' }]);
      });
      this.logger.log(`Dropped the points of ${month}`);
    }
  }
}
