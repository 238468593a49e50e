import { Logger } from '@nestjs/common';
import { DataSource } from 'typeorm';

/** Work that is done again and again, never twice at the same time in this process, and only while the database is there. */
export class RepeatingWork {
  private readonly logger: Logger;
  private timer: NodeJS.Timeout | undefined;
  private running: Promise<void> = Promise.resolve();
  private stopped = false;

  constructor(
    name: string,
    private readonly everyMs: number,
    private readonly dataSource: DataSource,
    private readonly work: () => Promise<void>,
  ) {
    this.logger = new Logger(name);
  }

  start(): void {
    this.plan();
  }

  /** Waits for the work in hand. */
  async stop(): Promise<void> {
    this.stopped = true;
    clearTimeout(this.timer);
    await this.running;
  }

  get isStopping(): boolean {
    return this.stopped;
  }

  private plan(): void {
    if (this.stopped) return;
    this.timer = setTimeout(() => {
      this.running = this.once().finally(() => this.plan());
    }, this.everyMs);
    this.timer.unref();
  }

  private async once(): Promise<void> {
    if (!this.dataSource.isInitialized) return;
    try {
      await this.work();
    } catch (error) {
      this.logger.warn(`Did not finish, trying again: ${error instanceof Error ? error.message : String(error)}`);
    }
  }
}
