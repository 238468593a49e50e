import { type Static, Type } from '@sinclair/typebox';

import { defineEvent } from '../event';
import { domainTopics } from '../topics';
import { At, Id, Nullable, OneOf, Text } from '../vocabulary/fields';
import { CI_STAGES, OPERATIONAL_STATUSES } from '../vocabulary/words';

/** A configuration item after the fact. */
export const CiData = Type.Object({
  id: Id,
  version: Type.Integer(),
  class: Text,
  /** The class and its ancestors, nearest first. Events from before it was said leave it out. */
  classPath: Type.Optional(Type.Array(Text)),
  name: Text,
  attributes: Type.Record(Type.String(), Type.Unknown()),
  externalIds: Type.Array(Type.Object({ source: Text, externalId: Text })),
  stage: OneOf(CI_STAGES),
  operationalStatus: OneOf(OPERATIONAL_STATUSES),
  ownerGroup: Nullable(Text),
  criticality: Type.Integer({ minimum: 1, maximum: 4 }),
  createdAt: At,
  updatedAt: At,
});
export type CiData = Static<typeof CiData>;

const on = (fact: string, summary: string) =>
  defineEvent({ type: `itops.ci.${fact}.v1`, topic: domainTopics.ci, aggregate: 'ci', summary, schema: CiData });

export const ciCreated = on('created', 'A configuration item became known.');
export const ciUpdated = on('updated', 'Attributes, name, owner, stage or external ids changed.');
export const ciStatusChanged = on('status-changed', 'The operational status moved.');
export const ciRetired = on('retired', 'The configuration item is no longer in use.');
