import { CI_STAGES, type CiStage } from '@itops/contracts';
import { EnumField, IntegerField, JsonObjectField, NestedListField, TextField } from '@itops/platform';

import { ATTRIBUTES, ExternalIdField } from './ci.resource';

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

export class UpdateCiInput {
  @TextField({ description: 'What people call it.', max: 255, min: 1, optional: true })
  name?: string;

  @JsonObjectField({
    ...ATTRIBUTES,
    description: 'A merge patch (RFC 7396): what is named is set, null removes, what is not named stays.',
    optional: true,
  })
  attributes?: Record<string, unknown>;

  @EnumField({ description: 'Stage in its life cycle.', values: CI_STAGES, optional: true })
  stage?: CiStage;

  @TextField({ description: 'Group that answers for it; null clears it.', max: 255, optional: true, nullable: true })
  ownerGroup?: string | null;

  @IntegerField({ description: '1 most critical to 4 least.', min: 1, max: 4, optional: true })
  criticality?: number;
}
