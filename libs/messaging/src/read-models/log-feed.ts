import { aggregateOf, type Delivery, placeOf, toConsumed, toDelivery } from '../consumer/delivery';
import { hold, unhold } from '../consumer/held-messages';
import { arrange, movesOf, sequenceKey, type ToApply, type ToHold } from '../consumer/placing';
import { advance, loadSequences } from '../consumer/sequences';
import { type StoredRecord, toRecord } from '../consumer/stored-record';
import { type AggregateRef } from '../envelope/received-event';
import { type EventTransport, type Tail } from '../port';
import { type IncomingRecord } from '../record';
import { isTransient } from '../transactions/database-errors';
import { reasonOf } from '../waiting';
import { at, type Place } from './model-tables';
import { type ReadModel } from './read-model';
import { LogIncomplete, Refused } from './refusals';
import { type Session } from './session';

/** More than a consumer takes at once: here nobody waits for the transaction's locks. */
const BATCH = 2_000;

export interface FeedOptions {
  readonly transport: EventTransport;
  readonly model: ReadModel;
  readonly living: Place;
  /** Its search path is the copy alone, so that the projection can touch nothing else. */
  readonly session: Session;
  /** Whether a topic that has lost its beginning is refused; a copy that has the old events already does not need them. */
  readonly fromNothing: boolean;
}

/** What has become of the records so far. */
export interface Fed {
  /** Read from the log. */
  read: number;
  /** Projected into the copy. */
  projected: number;
  /** That are no valid events, wherever the living consumer has put them. */
  notUnderstood: number;
}

/**
 * Brings the log into a copy of the model by the consumer's own rules of order and deduplication, and never further
 * than the living model is in each aggregate: so both can be compared, and the living consumer finds in the copy
 * exactly what it has left.
 */
export class LogFeed {
  readonly fed: Fed = { read: 0, projected: 0, notUnderstood: 0 };
  /** Rejects when the copy can't be finished. */
  readonly failed: Promise<never>;
  private readonly tail: Tail;
  private fail: (reason: Error) => void = () => undefined;
  private isOver = false;
  private readonly begun = new Set<string>();
  private last: Promise<unknown> = Promise.resolve();

  constructor(private readonly options: FeedOptions) {
    this.failed = new Promise<never>((_, reject) => {
      this.fail = (reason) => {
        this.isOver = true;
        reject(reason);
      };
    });
    this.failed.catch(() => undefined);
    const { transport, model } = options;
    this.tail = transport.tailRecords({
      topics: model.topics,
      from: 'earliest',
      onRecords: (records) => this.exclusively(() => this.take(records)),
    });
  }

  /** Resolves when everything that was in the log at the beginning has been read. */
  async ready(): Promise<void> {
    await Promise.race([this.tail.ready, this.failed]);
    if (!this.options.fromNothing) return;
    for (const [topic, partitions] of Object.entries(this.tail.positions())) {
      for (const [partition, offset] of Object.entries(partitions)) this.requireBeginning(topic, partition, offset);
    }
  }

  /** Applies what was ahead of the living model and no longer is. */
  async release(): Promise<void> {
    await Promise.race([this.exclusively(() => this.releaseHeld()), this.failed]);
  }

  /** Remembers how far the living model is now; `behind('mark')` then compares with that. */
  async mark(): Promise<void> {
    const { session, living, model } = this.options;
    await session.query('drop table if exists pg_temp.mark');
    await session.query(
      `create temp table mark as select consumer, aggregate_type, aggregate_id, version from ${at(living, 'applied')}
       where consumer = $1`,
      [model.consumer],
    );
  }

  /** Aggregates in which the copy is not as far as the living model is, or was at the mark, with a few of them in words. */
  async behind(than: 'living' | 'mark'): Promise<{ count: number; examples: string[] }> {
    const { session, living, model } = this.options;
    const rows = await session.query<{ what: string; count: number }>(
      `select format('%s %s is at version %s, the log leads to %s', l.aggregate_type, l.aggregate_id, l.version,
                     coalesce(c.version, 0)) as what,
              count(*) over ()::int as count
       from ${than === 'mark' ? 'pg_temp.mark' : at(living, 'applied')} l
       left join applied c using (consumer, aggregate_type, aggregate_id)
       where l.consumer = $1 and coalesce(c.version, 0) < l.version
       order by l.aggregate_type, l.aggregate_id limit 3`,
      [model.consumer],
    );
    return { count: rows[0]?.count ?? 0, examples: rows.map(({ what }) => what) };
  }

  async close(): Promise<void> {
    this.isOver = true;
    await this.tail.close();
    await this.last;
  }

  /** Throws only what passes by itself: the tail then hands over the same records again. */
  private async take(records: readonly IncomingRecord[]): Promise<void> {
    if (this.isOver) return;
    try {
      const [first] = records;
      if (first !== undefined && this.options.fromNothing) {
        this.requireBeginning(first.topic, String(first.partition), first.offset);
      }
      for (let from = 0; from < records.length; from += BATCH) {
        const batch = records.slice(from, from + BATCH);
        await this.apply(batch.map((record) => toDelivery(record)));
        this.fed.read += batch.length;
      }
    } catch (error) {
      if (isTransient(error)) throw error;
      this.fail(error instanceof Error ? error : new Error(reasonOf(error)));
    }
  }

  private async releaseHeld(): Promise<void> {
    for (;;) {
      const records = await this.releasable();
      if (records.length === 0) return;
      await this.apply(records.map((record) => toDelivery(record, true)));
    }
  }

