import { CI_STAGES, type CiStage } from '@itops/contracts';
import { EnumField, IntegerField, JsonObjectField, TextField } from '@itops/platform';

import { ATTRIBUTES } from '../../resource/ci.resource';

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
