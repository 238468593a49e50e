import { Injectable, Logger, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { DataSource } from 'typeorm';

import { PeriodicWork } from '../periodic-work';
import { purgeInbox } from './inbox';

const EVERY_MS = 3_600_000;

/** Keeps the inbox from growing for ever. Replicas may do it at the same time. */
@Injectable()
export class InboxRetention implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly purging: PeriodicWork;

  constructor(dataSource: DataSource) {
    const logger = new Logger(InboxRetention.name);
    this.purging = new PeriodicWork(dataSource, logger, EVERY_MS, () => purgeInbox(dataSource));
  }

  onApplicationBootstrap(): void {
    this.purging.start();
  }

  onApplicationShutdown(): Promise<void> {
    return this.purging.stop();
  }
}
