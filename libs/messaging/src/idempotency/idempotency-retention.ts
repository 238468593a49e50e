import { Clock, MINUTE } from '@itops/kit';
import { Injectable, Logger, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { DataSource } from 'typeorm';

import { PeriodicWork } from '../periodic-work';
import { purgeKeys } from './kept-answers';

const EVERY_MS = 10 * MINUTE;

/** Keeps the answers to keyed requests from being stored for longer than is promised. */
@Injectable()
export class IdempotencyRetention implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly purging: PeriodicWork;

  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
  ) {
    const logger = new Logger(IdempotencyRetention.name);
    this.purging = new PeriodicWork(dataSource, logger, EVERY_MS, () => this.purge());
  }

  onApplicationBootstrap(): void {
    this.purging.start();
  }

  onApplicationShutdown(): Promise<void> {
    return this.purging.stop();
  }

  purge(): Promise<void> {
    return purgeKeys(this.dataSource, this.clock.now(), () => this.purging.isStopping);
  }
}
