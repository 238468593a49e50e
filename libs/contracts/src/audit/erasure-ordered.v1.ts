import { type Static, Type } from '@sinclair/typebox';

import { defineEvent } from '../event';
import { auditTopics } from '../topics';
import { At, Id, Text } from '../vocabulary/fields';

export const ErasureData = Type.Object({
  id: Id,
  /** Words that name the person: as they stand in what is to be erased. */
  subject: Text,
  orderedAt: At,
});
export type ErasureData = Static<typeof ErasureData>;

export const erasureOrdered = defineEvent({
  type: 'itops.erasure.ordered.v1',
  topic: auditTopics.erasure,
  aggregate: 'erasure',
  summary: 'Each service erases what its audit trail holds about a person.',
  schema: ErasureData,
});
