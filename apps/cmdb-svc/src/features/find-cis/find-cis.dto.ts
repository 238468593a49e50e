import { CI_STAGES, OPERATIONAL_STATUSES } from '@itops/contracts';
import { EnumListParam, IntegerParam, ListQuery, NestedListField, TextField } from '@itops/platform';

import { CiResource } from '../../resource/ci.resource';

export class FindCisQuery extends ListQuery {
  @TextField({ description: 'Of this class or one of its subclasses.', max: 64, optional: true })
  class?: string;

  @TextField({ description: 'With exactly this name.', max: 255, optional: true })
  name?: string;

  @TextField({ description: 'Whose name begins so; case does not matter.', max: 255, optional: true })
  q?: string;

  @EnumListParam({ description: 'In one of these stages.', values: CI_STAGES, optional: true })
  stage?: string[];

  @EnumListParam({
    description: 'With one of these operational statuses.',
    values: OPERATIONAL_STATUSES,
    optional: true,
  })
  operationalStatus?: string[];

  @TextField({ description: 'Of this group.', max: 255, optional: true })
  ownerGroup?: string;

  @IntegerParam({ description: 'Of this criticality.', min: 1, max: 4, optional: true })
  criticality?: number;

  @TextField({ description: 'Known by this source.', max: 255, optional: true })
  source?: string;

  @TextField({ description: "With this id of a source's own; usually together with source.", max: 255, optional: true })
  externalId?: string;
}

export class CiList {
  @NestedListField({ description: 'One page.', type: () => CiResource, maxItems: 200 })
  items!: CiResource[];

  @TextField({ description: 'Send it as cursor for the next page; null on the last.', max: 1024, nullable: true })
  nextCursor!: string | null;
}
