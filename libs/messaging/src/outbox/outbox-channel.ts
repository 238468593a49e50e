import { Injectable, Logger, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { Client, type ClientConfig, Pool } from 'pg';
import { DataSource } from 'typeorm';

import { BackOff, reasonOf, Wakeup } from '../waiting';
import { whenInitialized } from '../when-initialized';
import { PARTS } from './parts';

const CHANNEL = 'itops_outbox';
/** So that many commits share one NOTIFY: each takes a lock that all of the server's commits with a NOTIFY wait for. */
const GATHER_MS = 3;
const HEARTBEAT_MS = 30_000;

/**
 * Tells relays in other processes which parts of the outbox have new rows, by NOTIFY on a connection of its own, never in
 * the write's transaction. It only saves time: what gets lost here, or can't pass through a pooler in transaction mode, is
 * found by the relays' poll.
 */
@Injectable()
export class OutboxChannel implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly logger = new Logger(OutboxChannel.name);
  private readonly ending = new Wakeup();
  /** Between two connections; nothing but the end of the process cuts it short. */
  private readonly rest = new Wakeup();
  private told: string | undefined;
  private readonly pending = new Set<number>();
  private gathering: NodeJS.Timeout | undefined;
  private client: Client | undefined;
  private onParts: ((parts: ReadonlySet<number>) => void) | undefined;
  private running: Promise<void> = Promise.resolve();
  private stopping = false;

  constructor(private readonly dataSource: DataSource) {}

  /** Before the application starts: also hear what others announce. */
  listen(onParts: (parts: ReadonlySet<number>) => void): void {
    this.onParts = onParts;
  }

  /** At most one NOTIFY in `GATHER_MS`; none while the connection is away. */
  announce(part: number): void {
    if (this.client === undefined || this.stopping) return;
    this.pending.add(part);
    this.gathering ??= setTimeout(() => this.notify(), GATHER_MS);
  }

  onApplicationBootstrap(): void {
    this.running = this.keepConnected();
  }

  async onApplicationShutdown(): Promise<void> {
    this.stopping = true;
    clearTimeout(this.gathering);
    this.ending.wake();
    this.rest.wake();
    await this.running;
  }

  private notify(): void {
    this.gathering = undefined;
    const parts = [...this.pending].join(',');
    this.pending.clear();
    // A lost connection is seen by its 'error' and 'end'.
    this.client?.query('select pg_notify($1, $2)', [CHANNEL, parts]).catch(() => undefined);
  }

  private async keepConnected(): Promise<void> {
    await whenInitialized(this.dataSource, () => this.stopping);
    const backOff = new BackOff(200, 10_000);
    while (!this.stopping) {
      try {
        await this.useOneConnection(() => {
          backOff.reset();
          this.told = undefined;
        });
      } catch (error) {
        this.tell(reasonOf(error));
      }
      this.client = undefined;
      if (!this.stopping) await this.rest.wait(backOff.next());
    }
  }

  /** Each reason once, for as long as it lasts. */
  private tell(reason: string): void {
    if (reason !== this.told) {
      this.logger.warn(`Wake-ups between processes wait for the database, polling meanwhile: ${reason}`);
    }
    this.told = reason;
  }

  /** Until it is lost, or no longer wanted. */
  private async useOneConnection(onConnected: () => void): Promise<void> {
    const client = new Client(connectionOf(this.dataSource));
    let lost: Error | undefined;
    const onLost = (error?: Error): void => {
      lost ??= error ?? new Error('the connection has ended');
      this.ending.wake();
    };
    client.on('error', onLost).on('end', () => onLost());
    client.on('notification', ({ payload = '' }) => this.onParts?.(partsIn(payload)));
    try {
      await client.connect();
      if (this.onParts !== undefined) {
        await client.query(`listen ${CHANNEL}`);
        // What was announced before is not told again.
        this.onParts(ALL_PARTS);
      }
      this.client = client;
      onConnected();
      while (!this.stopping && lost === undefined) {
        await this.ending.wait(HEARTBEAT_MS);
        // A connection that has silently gone dark fails here.
        if (lost === undefined && !this.stopping) await client.query('select 1');
      }
      if (lost !== undefined) throw lost;
    } finally {
      this.client = undefined;
      await client.end().catch(() => undefined);
    }
  }
}

const ALL_PARTS: ReadonlySet<number> = new Set(Array.from({ length: PARTS }, (_, part) => part));

function partsIn(payload: string): ReadonlySet<number> {
  return new Set(payload.split(',').map(Number));
}

/** As the pool connects. */
function connectionOf({ driver }: DataSource): ClientConfig {
  const pool: unknown = 'master' in driver ? driver.master : undefined;
  if (!(pool instanceof Pool)) throw new Error('The outbox needs PostgreSQL');
  return pool.options;
}
