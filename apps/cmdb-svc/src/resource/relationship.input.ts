import { type CiReference, RELATIONSHIP_TYPE_NAMES, type RelationshipType } from '@itops/contracts';
import { type FieldError, InvalidInput } from '@itops/kit';
import { CiReferenceField, EnumField, IdField, JsonObjectField } from '@itops/platform';

import { RELATIONSHIP_ATTRIBUTES } from './relationship.resource';

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

export class UpdateRelationshipInput {
  @JsonObjectField({
    ...RELATIONSHIP_ATTRIBUTES,
    description: `A merge patch (RFC 7396). ${RELATIONSHIP_ATTRIBUTES.description}`,
  })
  attributes!: Record<string, unknown>;
}

/** The parent's and then the child's reference, by the field that names it. @throws InvalidInput */
export function endsOf({ parent, parentId, child, childId }: AddRelationshipInput): Map<string, CiReference> {
  const errors: FieldError[] = [];
  const ends = new Map<string, CiReference>();
  for (const [name, reference, id] of [
    ['/parent', parent, parentId],
    ['/child', child, childId],
  ] as const) {
    const given = reference ?? id;
    if (given === undefined) errors.push({ pointer: name, reason: 'is required' });
    else if (reference !== undefined && id !== undefined) {
      errors.push({ pointer: name, reason: `and ${name}Id name the same end; send one of them` });
    } else ends.set(reference === undefined ? `${name}Id` : name, given);
  }
  if (errors.length > 0) throw new InvalidInput(errors);
  return ends;
}
