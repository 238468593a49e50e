import { CI_STAGES, type CiStage } from '@itops/contracts';
import { EnumField, IntegerField, JsonObjectField, NestedListField, TextField } from '@itops/platform';

import { ATTRIBUTES, ExternalIdField } from '../../resource/ci.resource';

export class CreateCiInput {
  @TextField({ description: 'Class, see /v1/ci-classes.', max: 64, example: 'virtual_machine' })
  class!: string;

  @TextField({ description: 'What people call it.', max: 255, example: 'shop-web-1' })
  name!: string;

  @JsonObjectField({ ...ATTRIBUTES, optional: true })
  attributes?: Record<string, unknown>;

  @NestedListField({ description: 'How sources call it.', type: () => ExternalIdField, maxItems: 64, optional: true })
  externalIds?: ExternalIdField[];

  @EnumField({ description: 'Stage in its life cycle; operate when left out.', values: CI_STAGES, optional: true })
  stage?: CiStage;

  @TextField({ description: 'Group that answers for it.', max: 255, optional: true, nullable: true })
  ownerGroup?: string | null;

  @IntegerField({ description: '1 most critical to 4 least; 3 when left out.', min: 1, max: 4, optional: true })
  criticality?: number;
}
