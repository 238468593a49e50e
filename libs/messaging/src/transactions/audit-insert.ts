import { type Cause, newId } from '@itops/kit';

import { type Columns, insertStatement, type Statement } from './insert-statement';
import { type AuditEntry } from './tx';

/** Who did what, and what led to it. */
export interface AuditRow {
  readonly at: Date;
  readonly entry: AuditEntry;
  readonly cause: Cause;
}

const COLUMNS: Columns = [
  ['id', 'uuid'],
  ['at', 'timestamptz'],
  ['actor', 'text'],
  ['action', 'text'],
  ['resource_type', 'text'],
  ['resource_id', 'text'],
  ['before', 'jsonb'],
  ['after', 'jsonb'],
  ['reason', 'text'],
  ['correlation_id', 'text'],
  ['causation_id', 'text'],
  ['traceparent', 'text'],
  ['credential', 'text'],
  ['request_id', 'text'],
  ['outcome', 'text'],
  ['attempts', 'int'],
];

export function auditInsert(rows: readonly AuditRow[]): Statement {
  const values = rows.map(({ at, entry, cause }) => [
    newId(),
    at,
    cause.actor,
    entry.action,
    entry.resourceType,
    entry.resourceId,
    toJson(entry.before),
    toJson(entry.after),
    entry.reason ?? null,
    cause.correlationId,
    cause.causationId ?? null,
    cause.traceparent ?? null,
    cause.credential ?? null,
    cause.requestId ?? null,
    entry.outcome ?? 'done',
    entry.attempts ?? 1,
  ]);
  return insertStatement('audit_log', COLUMNS, values);
}

function toJson(value: unknown): string | null {
  return value === undefined ? null : JSON.stringify(value);
}
