import { type CiReference } from '@itops/contracts';
import { IdField } from '@itops/platform';

import {
  AtField,
  CallerField,
  CiField,
  DescriptionField,
  ImpactField,
  SecurityField,
  TitleField,
  UrgencyField,
} from '../../resource/incident.fields';

const optional = { optional: true } as const;
const clearable = { optional: true, nullable: true } as const;

/** What is to be different; null clears a field. */
export class EditIncidentDto {
  @TitleField(optional)
  title?: string;

  @DescriptionField(optional)
  description?: string;

  @ImpactField(optional)
  impact?: number;

  @UrgencyField(optional)
  urgency?: number;

  @CiField(clearable)
  ci?: CiReference | null;

  @CallerField(clearable)
  caller?: string | null;

  @IdField({ ...clearable, description: 'The change that caused it.' })
  causedByChangeId?: string | null;

  @SecurityField(optional)
  security?: boolean;

  @AtField()
  at?: string;
}
