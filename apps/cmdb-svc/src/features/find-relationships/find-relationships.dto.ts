import { NestedListField, NextCursorField } from '@itops/platform';

import { RelationshipResource } from '../../resource/relationship.resource';

export class RelationshipList {
  @NestedListField({ description: 'One page.', type: () => RelationshipResource, maxItems: 200 })
  items!: RelationshipResource[];

  @NextCursorField()
  nextCursor!: string | null;
}
