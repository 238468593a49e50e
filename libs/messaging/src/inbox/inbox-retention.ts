import { Injectable, Logger, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { DataSource } from 'typeorm';

import { reasonOf, Wakeup } from '../waiting';
import { purgeInbox } from './inbox';

const EVERY_MS = 3_600_000;

/** Keeps the inbox from growing for ever. Replicas may do it at the same time. */
@Injectable()
export class InboxRetention implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly logger = new Logger(InboxRetention.name);
  private readonly pause = new Wakeup();
  private stopping = false;
  private running: Promise<void> = Promise.resolve();

  constructor(private readonly dataSource: DataSource) {}

  onApplicationBootstrap(): void {
    this.running = this.run();
  }

  async onApplicationShutdown(): Promise<void> {
    this.stopping = true;
    this.pause.wake();
    await this.running;
  }

  private async run(): Promise<void> {
    for (;;) {
      await this.pause.wait(EVERY_MS);
      if (this.stopping) return;
      if (!this.dataSource.isInitialized) continue;
      await purgeInbox(this.dataSource).catch((error: unknown) => this.logger.warn(`Next time: ${reasonOf(error)}`));
    }
  }
}
