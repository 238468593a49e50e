import {
  BulkAnswer,
  BulkItemAnswer,
  BulkItemsField,
  IdField,
  NestedField,
  NestedListField,
  TextField,
} from '@itops/platform';

import { AddRelationshipInput, UpdateRelationshipInput } from '../../resource/relationship.input';
import { RelationshipResource } from '../../resource/relationship.resource';

export class RelationshipUpdate {
  @IdField({ description: 'The relationship to change.' })
  id!: string;

  @TextField({ description: 'The ETag of the version that was read, or * for any.', max: 100, optional: true })
  ifMatch?: string;

  @NestedField({
    description: 'What is to be different, as in PATCH /v1/relationships/{id}.',
    type: () => UpdateRelationshipInput,
  })
  patch!: UpdateRelationshipInput;
}

/** Has one of the two. */
export class RelationshipBulkItem {
  @NestedField({
    description: 'A relationship to add, as in POST /v1/relationships.',
    type: () => AddRelationshipInput,
    optional: true,
  })
  create?: AddRelationshipInput;

  @NestedField({ description: 'A relationship to change.', type: () => RelationshipUpdate, optional: true })
  update?: RelationshipUpdate;
}

export class RelationshipBulkInput {
  @BulkItemsField({ description: 'What is to be done, in this order.', type: RelationshipBulkItem })
  items!: unknown[];
}

class RelationshipBulkItemAnswer extends BulkItemAnswer {
  @NestedField({ description: 'The relationship as it is now.', type: () => RelationshipResource, optional: true })
  resource?: RelationshipResource;
}

export class RelationshipBulkAnswer extends BulkAnswer {
  @NestedListField({
    description: 'What became of each, in order.',
    type: () => RelationshipBulkItemAnswer,
    maxItems: 500,
  })
  items!: RelationshipBulkItemAnswer[];
}
