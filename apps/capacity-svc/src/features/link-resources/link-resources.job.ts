import { Clock } from '@itops/kit';
import { Transactions } from '@itops/messaging';
import { Inject, Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { DataSource } from 'typeorm';

import { CAPACITY_CONFIG, type CapacityConfig } from '../../capacity.config';
import { linkKnown } from '../../evaluation/link-resources';
import { meetArrivals } from '../../persistence/configuration-items';
import { unlinkedReferences } from '../../persistence/resource.store';
import { RepeatingWork } from '../../scheduling/repeating-work';
import { serviceCause } from '../../service-cause';

/** Links what no item's own event tells: a name that two items had, until one of them was renamed or retired. */
@Injectable()
export class LinkResourcesJob implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly repeating: RepeatingWork;

  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
    dataSource: DataSource,
    @Inject(CAPACITY_CONFIG) config: CapacityConfig,
  ) {
    this.repeating = new RepeatingWork(LinkResourcesJob.name, config.LINK_SWEEP_MS, dataSource, () => this.run());
  }

  onApplicationBootstrap(): void {
    this.repeating.start();
  }

  async onApplicationShutdown(): Promise<void> {
    await this.repeating.stop();
  }

  async run(): Promise<void> {
    await this.transactions.run(serviceCause(), async (tx) => {
      const references = await unlinkedReferences(tx);
      if (references.length === 0) return;
      await meetArrivals(tx, 'announcing');
      await linkKnown(tx, references, this.clock.now());
    });
  }
}
