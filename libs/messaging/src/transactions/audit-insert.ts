import { type Cause, newId } from '@itops/kit';

import { type Columns, insertStatement } from './insert-statement';
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
const PENDING: Columns = [['record_id', 'uuid']];

/** The rows, and their announcement to the sealer: parts of one statement, with their parameters one behind the other. */
export interface AuditInsert {
  readonly rows: string;
  readonly announcement: string;
  readonly params: readonly unknown[];
}

export function auditInsert(rows: readonly AuditRow[]): AuditInsert {
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
  const log = insertStatement('audit_log', COLUMNS, values);
  const pending = insertStatement(
    'audit_pending',
    PENDING,
    values.map(([id]) => [id]),
    log.params.length + 1,
  );
  return { rows: log.sql, announcement: pending.sql, params: [...log.params, ...pending.params] };
}

function toJson(value: unknown): string | null {
  return value === undefined ? null : JSON.stringify(value);
}
