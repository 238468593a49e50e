import { type MigrationInterface } from 'typeorm';

import { CreateMessaging1700000000001 } from './1700000000001-create-messaging';
import { SettleDeadLetters1700000000002 } from './1700000000002-settle-dead-letters';
import { DropOutboxIdIndex1700000000003 } from './1700000000003-drop-outbox-id-index';
import { CreateOutboxSlot1700000000004 } from './1700000000004-create-outbox-slot';
import { IndexSettledLetters1700000000005 } from './1700000000005-index-settled-letters';
import { CreateIdempotencyKeys1700000000007 } from './1700000000007-create-idempotency-keys';
import { KeepRightsOfAnswers1700000000008 } from './1700000000008-keep-rights-of-answers';
import { SealManyInOne1700000000009 } from './1700000000009-seal-many-in-one';
import { KeepPayloadsAsTheyAre1700000000010 } from './1700000000010-keep-payloads-as-they-are';
import { ChainAudit1700000000006 } from './1700000000006-chain-audit';

/** The backbone's own tables; each service lists these before its own migrations. */
export const messagingMigrations: readonly (new () => MigrationInterface)[] = [
  CreateMessaging1700000000001,
  SettleDeadLetters1700000000002,
  DropOutboxIdIndex1700000000003,
  CreateOutboxSlot1700000000004,
  IndexSettledLetters1700000000005,
  CreateIdempotencyKeys1700000000007,
  ChainAudit1700000000006,
  KeepRightsOfAnswers1700000000008,
  SealManyInOne1700000000009,
  KeepPayloadsAsTheyAre1700000000010,
];
