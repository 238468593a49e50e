import { RELATIONSHIP_TYPE_NAMES } from '@itops/contracts';
import { DateTimeField, EnumField, IdField, IntegerField, JsonObjectField, TextField } from '@itops/platform';

import { type RelationshipState } from '../domain/relationship';

export const RELATIONSHIP_ATTRIBUTES = {
  description:
    'Free attributes. `quorum` of a redundant type (Cluster of, Members): how many of the children the parent needs.',
  maxProperties: 64,
} as const;

/** A relationship as the API shows it. */
export class RelationshipResource {
  @IdField({ description: 'Id of the relationship.' })
  id!: string;

  @IntegerField({ description: 'Rises by one with each event of it; its ETag.', min: 1, max: 2_147_483_647 })
  version!: number;

  @EnumField({ description: 'How the parent is related to the child.', values: RELATIONSHIP_TYPE_NAMES })
  type!: string;

  @IdField({ description: 'Configuration item at the parent end.' })
  parentId!: string;

  @IdField({ description: 'Configuration item at the child end.' })
  childId!: string;

  @JsonObjectField(RELATIONSHIP_ATTRIBUTES)
  attributes!: Record<string, unknown>;

  @TextField({ description: 'Who reported it first.', max: 255 })
  source!: string;

  @DateTimeField({ description: 'When it was recorded.' })
  createdAt!: string;

  @DateTimeField({ description: 'When it last changed.' })
  updatedAt!: string;

  @TextField({ description: 'Who recorded it.', max: 255 })
  createdBy!: string;
}

export function toRelationshipResource(state: RelationshipState): RelationshipResource {
  return {
    ...state,
    attributes: { ...state.attributes },
    createdAt: state.createdAt.toISOString(),
    updatedAt: state.updatedAt.toISOString(),
  };
}
