import { type Static, Type } from '@sinclair/typebox';

import { defineEvent } from '../event';
import { domainTopics } from '../topics';
import { Id, OneOf } from '../vocabulary/fields';
import { RELATIONSHIP_TYPES, type RelationshipType } from '../vocabulary/relationships';

const [first = 'Depends on', ...rest] = Object.keys(RELATIONSHIP_TYPES);

export const RelationshipData = Type.Object({
  id: Id,
  version: Type.Integer(),
  type: Type.Unsafe<RelationshipType>(OneOf([first, ...rest])),
  parentId: Id,
  childId: Id,
  attributes: Type.Record(Type.String(), Type.Unknown()),
});
export type RelationshipData = Static<typeof RelationshipData>;

const on = (fact: string, summary: string) =>
  defineEvent({
    type: `itops.relationship.${fact}.v1`,
    topic: domainTopics.relationship,
    aggregate: 'relationship',
    summary,
    schema: RelationshipData,
  });

export const relationshipAdded = on(
  'added',
  'Two configuration items are related, or the relation got other attributes.',
);
export const relationshipRemoved = on('removed', 'Two configuration items are no longer related.');
