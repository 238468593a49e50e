import {
  BulkAnswer,
  BulkItemAnswer,
  BulkItemsField,
  IdField,
  NestedField,
  NestedListField,
  TextField,
} from '@itops/platform';

import { CreateCiInput, UpdateCiInput } from '../../resource/ci.input';
import { CiResource } from '../../resource/ci.resource';

export class CiUpdate {
  @IdField({ description: 'The item to change.' })
  id!: string;

  @TextField({ description: 'The ETag of the version that was read, or * for any.', max: 100, optional: true })
  ifMatch?: string;

  @NestedField({ description: 'What is to be different, as in PATCH /v1/cis/{id}.', type: () => UpdateCiInput })
  patch!: UpdateCiInput;
}

/** Has one of the two. */
export class CiBulkItem {
  @NestedField({ description: 'An item to create, as in POST /v1/cis.', type: () => CreateCiInput, optional: true })
  create?: CreateCiInput;

  @NestedField({ description: 'An item to change.', type: () => CiUpdate, optional: true })
  update?: CiUpdate;
}

export class CiBulkInput {
  @BulkItemsField({ description: 'What is to be done, in this order.', type: CiBulkItem })
  items!: unknown[];
}

class CiBulkItemAnswer extends BulkItemAnswer {
  @NestedField({ description: 'The item as it is now.', type: () => CiResource, optional: true })
  resource?: CiResource;
}

export class CiBulkAnswer extends BulkAnswer {
  @NestedListField({ description: 'What became of each, in order.', type: () => CiBulkItemAnswer, maxItems: 500 })
  items!: CiBulkItemAnswer[];
}
