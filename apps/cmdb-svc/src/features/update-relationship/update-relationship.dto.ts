import { JsonObjectField } from '@itops/platform';

import { RELATIONSHIP_ATTRIBUTES } from '../../resource/relationship.resource';

export class UpdateRelationshipInput {
  @JsonObjectField({
    ...RELATIONSHIP_ATTRIBUTES,
    description: `A merge patch (RFC 7396). ${RELATIONSHIP_ATTRIBUTES.description}`,
  })
  attributes!: Record<string, unknown>;
}
