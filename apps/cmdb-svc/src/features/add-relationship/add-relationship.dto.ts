import { type CiReference, RELATIONSHIP_TYPE_NAMES, type RelationshipType } from '@itops/contracts';
import { CiReferenceField, EnumField, IdField, JsonObjectField } from '@itops/platform';

import { RELATIONSHIP_ATTRIBUTES } from '../../resource/relationship.resource';

export class AddRelationshipInput {
  @EnumField({ description: 'How the parent is related to the child.', values: RELATIONSHIP_TYPE_NAMES })
  type!: RelationshipType;

  @CiReferenceField({ description: 'The parent end; this or parentId.', optional: true })
  parent?: CiReference;

  @CiReferenceField({ description: 'The child end; this or childId.', optional: true })
  child?: CiReference;

  @IdField({ description: 'The parent end by its id, as responses name it.', optional: true })
  parentId?: string;

  @IdField({ description: 'The child end by its id, as responses name it.', optional: true })
  childId?: string;

  @JsonObjectField({ ...RELATIONSHIP_ATTRIBUTES, optional: true })
  attributes?: Record<string, unknown>;
}
