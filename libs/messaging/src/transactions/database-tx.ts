import { type DomainEvent } from '@itops/contracts';
import { type Cause, type Clock, newId } from '@itops/kit';
import { type EntityManager } from 'typeorm';

import { append, domainEventRow } from '../outbox/append';
import { withActiveTrace } from '../telemetry/tracing';
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
    const now = this.clock.now();
    const traced =
      typeof cause === 'function' ? (event: DomainEvent) => withActiveTrace(cause(event)) : withActiveTrace(cause);
    const rows = events.map((event) =>
      domainEventRow(event, typeof traced === 'function' ? traced(event) : traced, this.service, now),
    );
    if (rows.length === 0) return;
    await append(this, rows);
    for (const { part } of rows) this.touchedParts.add(part);
  }

  async audit(entries: readonly AuditEntry[], cause: Cause = this.cause): Promise<void> {
    if (entries.length === 0) return;
    const { actor, correlationId, causationId, traceparent } = withActiveTrace(cause);
    await this.query(
      `insert into audit_log (id, at, actor, action, resource_type, resource_id, before, after, reason,
                              correlation_id, causation_id, traceparent)
       select e.id, $1, $2, e.action, e.resource_type, e.resource_id, e.before, e.after, e.reason, $3, $4, $5
       from unnest($6::uuid[], $7::text[], $8::text[], $9::text[], $10::jsonb[], $11::jsonb[], $12::text[])
         as e (id, action, resource_type, resource_id, before, after, reason)`,
      [
        this.clock.now(),
        actor,
        correlationId,
        causationId ?? null,
        traceparent ?? null,
        entries.map(() => newId()),
        entries.map(({ action }) => action),
        entries.map(({ resourceType }) => resourceType),
        entries.map(({ resourceId }) => resourceId),
        entries.map(({ before }) => toJson(before)),
        entries.map(({ after }) => toJson(after)),
        entries.map(({ reason }) => reason ?? null),
      ],
    );
  }
}

function toJson(value: unknown): string | null {
  return value === undefined ? null : JSON.stringify(value);
}
