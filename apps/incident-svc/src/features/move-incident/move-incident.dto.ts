import { HOLD_REASONS, type HoldReason } from '@itops/contracts';
import { EnumField, TextField } from '@itops/platform';

import { AssigneeField, AtField, GroupField, ReasonField } from '../../resource/incident.fields';

/** An action that says nothing but its name, and when it happened. */
export class PlainActionDto {
  @AtField()
  at?: string;
}

export class HoldDto extends PlainActionDto {
  @EnumField({ description: 'What work waits for.', values: HOLD_REASONS })
  reason!: HoldReason;
}

export class ResolveDto extends PlainActionDto {
  @TextField({ description: 'How it ended, in one word.', min: 1, max: 64, example: 'fixed' })
  closeCode!: string;

  @TextField({ description: 'How it ended.', min: 1, max: 32_768 })
  closeNotes!: string;
}

export class ReasonDto extends PlainActionDto {
  @ReasonField()
  reason!: string;
}

/** At least one of the two. Null takes it from the group or person that has it. */
export class AssignDto extends PlainActionDto {
  @GroupField({ optional: true, nullable: true })
  group?: string | null;

  @AssigneeField({ optional: true, nullable: true })
  assignee?: string | null;
}
