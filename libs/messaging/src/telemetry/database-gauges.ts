import { Injectable } from '@nestjs/common';
import { type BatchObservableResult, metrics } from '@opentelemetry/api';
import { DataSource } from 'typeorm';

import { inTime } from './in-time';

/** Up to so many rows are counted; more are told as that many. */
const COUNTED_ROWS = 10_000;
/** Several who ask for metrics share one look at the database. */
const KEPT_MS = 2_000;

interface Waiting {
  readonly rows: number;
  /** Age of the oldest, seconds. */
  readonly oldest: number;
}

interface Found {
  readonly deadLetters: readonly (Waiting & { consumer: string; kind: string })[];
  readonly held: readonly (Waiting & { consumer: string })[];
}

/** What waits in the service's tables, read when metrics are asked for, by queries that stay cheap however much waits. */
@Injectable()
export class DatabaseGauges {
  private readonly meter = metrics.getMeter('@itops/messaging');
  private readonly letterRows = this.gauge('itops.dead_letter.rows', 'Messages now parked, up to 10,000');
  private readonly letterOldest = this.gauge('itops.dead_letter.oldest', 'Since when the oldest is parked', 's');
  private readonly heldRows = this.gauge('itops.held.rows', 'Messages held behind a gap, up to 10,000');
  private readonly heldOldest = this.gauge('itops.held.oldest', 'Since when the oldest is held', 's');
  private readonly all = [this.letterRows, this.letterOldest, this.heldRows, this.heldOldest];
  /** What was seen once falls to 0 afterwards, instead of ceasing to be told. */
  private readonly seenLetters = new Map<string, { consumer: string; reason_kind: string }>();
  private readonly seenHeld = new Map<string, { consumer: string }>();
  private latest: { readonly at: number; readonly found: Promise<Found> } | undefined;

  constructor(private readonly dataSource: DataSource) {
    this.meter.addBatchObservableCallback(async (result) => {
      if (!this.dataSource.isInitialized) return;
      const found = await inTime(() => this.read());
      if (found !== undefined) this.tell(result, found);
    }, this.all);
  }

  private tell(result: BatchObservableResult, { deadLetters, held }: Found): void {
    // A series without a consumer, so that "nothing is there" can be told from "nobody answers".
    for (const gauge of this.all) result.observe(gauge, 0);
    for (const attributes of this.seenLetters.values()) {
      result.observe(this.letterRows, 0, attributes);
      result.observe(this.letterOldest, 0, attributes);
    }
    for (const { consumer, kind, rows, oldest } of deadLetters) {
      const attributes = { consumer, reason_kind: kind };
      this.seenLetters.set(`${consumer} ${kind}`, attributes);
      result.observe(this.letterRows, rows, attributes);
      result.observe(this.letterOldest, oldest, attributes);
    }
    for (const attributes of this.seenHeld.values()) {
      result.observe(this.heldRows, 0, attributes);
      result.observe(this.heldOldest, 0, attributes);
    }
    for (const { consumer, rows, oldest } of held) {
      this.seenHeld.set(consumer, { consumer });
      result.observe(this.heldRows, rows, { consumer });
      result.observe(this.heldOldest, oldest, { consumer });
    }
  }

  private read(): Promise<Found> {
    const now = performance.now();
    if (this.latest === undefined || now - this.latest.at > KEPT_MS) this.latest = { at: now, found: this.query() };
    return this.latest.found;
  }

  private async query(): Promise<Found> {
    return { deadLetters: await this.deadLetters(), held: await this.held() };
  }

  private async deadLetters(): Promise<Found['deadLetters']> {
    const rows: (Waiting & { consumer: string; kind: string })[] = await this.dataSource.query(
      `select consumer, reason_kind as kind, count(*)::int as rows,
              extract(epoch from clock_timestamp() - min(first_at))::float8 as oldest
       from (select consumer, reason_kind, first_at from dead_letter where status = 'parked' limit $1) looked_at
       group by consumer, reason_kind`,
      [COUNTED_ROWS],
    );
    return rows;
  }

  private async held(): Promise<Found['held']> {
    const rows: (Waiting & { consumer: string })[] = await this.dataSource.query(
      `select consumer, count(*)::int as rows, extract(epoch from clock_timestamp() - min(held_at))::float8 as oldest
       from (select consumer, held_at from held_message limit $1) looked_at
       group by consumer`,
      [COUNTED_ROWS],
    );
    return rows;
  }

  private gauge(name: string, description: string, unit?: string) {
    return this.meter.createObservableGauge(name, { description, ...(unit === undefined ? {} : { unit }) });
  }
}
