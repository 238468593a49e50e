import { isRecord } from '@itops/kit';
import {
  BooleanField,
  DateTimeField,
  EnumField,
  IdField,
  IntegerField,
  JsonObjectField,
  NestedListField,
  NextCursorField,
  TextField,
} from '@itops/platform';

import { type TrailRow } from '../../persistence/audit-trail.store';

const nullable = { nullable: true } as const;
const MOST = Number.MAX_SAFE_INTEGER;

/** A row of a service's audit trail. */
export class AuditEntry {
  @IdField({ description: 'The id.' })
  id!: string;

  @TextField({ description: 'The service that did it, or refused it.', max: 255 })
  service!: string;

  @DateTimeField({ description: 'When.' })
  at!: string;

  @TextField({ description: 'Who: a stable name that says nothing personal, such as user:<id> or key:<id>.', max: 512 })
  actor!: string;

  @TextField({
    ...nullable,
    description: 'By which credential they were known; null for the platform itself.',
    max: 512,
  })
  credential!: string | null;

  @TextField({ description: 'What was done, or tried.', max: 512 })
  action!: string;

  @TextField({ description: 'To what kind of thing.', max: 512 })
  resourceType!: string;

  @TextField({ description: 'To which; empty where it was about no single one.', min: 0, max: 512 })
  resourceId!: string;

  @EnumField({ description: 'Whether it was done.', values: ['done', 'refused'] })
  outcome!: 'done' | 'refused';

  @IntegerField({
    description: 'How many attempts the row counts; more than 1 only for refused ones.',
    min: 1,
    max: MOST,
  })
  attempts!: number;

  @TextField({ ...nullable, description: 'Why, where it was said.', min: 0, max: 65_536 })
  reason!: string | null;

  @JsonObjectField({ ...nullable, description: 'What it was before.', maxProperties: 1_000 })
  before!: Record<string, unknown> | null;

  @JsonObjectField({ ...nullable, description: 'What it was afterwards.', maxProperties: 1_000 })
  after!: Record<string, unknown> | null;

  @BooleanField({ description: 'Whether reason, before and after are known here; not when they were erased.' })
  hasContent!: boolean;

  @TextField({ description: 'The same for all that followed from one first signal.', max: 255 })
  correlationId!: string;

  @TextField({ ...nullable, description: 'The event that led to it.', max: 255 })
  causationId!: string | null;

  @TextField({ ...nullable, description: 'The request at the gateway.', max: 255 })
  requestId!: string | null;

  @IdField({ description: "The service's chain." })
  chain!: string;

  @IntegerField({ description: 'Its place in the chain.', min: 1, max: MOST })
  seq!: number;

  @TextField({ description: 'SHA-256 of the row; covers the one before it.', max: 64 })
  hash!: string;
}

export class AuditPage {
  @NestedListField({ description: 'This page.', type: () => AuditEntry, maxItems: 200 })
  items!: AuditEntry[];

  @NextCursorField()
  nextCursor!: string | null;
}

export function toAuditEntry(row: TrailRow): AuditEntry {
  const { id, service, at, actor, credential, action, resourceType, resourceId, outcome, attempts } = row;
  const { correlationId, causationId, requestId, chain, seq, hash, content } = row;
  return {
    ...{ id, service, at, actor, credential, action, resourceType, resourceId, outcome, attempts },
    reason: content?.reason ?? null,
    before: asObject(content?.before),
    after: asObject(content?.after),
    hasContent: content !== null,
    ...{ correlationId, causationId, requestId, chain, seq, hash },
  };
}

function asObject(value: unknown): Record<string, unknown> | null {
  if (value === null || value === undefined) return null;
  return isRecord(value) ? value : { value };
}
