import { reach } from '@itops/faults';
import { Readiness } from '@itops/kit';
import {
  type BeforeApplicationShutdown,
  Inject,
  Injectable,
  Logger,
  type OnApplicationBootstrap,
} from '@nestjs/common';
import { DataSource } from 'typeorm';

import { gatherMs } from '../gathering';
import { EventTransport, RecordsRefused } from '../port';
import { Meters } from '../telemetry/meters';
import { inRelaySpan } from '../telemetry/tracing';
import { BackOff, reasonOf, Wakeup, withinLimit } from '../waiting';
import { whenInitialized } from '../when-initialized';
import { type Lease, Leases } from './leases';
import { observeBacklog } from './observe-backlog';
import { deletePublished, hasRows, type PendingRow, readBatch } from './outbox-queries';
import { OutboxChannel } from './outbox-channel';
import { PARTS } from './parts';

export interface RelayOptions {
  /** How often to look for rows that no kick announced, milliseconds. Default 250. */
  readonly pollMs?: number;
  /** For how long a part is this relay's own without renewal, milliseconds. Default 10,000. */
  readonly leaseMs?: number;
  /** The most rows of one part in one batch. Default 250. */
  readonly batchRows?: number;
  /** The most bytes of one part in one batch, unless a single row is larger. Default 256 KiB. */
  readonly batchBytes?: number;
}

export const RELAY_OPTIONS = Symbol('itops-relay-options');

const DEFAULTS: Required<RelayOptions> = { pollMs: 250, leaseMs: 10_000, batchRows: 250, batchBytes: 256 * 1024 };
/** One lane talks to the database while the other one's batch is at the broker. */
const LANES = 2;
/** So long a part waits whose first rows the broker has refused. */
const REFUSED_REST_MS = 2_000;
const SHUTDOWN_LIMIT_MS = 5_000;

interface Lane {
  readonly number: number;
  readonly wakeup: Wakeup;
  /** Waits after a failure, which no kick ends. */
  readonly pause: Wakeup;
  busy: boolean;
}

/**
 * Publishes the outbox. Each part has one batch in flight, whose rows are deleted after the broker's acknowledgement;
 * on any doubt the identical batch is sent again.
 */
