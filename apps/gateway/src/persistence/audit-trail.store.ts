import { type AuditCheckpoint, type AuditSealedData, type SealedAuditRow } from '@itops/contracts';
import { type Tx } from '@itops/messaging';

/** Whose row it is, and the row. */
export interface TrailRow extends SealedAuditRow {
  readonly chain: string;
  readonly service: string;
}

/** Notes what the sealers have told. What is known already stays as it is. */
export async function noteSealed(tx: Pick<Tx, 'query'>, batches: readonly AuditSealedData[]): Promise<void> {
  await insertRows(
    tx,
    batches.flatMap(({ chain, service, rows }) => rows.map((row) => ({ chain, service, ...row }))),
  );
  await insertCheckpoints(
    tx,
    batches.flatMap(({ checkpoint }) => (checkpoint === null ? [] : [checkpoint])),
  );
  await eraseContents(
    tx,
    batches.flatMap(({ chain, erased }) => erased.map((seq) => ({ chain, seq }))),
  );
}

async function insertRows(tx: Pick<Tx, 'query'>, rows: readonly TrailRow[]): Promise<void> {
  if (rows.length === 0) return;
  await tx.query(
    `insert into audit_entry (chain, seq, service, id, at, actor, credential, action, resource_type, resource_id, outcome,
       attempts, correlation_id, causation_id, request_id, traceparent, before_digest, after_digest, reason_digest,
       previous_hash, hash, salt, before, after, reason)
     select chain, seq, service, id, at, actor, credential, action, "resourceType", "resourceId", outcome, attempts,
       "correlationId", "causationId", "requestId", traceparent, digests ->> 'before', digests ->> 'after',
       digests ->> 'reason', "previousHash", hash, content ->> 'salt', nullif(content -> 'before', 'null'),
       nullif(content -> 'after', 'null'), content ->> 'reason'
     from jsonb_to_recordset($1::jsonb) as r (chain uuid, seq bigint, service text, id uuid, at timestamptz, actor text,
       credential text, action text, "resourceType" text, "resourceId" text, outcome text, attempts int,
       "correlationId" text, "causationId" text, "requestId" text, traceparent text, digests jsonb, "previousHash" text,
       hash text, content jsonb)
     on conflict (chain, seq) do nothing`,
    [JSON.stringify(rows)],
  );
}

async function insertCheckpoints(tx: Pick<Tx, 'query'>, checkpoints: readonly AuditCheckpoint[]): Promise<void> {
  if (checkpoints.length === 0) return;
  await tx.query(
    `insert into audit_attested (chain, seq, at, service, hash, key_id, signature)
     select chain, seq, at, service, hash, "keyId", signature
     from jsonb_to_recordset($1::jsonb) as r (chain uuid, seq bigint, at timestamptz, service text, hash text,
       "keyId" text, signature text)
     on conflict (chain, seq, at) do nothing`,
    [JSON.stringify(checkpoints)],
  );
}

async function eraseContents(
  tx: Pick<Tx, 'query'>,
  rows: readonly { readonly chain: string; readonly seq: number }[],
): Promise<void> {
  if (rows.length === 0) return;
  await tx.query(
    `update audit_entry e set salt = null, before = null, after = null, reason = null
     from unnest($1::uuid[], $2::bigint[]) as r (chain, seq) where e.chain = r.chain and e.seq = r.seq`,
    [rows.map(({ chain }) => chain), rows.map(({ seq }) => seq)],
  );
}
