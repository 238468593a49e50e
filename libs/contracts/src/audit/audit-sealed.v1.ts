import { type Static, Type } from '@sinclair/typebox';

import { defineEvent } from '../event';
import { auditTopics } from '../topics';
import { At, Id, Nullable, OneOf, Text } from '../vocabulary/fields';

/** SHA-256, hexadecimal. */
const Hash = Text;
/** In the chain; gapless from 1. */
const Seq = Type.Integer();

/** What may hold personal data. */
const AuditContent = Type.Object({
  /** Hexadecimal. */
  salt: Text,
  before: Type.Unknown(),
  after: Type.Unknown(),
  reason: Nullable(Text),
});

export const SealedAuditRow = Type.Object({
  seq: Seq,
  id: Id,
  at: At,
  actor: Text,
  credential: Nullable(Text),
  action: Text,
  resourceType: Text,
  resourceId: Text,
  outcome: OneOf(['done', 'refused']),
  attempts: Type.Integer(),
  correlationId: Text,
  causationId: Nullable(Text),
  requestId: Nullable(Text),
  traceparent: Nullable(Text),
  digests: Type.Object({ before: Nullable(Hash), after: Nullable(Hash), reason: Nullable(Hash) }),
  previousHash: Hash,
  hash: Hash,
  content: Nullable(AuditContent),
});
export type SealedAuditRow = Static<typeof SealedAuditRow>;

export const AuditCheckpoint = Type.Object({
  chain: Id,
  service: Text,
  seq: Type.Integer(),
  hash: Hash,
  at: At,
  keyId: Nullable(Text),
  signature: Nullable(Text),
});
export type AuditCheckpoint = Static<typeof AuditCheckpoint>;

export const AuditSealedData = Type.Object({
  chain: Id,
  service: Text,
  /** In the order of the chain; none when only a checkpoint or an erasure is told. */
  rows: Type.Array(SealedAuditRow),
  checkpoint: Nullable(AuditCheckpoint),
  /** Rows of this chain, sealed earlier, whose content was erased. */
  erased: Type.Array(Seq),
});
export type AuditSealedData = Static<typeof AuditSealedData>;

export const auditSealed = defineEvent({
  type: 'itops.audit.sealed.v1',
  topic: auditTopics.audit,
  aggregate: 'audit-chain',
  summary: "Rows of a service's audit trail are part of its hash chain; now and then with a signed checkpoint.",
  schema: AuditSealedData,
});
