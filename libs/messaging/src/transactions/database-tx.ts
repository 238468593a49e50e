import { type DomainEvent } from '@itops/contracts';
import { reach } from '@itops/faults';
import { type Cause, type Clock } from '@itops/kit';
import { QueryFailedError } from 'typeorm';

import { domainEventRow, outboxInsert, type OutboxRow } from '../outbox/append';
import { withActiveTrace, withCreation } from '../telemetry/tracing';
import { auditInsert, type AuditRow } from './audit-insert';
import { keepingPlan, type NamedStatement } from './kept-plans';
import { type AuditEntry, type Plan, type Tx } from './tx';

/** What is used of pg's client. */
export interface Connection {
  query<Row>(
    statement: string | NamedStatement,
    params?: unknown[],
  ): Promise<{ readonly rows: Row[]; readonly command: string }>;
  end(): Promise<void>;
}

/** @throws QueryFailedError */
export async function queryRows<Row>(
  connection: Pick<Connection, 'query'>,
  sql: string,
  params: readonly unknown[],
  plan: Plan = 'fresh',
): Promise<Row[]> {
  const values = [...params];
  try {
    const { rows } = await (plan === 'kept'
      ? connection.query<Row>(keepingPlan(sql, values))
      : connection.query<Row>(sql, values));
    return rows;
  } catch (error) {
    throw new QueryFailedError(sql, values, error instanceof Error ? error : new Error(String(error)));
  }
}

/** The transaction over one connection. Audit rows and events are gathered and written by `flush`. */
export class DatabaseTx implements Tx {
  private auditRows: AuditRow[] = [];
  private outboxRows: OutboxRow[] = [];
  private readonly parts = new Set<number>();
  private readonly noted: (() => void)[] = [];

  constructor(
    private readonly connection: Pick<Connection, 'query'>,
    readonly cause: Cause,
    private readonly service: string,
    private readonly clock: Clock,
  ) {}

  query<Row>(sql: string, params: readonly unknown[] = [], plan: Plan = 'fresh'): Promise<Row[]> {
    return queryRows(this.connection, sql, params, plan);
  }

  async publish(
    events: readonly DomainEvent[],
    cause: Cause | ((event: DomainEvent) => Cause) = this.cause,
  ): Promise<void> {
    await reach('after-state-write');
    if (events.length === 0) return;
    const now = this.clock.now();
    const created = typeof cause === 'function' ? cause : withCreation(cause, events);
    const causeOf = (event: DomainEvent) =>
      typeof created === 'function' ? withCreation(created(event), [event]) : created;
    for (const event of events) this.outboxRows.push(domainEventRow(event, causeOf(event), this.service, now));
  }

  audit(entries: readonly AuditEntry[], cause: Cause | ((entry: AuditEntry) => Cause) = this.cause): Promise<void> {
    const at = this.clock.now();
    const causeOf = traced(cause);
    for (const entry of entries) this.auditRows.push({ at, entry, cause: causeOf(entry) });
    return Promise.resolve();
  }

  afterCommit(follower: () => void): void {
    this.noted.push(follower);
  }

  /** What was noted for after the commit. */
  get followers(): readonly (() => void)[] {
    return this.noted;
  }

  /** Writes what was gathered. Answers the parts of the outbox that got rows. */
  async flush(): Promise<ReadonlySet<number>> {
    const { auditRows, outboxRows } = this;
    this.auditRows = [];
    this.outboxRows = [];
    if (auditRows.length > 0) {
      const audit = auditInsert(auditRows);
      if (outboxRows.length === 0) {
        await this.query(audit.sql, audit.params, 'kept');
      } else {
        const outbox = outboxInsert(outboxRows, audit.params.length + 1);
        await this.query(`with audited as (${audit.sql}) ${outbox.sql}`, [...audit.params, ...outbox.params], 'kept');
      }
    } else if (outboxRows.length > 0) {
      const outbox = outboxInsert(outboxRows);
      await this.query(outbox.sql, outbox.params, 'kept');
    }
    for (const { part } of outboxRows) this.parts.add(part);
    if (outboxRows.length > 0) await reach('after-outbox-write');
    return this.parts;
  }
}

function traced<Of>(cause: Cause | ((of: Of) => Cause)): (of: Of) => Cause {
  if (typeof cause === 'function') return (of) => withActiveTrace(cause(of));
  const same = withActiveTrace(cause);
  return () => same;
}
