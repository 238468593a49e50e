import { DEAD_LETTER_STATUSES, DeadLetter, type DeadLetterStatus } from '@itops/messaging';
import { BooleanField, EnumField, EnumListParam, NextCursorField, TextField } from '@itops/platform';
import { ApiProperty } from '@nestjs/swagger';

import { type Keeper, KEEPERS } from './keepers';

const LONGEST_FILTER = 255;
const LONGEST_REASON = 2_000;

class LettersFilter {
  @TextField({
    description: 'Only of this consumer, such as incident-svc.alerts.',
    max: LONGEST_FILTER,
    optional: true,
  })
  consumer?: string;

  @TextField({ description: 'Only from this topic.', max: LONGEST_FILTER, optional: true })
  topic?: string;

  @TextField({
    description: 'Only put aside for this reason, such as invalid-data.',
    max: LONGEST_FILTER,
    optional: true,
  })
  reasonKind?: string;

  @TextField({ description: 'Only failures with the same cause.', max: LONGEST_FILTER, optional: true })
  fingerprint?: string;

  @TextField({ description: 'Only of the aggregate with this id.', max: LONGEST_FILTER, optional: true })
  aggregate?: string;
}

export class DeadLetterGroupsQuery extends LettersFilter {
  @EnumListParam({ description: 'Only of these services, divided by commas.', values: KEEPERS, optional: true })
  service?: Keeper[];

  @EnumField({ description: 'Only in this status.', values: DEAD_LETTER_STATUSES, optional: true })
  status?: DeadLetterStatus;
}

/** At least one filter beside the service must be given. */
export class RedriveLetters extends LettersFilter {
  @EnumField({ description: 'The service that has put them aside.', values: KEEPERS })
  service!: Keeper;
}

/** At least one filter beside the service must be given. */
export class DiscardLetters extends RedriveLetters {
  @TextField({ description: 'Why nobody needs them.', min: 1, max: LONGEST_REASON })
  reason!: string;
}

export class DiscardLetter {
  @TextField({ description: 'Why nobody needs it.', min: 1, max: LONGEST_REASON })
  reason!: string;
}

const unavailable = () =>
  ApiProperty({
    type: 'array',
    items: { type: 'string', enum: [...KEEPERS] },
    description: 'Services that did not answer; what they have put aside is missing here.',
  });

export class DeadLettersPage {
  @ApiProperty({
    type: [DeadLetter],
    description: 'Messages that could not be handled, newest first unless asked otherwise.',
  })
  items!: Record<string, unknown>[];

  @NextCursorField()
  nextCursor!: string | null;

  @unavailable()
  unavailable!: Keeper[];
}

export class DeadLetterGroupsPage {
  @ApiProperty({
    type: 'array',
    items: { type: 'object', additionalProperties: true },
    description:
      'Largest first, each with service, consumer, topic, fingerprint, reasonKind, count, firstAt, lastAt, exampleId and exampleReason.',
  })
  items!: Record<string, unknown>[];

  @BooleanField({ description: 'Whether a service has more groups; filters show them.' })
  truncated!: boolean;

  @unavailable()
  unavailable!: Keeper[];
}

export class SettledLetter {
  @ApiProperty({ type: 'integer', description: 'Messages that are handled now: it and what waited behind it.' })
  redriven!: number;

  @ApiProperty({ type: 'integer', description: 'Messages that failed again and stay parked, with what waits behind.' })
  failed!: number;

  @ApiProperty({ type: 'object', additionalProperties: true, description: 'The letter as it is now.' })
  letter!: Record<string, unknown>;
}
