import { type CiReference } from '@itops/contracts';

import {
  AssigneeField,
  AtField,
  CallerField,
  CiField,
  DescriptionField,
  GroupField,
  ImpactField,
  SecurityField,
  TitleField,
  UrgencyField,
} from '../../resource/incident.fields';

const optional = { optional: true } as const;

export class OpenIncidentDto {
  @TitleField()
  title!: string;

  @DescriptionField(optional)
  description?: string;

  @ImpactField(optional)
  impact?: number;

  @UrgencyField(optional)
  urgency?: number;

  @CiField(optional)
  ci?: CiReference;

  @GroupField(optional)
  assignmentGroup?: string;

  @AssigneeField(optional)
  assignee?: string;

  @CallerField(optional)
  caller?: string;

  @SecurityField(optional)
  security?: boolean;

  @AtField()
  at?: string;
}
