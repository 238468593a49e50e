import { type Logger } from '@nestjs/common';

import { BackOff, reasonOf, Wakeup, withinLimit } from '../waiting';

/** Something that runs by itself once it was started. */
export interface KeptWork {
  /** Rejects when the broker is away. */
  start(): Promise<void>;
  /** Takes down what `start` made, however far it came. */
  stop(): Promise<void>;
  /** Whether all is well, so that the next failure is waited for only shortly. */
  isWell(): boolean;
}

export interface KeeperOptions {
  /** Without a sign of life for so long, milliseconds, the work is started anew. */
  readonly stallMs?: number;
}

const CLOSE_LIMIT_MS = 5_000;
/** A client whose connection has gone dark may wait for its broker's last answer for ever. */
const STOP_LIMIT_MS = 4_000;
const STALL_MS = 60_000;

/** Keeps work going for ever: what ended, could not start, or shows no sign of life, is started anew. */
export class Keeper {
  private readonly wakeup = new Wakeup();
  private readonly stallMs: number;
  private running: Promise<void> = Promise.resolve();
  private closing: Promise<void> | undefined;
  private stopped = false;
  private over = false;
  private lastSign = 0;
  private busy = 0;

  constructor(
    private readonly work: KeptWork,
    private readonly logger: Logger,
    { stallMs = STALL_MS }: KeeperOptions = {},
  ) {
    this.stallMs = stallMs;
  }

  begin(): void {
    this.running = this.keepGoing();
  }

  isStopping(): boolean {
    return this.stopped;
  }

  /** The work shows that it lives. */
  sign(): void {
    this.lastSign = performance.now();
  }

  /** While this runs, no sign of life is expected. */
  async whileBusy(work: () => Promise<void>): Promise<void> {
    this.busy++;
    try {
      await work();
    } finally {
      this.busy--;
      this.sign();
    }
  }

  /** The work has ended by itself. */
  end(reason: string): void {
    if (this.stopped || this.over) return;
    this.logger.warn(`Starting again after ${reason}`);
    this.over = true;
    this.wakeup.wake();
  }

  async close(): Promise<void> {
    this.stopped = true;
    this.wakeup.wake();
    this.closing ??= withinLimit(this.running, CLOSE_LIMIT_MS);
    await this.closing;
  }

  private async keepGoing(): Promise<void> {
    const backOff = new BackOff(250, 5_000);
    while (!this.stopped) {
      try {
        this.over = false;
        this.sign();
        await this.work.start();
        while (!this.isOver()) {
          await this.wakeup.wait(this.stallMs / 12);
          if (this.work.isWell()) backOff.reset();
        }
      } catch (error) {
        this.logger.warn(`Waiting for the broker: ${reasonOf(error)}`);
      }
      await withinLimit(this.work.stop(), STOP_LIMIT_MS);
      if (!this.isStopping()) await this.wakeup.wait(backOff.next());
    }
  }

  private isOver(): boolean {
    return this.stopped || this.over || this.isStalled();
  }

  private isStalled(): boolean {
    const stalled = this.busy === 0 && performance.now() - this.lastSign > this.stallMs;
    if (stalled) this.logger.warn(`No sign of life for ${this.stallMs} ms: starting again`);
    return stalled;
  }
}