@Injectable()
export class Relay implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly logger = new Logger(Relay.name);
  private readonly settings: Required<RelayOptions>;
  private readonly leases: Leases;
  private readonly lanes: Lane[] = [];
  private readonly renewal = new Wakeup();
  private readonly polling = new Wakeup();
  /** Parts whose first rows the broker has refused, and until when they rest, on the monotonic clock. */
  private readonly refused = new Map<number, number>();
  private running: Promise<unknown> = Promise.resolve();
  private stopping = false;
  private state = 'waits for the database';
  private sharing = false;

  constructor(
    private readonly dataSource: DataSource,
    private readonly transport: EventTransport,
    private readonly meters: Meters,
    channel: OutboxChannel,
    readiness: Readiness,
    @Inject(RELAY_OPTIONS) options: RelayOptions,
  ) {
    this.settings = { ...DEFAULTS, ...options };
    this.leases = new Leases(dataSource, this.settings.leaseMs);
    for (let number = 0; number < LANES; number++) {
      this.lanes.push({ number, wakeup: new Wakeup(), pause: new Wakeup(), busy: false });
    }
    channel.listen((parts) => this.kick(parts));
    readiness.register('outbox-relay', () => ({ ready: this.sharing, detail: this.state }));
    observeBacklog(meters, dataSource);
    meters.observeLeases(() => this.leases.usable(() => true).length);
  }

  /** Rows have been committed to these parts. */
  kick(parts: ReadonlySet<number>): void {
    for (const { number, wakeup } of this.lanes) {
      for (const part of parts) {
        if (part % LANES !== number) continue;
        wakeup.wake();
        break;
      }
    }
  }

  /** Whether this relay publishes the part now. */
  holds(part: number): boolean {
    return this.leases.holds(part);
  }

  onApplicationBootstrap(): void {
    this.running = this.run();
  }

  /** Finishes the batches in hand and gives the parts back, so that another replica takes them at once. */
  async beforeApplicationShutdown(): Promise<void> {
    this.stopping = true;
    for (const { wakeup, pause } of this.lanes) {
      wakeup.wake();
      pause.wake();
    }
    this.renewal.wake();
    this.polling.wake();
    await withinLimit(this.running, SHUTDOWN_LIMIT_MS);
  }

  private async run(): Promise<void> {
    await whenInitialized(this.dataSource, () => this.stopping);
    await Promise.all([this.keepLeases(), this.poll(), ...this.lanes.map((lane) => this.drive(lane))]);
    if (!this.dataSource.isInitialized) return;
    await this.leases.releaseAll().catch((error: unknown) => this.logger.warn(`Leases were left: ${reasonOf(error)}`));
  }

  private async keepLeases(): Promise<void> {
    while (!this.stopping) {
      try {
        // What waits in the parts that were taken was announced to whoever had them before.
        this.kick(await this.leases.renew());
        this.sharing = true;
        this.state = this.summary();
      } catch (error) {
        this.sharing = false;
        this.complain('Leases', error);
      }
      await this.renewal.wait(this.settings.leaseMs / 4);
    }
  }

  private async poll(): Promise<void> {
    while (!this.stopping) {
      await this.polling.wait(this.settings.pollMs);
      const idle = this.lanes.filter(({ busy }) => !busy);
      const parts = this.publishable((part) => idle.some(({ number }) => part % LANES === number));
      if (parts.length === 0) continue;
      try {
        const found = await hasRows(
          this.dataSource,
          parts.map(({ part }) => part),
        );
        if (found) for (const { wakeup } of idle) wakeup.wake();
      } catch (error) {
        this.complain('Poll', error);
      }
    }
  }

  private async drive(lane: Lane): Promise<void> {
    const backOff = new BackOff(100, 5_000);
    while (!this.stopping) {
      await lane.wakeup.wait(this.settings.pollMs * 40);
      lane.busy = true;
      try {
        for (let rows = 0, begin = performance.now(); !this.stopping && (rows = await this.publishNext(lane)) > 0;) {
          backOff.reset();
          // Writers that come one by one fill the next batch meanwhile.
          const gathering = gatherMs(rows, performance.now() - begin);
          if (gathering > 0) await lane.pause.wait(gathering);
          begin = performance.now();
        }
      } catch (error) {
        this.complain('Relay', error);
        await lane.pause.wait(backOff.next());
        lane.wakeup.wake();
      } finally {
        lane.busy = false;
      }
    }
  }

  /** How many rows it was. */
  private async publishNext(lane: Lane): Promise<number> {
    const leases = this.publishable((part) => part % LANES === lane.number);
    if (leases.length === 0) return 0;
    const { batchRows, batchBytes } = this.settings;
    return this.leases.inUse(leases, async () => {
      const rows = await readBatch(this.dataSource, leases, batchRows, batchBytes);
      if (rows.length === 0) return 0;
      await reach('after-relay-read');
      const published = await this.publish(lane, leases, rows);
      if (published.length === 0) return 0;
      await reach('after-broker-ack');
      this.meters.published(published.length);
      this.meters.relayed(published.map(({ createdAt }) => createdAt));
      await reach('before-outbox-delete');
      const deleted = await deletePublished(this.dataSource, this.leases.owner, leases, published);
      if (deleted < published.length) {
        this.logger.warn(`${published.length - deleted} rows were published, but their part has another relay now`);
        this.leases.lose(leases);
        this.renewal.wake();
      }
      return published.length;
    });
  }

  /** Sends the same rows until they are acknowledged or their leases are gone. */
  private async publish(lane: Lane, leases: readonly Lease[], rows: PendingRow[]): Promise<PendingRow[]> {
    const backOff = new BackOff(200, 5_000);
    for (let mine = rows; ;) {
      const valid = new Set(leases.filter((lease) => this.leases.isValid(lease)).map(({ part }) => part));
      mine = mine.filter(({ part }) => valid.has(part));
      if (mine.length === 0 || this.stopping) return [];
      try {
        const records = mine.map(({ record }) => record);
        await inRelaySpan(records, () => this.transport.publishBatch(records));
        for (const part of valid) this.refused.delete(part);
        return mine;
      } catch (error) {
        this.complain('Broker', error);
        if (error instanceof RecordsRefused) return this.publishApart(leases, mine);
        await lane.pause.wait(backOff.next());
      }
    }
  }

  /** Each part on its own, so that what the broker refuses holds up nothing but its own part. */
  private async publishApart(leases: readonly Lease[], rows: readonly PendingRow[]): Promise<PendingRow[]> {
    const published: PendingRow[] = [];
    const byPart = Map.groupBy(rows, ({ part }) => part);
    for (const lease of leases) {
      const own = byPart.get(lease.part) ?? [];
      if (own.length === 0 || this.stopping || !this.leases.isValid(lease)) continue;
      try {
        const records = own.map(({ record }) => record);
        await inRelaySpan(records, () => this.transport.publishBatch(records));
        this.refused.delete(lease.part);
        published.push(...own);
      } catch (error) {
        this.complain(`Part ${lease.part}`, error);
        if (!(error instanceof RecordsRefused)) break;
        this.refused.set(lease.part, performance.now() + REFUSED_REST_MS);
      }
    }
    return published;
  }

  private publishable(isMine: (part: number) => boolean): Lease[] {
    const now = performance.now();
    return this.leases.usable((part) => isMine(part) && (this.refused.get(part) ?? 0) <= now);
  }

  private summary(): string {
    const all = `publishes ${this.leases.usable(() => true).length} of ${PARTS} parts`;
    const refused = [...this.refused.keys()].filter((part) => this.leases.holds(part));
    return refused.length === 0 ? all : `${all}; the broker refuses what comes first in ${refused.join(', ')}`;
  }

  private complain(what: string, error: unknown): void {
    const reason = reasonOf(error);
    if (reason !== this.state) this.logger.warn(`${what}: trying again after: ${reason}`);
    this.state = reason;
  }
}
