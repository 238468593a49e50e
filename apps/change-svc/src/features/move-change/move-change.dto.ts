import { CHANGE_CLOSE_CODES, type ChangeCloseCode } from '@itops/contracts';
import { EnumField, type FieldOptions, TextField } from '@itops/platform';

import { PlannedEndField, PlannedStartField } from '../../resource/change.fields';

const optional = { optional: true } as const;
const ReasonField = (presence: Pick<FieldOptions, 'optional'> = {}) =>
  TextField({ ...presence, description: 'Why; kept in the history.', min: 1, max: 4096 });

/** An action that takes nothing. */
export class PlainActionDto {}

export class ReasonDto {
  @ReasonField()
  reason!: string;
}

export class BackOutDto {
  @ReasonField(optional)
  reason?: string;
}

export class ScheduleDto {
  @PlannedStartField(optional)
  plannedStart?: string;

  @PlannedEndField(optional)
  plannedEnd?: string;
}

export class ReviewDto {
  @TextField({ ...optional, description: 'The post-implementation review.', min: 1, max: 16_384 })
  review?: string;
}

export class CloseDto {
  @EnumField({ description: 'How it went.', values: CHANGE_CLOSE_CODES })
  closeCode!: ChangeCloseCode;

  @TextField({ ...optional, nullable: true, description: 'How it went, in words.', max: 16_384 })
  closeNotes?: string | null;
}