  private async apply(deliveries: readonly Delivery[]): Promise<void> {
    try {
      await this.options.session.transaction(() => this.applyTogether(deliveries));
    } catch (error) {
      if (isTransient(error) || error instanceof Refused) throw error;
      const [only] = deliveries;
      if (only === undefined) throw error;
      if (deliveries.length === 1) {
        throw new Refused(`The projection fails at ${placeOf(only.record)}: ${reasonOf(error)}`, { cause: error });
      }
      const middle = Math.ceil(deliveries.length / 2);
      await this.apply(deliveries.slice(0, middle));
      await this.apply(deliveries.slice(middle));
    }
  }

  private async applyTogether(deliveries: readonly Delivery[]): Promise<void> {
    const { session, model } = this.options;
    const { consumer } = model;
    const aggregates = deliveries.map(aggregateOf).filter((aggregate) => aggregate !== null);
    const limits = await this.livingVersions(aggregates);
    await this.takeOverDiscarded();
    const reached: Delivery[] = [];
    const waiting: ToHold[] = [];
    for (const delivery of deliveries) {
      const aggregate = aggregateOf(delivery);
      if (aggregate === null || aggregate.version <= (limits.get(sequenceKey(aggregate)) ?? 0)) reached.push(delivery);
      else waiting.push({ verdict: 'hold', delivery, aggregate });
    }
    const { states } = await loadSequences(session, consumer, aggregates);
    const placed = arrange(reached, states);
    const next: ToApply[] = [];
    for (const one of placed) {
      if (one.verdict === 'apply') next.push(one);
      else if (one.verdict === 'hold') waiting.push(one);
    }
    await advance(session, consumer, movesOf(next));
    if (next.length > 0) {
      await model.project(
        session,
        next.map(({ delivery, event }) => toConsumed(delivery.record, event)),
      );
    }
    await hold(
      session,
      consumer,
      waiting.filter(({ delivery }) => !delivery.held),
    );
    const stillWaiting = new Set(waiting.map(({ delivery }) => delivery));
    const settled = deliveries.filter((delivery) => delivery.held && !stillWaiting.has(delivery)).map(aggregateOf);
    await unhold(
      session,
      consumer,
      settled.filter((aggregate) => aggregate !== null),
    );
    this.fed.projected += next.length;
    this.fed.notUnderstood += placed.filter(
      ({ verdict, delivery }) => verdict === 'park' && !delivery.decoded.ok,
    ).length;
  }

  /** What was discarded in the living model is passed over here as well, from the moment in which it was. */
  private async takeOverDiscarded(): Promise<void> {
    await this.options.session.query(
      `insert into dead_letter (consumer, aggregate_type, aggregate_id, aggregate_version, status)
       select consumer, aggregate_type, aggregate_id, aggregate_version, status
       from ${at(this.options.living, 'dead_letter')}
       where consumer = $1 and status = 'discarded' and aggregate_id is not null
       on conflict do nothing`,
      [this.options.model.consumer],
    );
  }

  /** Up to which version the living model is right now, in each of these aggregates. */
  private async livingVersions(aggregates: readonly AggregateRef[]): Promise<Map<string, number>> {
    const rows = await this.options.session.query<{ type: string; id: string; version: number }>(
      `select distinct l.aggregate_type as type, l.aggregate_id as id, l.version
       from unnest($2::text[], $3::text[]) a (type, id)
       join ${at(this.options.living, 'applied')} l
         on l.consumer = $1 and l.aggregate_type = a.type and l.aggregate_id = a.id`,
      [this.options.model.consumer, aggregates.map(({ type }) => type), aggregates.map(({ id }) => id)],
    );
    return new Map(rows.map((row) => [sequenceKey(row), row.version]));
  }

  /** Held records that are next in their aggregate and that the living model has applied, with what follows them. */
  private async releasable(): Promise<IncomingRecord[]> {
    const rows = await this.options.session.query<StoredRecord>(
      `with reached as (
         select h.aggregate_type, h.aggregate_id, h.aggregate_version, coalesce(c.version, 0) as version
         from held_message h
         join ${at(this.options.living, 'applied')} l using (consumer, aggregate_type, aggregate_id)
         left join applied c using (consumer, aggregate_type, aggregate_id)
         where h.consumer = $1 and h.aggregate_version <= l.version
       )
       select h.topic, h."partition", h."offset", h.key, h.headers, h.payload, h.recorded_at
       from held_message h
       join reached using (aggregate_type, aggregate_id, aggregate_version)
       where h.consumer = $1 and (aggregate_type, aggregate_id) in (
         select aggregate_type, aggregate_id from reached n where n.aggregate_version <= n.version + 1)
       order by aggregate_type, aggregate_id, aggregate_version limit $2`,
      [this.options.model.consumer, BATCH],
    );
    return rows.map(toRecord);
  }

  private requireBeginning(topic: string, partition: string, offset: string): void {
    const place = `${topic}/${partition}`;
    if (this.begun.has(place)) return;
    this.begun.add(place);
    if (BigInt(offset) === 0n) return;
    throw new LogIncomplete(
      `${topic} has lost its beginning: partition ${partition} begins at offset ${offset}. A model made from the rest would have a hole; the living one stays.`,
    );
  }

  /** The log and what is released must not meet in the same aggregate. */
  private async exclusively<T>(work: () => Promise<T>): Promise<T> {
    const mine = this.last.then(work, work);
    this.last = mine.catch(() => undefined);
    return mine;
  }
}
