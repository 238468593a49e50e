import { RELATIONSHIP_TYPE_NAMES } from '@itops/contracts';
import { EnumListParam, IdField, ListQuery, NestedListField, TextField } from '@itops/platform';

import { RelationshipResource } from '../../resource/relationship.resource';

export class FindRelationshipsQuery extends ListQuery {
  @IdField({ description: 'With this item at either end.', optional: true })
  ciId?: string;

  @IdField({ description: 'With this item as the parent.', optional: true })
  parentId?: string;

  @IdField({ description: 'With this item as the child.', optional: true })
  childId?: string;

  @EnumListParam({ description: 'Of one of these types.', values: RELATIONSHIP_TYPE_NAMES, optional: true })
  type?: string[];
}

export class RelationshipList {
  @NestedListField({ description: 'One page.', type: () => RelationshipResource, maxItems: 200 })
  items!: RelationshipResource[];

  @TextField({ description: 'Send it as cursor for the next page; null on the last.', max: 1024, nullable: true })
  nextCursor!: string | null;
}
