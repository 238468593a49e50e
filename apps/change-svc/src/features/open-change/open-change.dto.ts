import { CHANGE_TYPES, type ChangeSource, type ChangeType, type CiReference } from '@itops/contracts';
import { CiReferenceListField, EnumField, TextField } from '@itops/platform';

import {
  AssigneeField,
  BackoutPlanField,
  DescriptionField,
  GroupField,
  ImpactField,
  ImplementationPlanField,
  JustificationField,
  PlannedEndField,
  PlannedStartField,
  TestPlanField,
  TitleField,
} from '../../resource/change.fields';

const optional = { optional: true } as const;
const clearable = { optional: true, nullable: true } as const;

/** A request for change. */
export class OpenChangeDto {
  @TitleField()
  title!: string;

  @DescriptionField(optional)
  description?: string;

  @JustificationField(clearable)
  justification?: string | null;

  @EnumField({ ...optional, description: 'Which life cycle it follows; normal without it.', values: CHANGE_TYPES })
  type?: ChangeType;

  @CiReferenceListField({ ...optional, description: 'The CIs that it changes; each must be known.', maxItems: 100 })
  cis?: CiReference[];

  @PlannedStartField(clearable)
  plannedStart?: string | null;

  @PlannedEndField(clearable)
  plannedEnd?: string | null;

  @ImplementationPlanField(clearable)
  implementationPlan?: string | null;

  @BackoutPlanField(clearable)
  backoutPlan?: string | null;

  @TestPlanField(clearable)
  testPlan?: string | null;

  @ImpactField(clearable)
  impact?: number | null;

  @GroupField(clearable)
  assignmentGroup?: string | null;

  @AssigneeField(clearable)
  assignee?: string | null;

  @TextField({ ...optional, description: 'Who wants it; the caller without it.', min: 1, max: 255 })
  requestedBy?: string;

  @EnumField({ ...optional, description: 'Where it comes from; manual without it.', values: ['manual', 'api'] })
  source?: Extract<ChangeSource, 'manual' | 'api'>;

  @TextField({ ...clearable, description: "The other system's own id for it.", min: 1, max: 255 })
  externalRef?: string | null;
}
