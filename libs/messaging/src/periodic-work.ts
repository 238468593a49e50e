import { type Logger } from '@nestjs/common';
import { type DataSource } from 'typeorm';

import { reasonOf, Wakeup } from './waiting';

/** Does something with the database every so often, until it is stopped. A failure is told, and it is tried again next time. */
export class PeriodicWork {
  private readonly pause = new Wakeup();
  private stopping = false;
  private running: Promise<void> = Promise.resolve();

  constructor(
    private readonly dataSource: DataSource,
    private readonly logger: Logger,
    private readonly everyMs: number,
    private readonly work: () => Promise<unknown>,
  ) {}

  /** Whether work that takes several steps should end after the one in hand. */
  get isStopping(): boolean {
    return this.stopping;
  }

  start(): void {
    this.running = this.run();
  }

  /** Resolves when the work in hand is done. */
  async stop(): Promise<void> {
    this.stopping = true;
    this.pause.wake();
    await this.running;
  }

  private async run(): Promise<void> {
    for (;;) {
      await this.pause.wait(this.everyMs);
      if (this.stopping) return;
      if (!this.dataSource.isInitialized) continue;
      try {
        await this.work();
      } catch (error) {
        this.logger.warn(`Next time: ${reasonOf(error)}`);
      }
    }
  }
}
