import { setTimeout as pause } from 'node:timers/promises';

import { SECOND, Unavailable } from '@itops/kit';
import { type BeforeApplicationShutdown, Injectable, Logger, type OnApplicationBootstrap } from '@nestjs/common';
import { DataSource } from 'typeorm';

import { type SecurityMarks } from '../events/showing';

const READ_EVERY_MS = SECOND;
const FIRST_READ_EVERY_MS = 100;
const LONGEST_WAIT_MS = 5 * SECOND;

/**
 * Which incidents are marked as security, by the newest event of each: in memory, since it is asked for each event and
 * each listener. While the database is away, what was known last counts.
 */
@Injectable()
export class SecurityIncidents implements SecurityMarks, OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly logger = new Logger(SecurityIncidents.name);
  private readonly stopping = new AbortController();
  private readonly known = Promise.withResolvers<void>();
  private marked: ReadonlySet<string> | undefined;
  private running: Promise<void> = Promise.resolve();
  private complaint: string | undefined;

  constructor(private readonly dataSource: DataSource) {}

  onApplicationBootstrap(): void {
    this.running = this.run();
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.stopping.abort();
    await this.running;
  }

  get areKnown(): boolean {
    return this.marked !== undefined;
  }

  /** @throws Unavailable when they can't be read: then nobody can tell */
  async whenKnown(): Promise<void> {
    const { signal } = this.stopping;
    const limit = pause(LONGEST_WAIT_MS, undefined, { signal, ref: false }).catch(() => undefined);
    await Promise.race([this.known.promise, limit]);
    if (this.areKnown) return;
    throw new Unavailable('Which incidents are about security can not be read right now. Try again in a few seconds.');
  }

  /** Before they were read, any may be. */
  isMarked(incidentId: string): boolean {
    return this.marked?.has(incidentId) ?? true;
  }

  private async run(): Promise<void> {
    const { signal } = this.stopping;
    while (!signal.aborted) {
      await this.read();
      await pause(this.areKnown ? READ_EVERY_MS : FIRST_READ_EVERY_MS, undefined, { signal, ref: false }).catch(
        () => undefined,
      );
    }
  }

  private async read(): Promise<void> {
    if (!this.dataSource.isInitialized) return;
    try {
      const rows: { id: string }[] = await this.dataSource.query(
        `select id from search_document where security and type = 'incident'`,
      );
      this.marked = new Set(rows.map(({ id }) => id));
      this.known.resolve();
      this.complaint = undefined;
    } catch (error) {
      const complaint = String(error);
      if (complaint !== this.complaint) this.logger.warn(`Security incidents are read later: ${complaint}`);
      this.complaint = complaint;
    }
  }
}
