import { NestedListField, NextCursorField } from '@itops/platform';

import { CiResource } from '../../resource/ci.resource';

export class CiList {
  @NestedListField({ description: 'One page.', type: () => CiResource, maxItems: 200 })
  items!: CiResource[];

  @NextCursorField()
  nextCursor!: string | null;
}
