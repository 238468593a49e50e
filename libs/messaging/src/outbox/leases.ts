import { lacks } from '@itops/faults';
import { newId } from '@itops/kit';
import { type DataSource } from 'typeorm';

import { PARTS } from './parts';

/** The right to publish one part of the outbox. The epoch grows with every change of hands. */
export interface Lease {
  readonly part: number;
  readonly epoch: string;
  /** On this process's monotonic clock, milliseconds. Measured from before the question, so never later than the database's. */
  readonly validUntil: number;
}

/**
 * No living relay writes an end that is further away: the database's clock has been set back since, and whoever wrote it
 * may be gone. The minute is for replicas with other settings.
 */
const OVER = `(expires_at < clock_timestamp() or expires_at > clock_timestamp() + $2 * interval '2 milliseconds' + interval '1 minute')`;

/** Shares the outbox's parts among the relays of a service's replicas, by rows that must be renewed. */
export class Leases {
  readonly owner = newId();
  private readonly held = new Map<number, Lease>();
  /** To be given up as soon as no batch is in flight. */
  private readonly surplus = new Set<number>();
  private readonly inFlight = new Set<number>();

  constructor(
    private readonly dataSource: DataSource,
    private readonly leaseMs: number,
  ) {}

  /** The parts of this lane that may be published now. */
  usable(isMine: (part: number) => boolean): Lease[] {
    if (lacks('lease')) return UNLEASED.filter(({ part }) => isMine(part));
    const now = performance.now();
    return [...this.held.values()].filter(
      ({ part, validUntil }) => isMine(part) && validUntil > now && !this.surplus.has(part),
    );
  }

  /** Whether this relay publishes the part now. */
  holds(part: number): boolean {
    return (this.held.get(part)?.validUntil ?? 0) > performance.now();
  }

  /** Whether the same hold, not a later one, is still good. */
  isValid({ part, epoch }: Lease): boolean {
    if (lacks('lease')) return true;
    const current = this.held.get(part);
    return current?.epoch === epoch && current.validUntil > performance.now();
  }

  /** While work runs, its parts are not given up. */
  async inUse<T>(leases: readonly Lease[], work: () => Promise<T>): Promise<T> {
    for (const { part } of leases) this.inFlight.add(part);
    try {
      return await work();
    } finally {
      for (const { part } of leases) this.inFlight.delete(part);
    }
  }

  lose(leases: readonly Lease[]): void {
    for (const { part } of leases) this.held.delete(part);
  }

  /** Renews what is held, takes what is free up to a fair share, gives up what is too much. Answers what was taken. */
  async renew(): Promise<ReadonlySet<number>> {
    const askedAt = performance.now();
    const share = Math.ceil(PARTS / (await this.announce()));
    const renewed = await this.query(
      `update outbox_lease set expires_at = clock_timestamp() + $2 * interval '1 millisecond'
       where owner = $1 returning part, epoch`,
      [this.owner, this.leaseMs],
    );
    const missing = share - renewed.length;
    const taken = missing > 0 ? await this.take(missing) : [];
    this.held.clear();
    for (const { part, epoch } of [...renewed, ...taken]) {
      this.held.set(part, { part, epoch, validUntil: askedAt + this.leaseMs });
    }
    await this.giveUp(-missing);
    return new Set(taken.map(({ part }) => part));
  }

  async releaseAll(): Promise<void> {
    this.held.clear();
    await this.query(`update outbox_lease set owner = null, expires_at = '-infinity' where owner = $1`, [this.owner]);
    await this.query('delete from outbox_relay where owner = $1', [this.owner]);
  }

  /** Says that this relay is there; answers how many there are. */
  private async announce(): Promise<number> {
    const rows: { relays: number }[] = await this.dataSource.query(
      `with gone as (delete from outbox_relay where ${OVER} and owner <> $1),
            here as (
              insert into outbox_relay (owner, expires_at) values ($1, clock_timestamp() + $2 * interval '1 millisecond')
              on conflict (owner) do update set expires_at = excluded.expires_at)
       select count(*)::int + 1 as relays from outbox_relay where owner <> $1 and not ${OVER}`,
      [this.owner, this.leaseMs],
    );
    return rows[0]?.relays ?? 1;
  }

  private async take(count: number): Promise<{ part: number; epoch: string }[]> {
    return this.query(
      `update outbox_lease set owner = $1, epoch = epoch + 1,
              expires_at = clock_timestamp() + $2 * interval '1 millisecond'
       where part in (select part from outbox_lease where ${OVER} and owner is distinct from $1
                      order by random() limit $3 for update skip locked)
       returning part, epoch`,
      [this.owner, this.leaseMs, count],
    );
  }

  private async giveUp(tooMany: number): Promise<void> {
    const parts = [...this.held.keys()];
    this.surplus.clear();
    for (const part of parts.slice(0, Math.max(0, tooMany))) this.surplus.add(part);
    const idle = [...this.surplus].filter((part) => !this.inFlight.has(part));
    if (idle.length === 0) return;
    await this.query(
      `update outbox_lease set owner = null, expires_at = '-infinity' where owner = $1 and part = any($2)`,
      [this.owner, idle],
    );
    for (const part of idle) this.held.delete(part);
  }

  private async query(sql: string, params: unknown[]): Promise<{ part: number; epoch: string }[]> {
    const [rows]: [{ part: number; epoch: string }[], number] = await this.dataSource.query(sql, params);
    return rows;
  }
}

/** What a relay would do that owned nothing and took everything; for a test that must see the harm. */
const UNLEASED: readonly Lease[] = Array.from({ length: PARTS }, (_, part) => ({
  part,
  epoch: '0',
  validUntil: Number.POSITIVE_INFINITY,
}));
