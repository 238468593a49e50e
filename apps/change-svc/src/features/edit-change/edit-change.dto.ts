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

/** What is to be different; null clears a field. */
export class EditChangeDto {
  @TitleField(optional)
  title?: string;

  @DescriptionField(optional)
  description?: string;

  @JustificationField(clearable)
  justification?: string | null;

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
}
