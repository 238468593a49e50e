import { type DomainEvent } from '@itops/contracts';
import { type Cause, type Clock, newId } from '@itops/kit';
import { type EntityManager } from 'typeorm';

import { append, domainEventRow } from '../outbox/append';
import { withActiveTrace, withCreation } from '../telemetry/tracing';
import { type AuditEntry, type Tx } from './tx';

/** The transaction over TypeORM's manager. Remembers which parts of the outbox it wrote to. */
export class DatabaseTx implements Tx {
  constructor(
    readonly manager: EntityManager,
    readonly cause: Cause,
    private readonly service: string,
    private readonly clock: Clock,
    private readonly touchedParts: Set<number>,
  ) {}

  async query<Row>(sql: string, params: readonly unknown[] = []): Promise<Row[]> {
    const runner = this.manager.queryRunner;
    if (runner === undefined) throw new Error('The transaction has ended');
    const result: { records: Row[] } = await runner.query(sql, [...params], true);
    return result.records;
  }

  async publish(
    events: readonly DomainEvent[],
    cause: Cause | ((event: DomainEvent) => Cause) = this.cause,
  ): Promise<void> {
    if (events.length === 0) return;
    const now = this.clock.now();
    const traced =
      typeof cause === 'function'
        ? (event: DomainEvent) => withCreation(cause(event), [event])
        : withCreation(cause, events);
    const rows = events.map((event) =>
      domainEventRow(event, typeof traced === 'function' ? traced(event) : traced, this.service, now),
    );
    await append(this, rows);
    for (const { part } of rows) this.touchedParts.add(part);
  }

  async audit(
    entries: readonly AuditEntry[],
    cause: Cause | ((entry: AuditEntry) => Cause) = this.cause,
  ): Promise<void> {
    if (entries.length === 0) return;
    const causes =
      typeof cause === 'function'
        ? entries.map((entry) => withActiveTrace(cause(entry)))
        : new Array<Cause>(entries.length).fill(withActiveTrace(cause));
    await this.query(
      `insert into audit_log (id, at, actor, action, resource_type, resource_id, before, after, reason,
                              correlation_id, causation_id, traceparent)
       select e.id, $1, e.actor, e.action, e.resource_type, e.resource_id, e.before, e.after, e.reason,
              e.correlation_id, e.causation_id, e.traceparent
       from unnest($2::uuid[], $3::text[], $4::text[], $5::text[], $6::text[], $7::jsonb[], $8::jsonb[], $9::text[],
                   $10::text[], $11::text[], $12::text[])
         as e (id, actor, action, resource_type, resource_id, before, after, reason, correlation_id, causation_id, traceparent)`,
      [
        this.clock.now(),
        entries.map(() => newId()),
        causes.map(({ actor }) => actor),
        entries.map(({ action }) => action),
        entries.map(({ resourceType }) => resourceType),
        entries.map(({ resourceId }) => resourceId),
        entries.map(({ before }) => toJson(before)),
        entries.map(({ after }) => toJson(after)),
        entries.map(({ reason }) => reason ?? null),
        causes.map(({ correlationId }) => correlationId),
        causes.map(({ causationId }) => causationId ?? null),
        causes.map(({ traceparent }) => traceparent ?? null),
      ],
    );
  }
}

function toJson(value: unknown): string | null {
  return value === undefined ? null : JSON.stringify(value);
}
