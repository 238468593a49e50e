import { applyDecorators } from '@nestjs/common';
import { ApiProperty } from '@nestjs/swagger';
import { IsIn, IsOptional, IsString, MaxLength, MinLength, ValidateIf } from 'class-validator';

import {
  DEAD_LETTER_STATUSES,
  type DeadLetterAction,
  deadLetterLifecycle,
  type DeadLetterStatus,
} from './dead-letter.lifecycle';

const LONGEST_FILTER = 255;
const LONGEST_REASON = 2_000;

/** A filter that may be left out. */
function Filter(description: string): PropertyDecorator {
  return applyDecorators(
    ApiProperty({ required: false, type: String, maxLength: LONGEST_FILTER, description }),
    ValidateIf((_, value) => value !== undefined),
    IsString(),
    MaxLength(LONGEST_FILTER),
  );
}

export class LettersFilter {
  @Filter('Only of this consumer, such as incident-svc.alerts.')
  consumer?: string;

  @Filter('Only from this topic.')
  topic?: string;

  @Filter('Only failures with the same cause.')
  fingerprint?: string;

  @Filter('Only put aside for this reason, such as invalid-data.')
  reasonKind?: string;

  @Filter('Only of the aggregate with this id.')
  aggregate?: string;
}

/** Groups are of what is parked, unless another status is asked for. */
export class DeadLetterGroupsQuery extends LettersFilter {
  @ApiProperty({ required: false, enum: DEAD_LETTER_STATUSES, description: 'Only in this status.' })
  @IsOptional()
  @IsIn(DEAD_LETTER_STATUSES)
  status?: DeadLetterStatus;
}

/** At least one filter must be given. */
export class RedriveLetters extends LettersFilter {}

/** At least one filter must be given. */
export class DiscardLetters extends LettersFilter {
  @ApiProperty({ type: String, minLength: 1, maxLength: LONGEST_REASON, description: 'Why nobody needs them.' })
  @IsString()
  @MinLength(1)
  @MaxLength(LONGEST_REASON)
  reason!: string;
}

export class DiscardLetter {
  @ApiProperty({ type: String, minLength: 1, maxLength: LONGEST_REASON, description: 'Why nobody needs it.' })
  @IsString()
  @MinLength(1)
  @MaxLength(LONGEST_REASON)
  reason!: string;
}

/** A message that could not be handled, with all that is known of it. */
export class DeadLetter {
  @ApiProperty({ type: String, format: 'uuid' })
  id!: string;

  @ApiProperty({ type: String, description: 'The service that could not handle it.' })
  service!: string;

  @ApiProperty({ type: String, description: 'The consumer within the service.' })
  consumer!: string;

  @ApiProperty({ type: String })
  topic!: string;

  @ApiProperty({ type: Number })
  partition!: number;

  @ApiProperty({ type: String, description: 'A 64-bit number as text.' })
  offset!: string;

  @ApiProperty({ type: String, nullable: true })
  key!: string | null;

  @ApiProperty({ type: String, nullable: true, description: 'The CloudEvent id, where it could be read.' })
  eventId!: string | null;

  @ApiProperty({ type: String, nullable: true })
  type!: string | null;

  @ApiProperty({ type: String, nullable: true })
  aggregateType!: string | null;

  @ApiProperty({ type: String, nullable: true })
  aggregateId!: string | null;

  @ApiProperty({ type: Number, nullable: true })
  aggregateVersion!: number | null;

  @ApiProperty({
    type: String,
    description:
      'not-a-cloudevent, unknown-type, wrong-topic, invalid-data, invalid-time, upcast-failed, handler-failed, behind-parked, or one that the handler gave.',
  })
  reasonKind!: string;

  @ApiProperty({ type: String })
  reason!: string;

  @ApiProperty({ type: String, description: 'The same for failures with the same cause.' })
  fingerprint!: string;

  @ApiProperty({
    type: String,
    nullable: true,
    description: "Where it failed: the first frame of the application's own code on the stack.",
  })
  frame!: string | null;

  @ApiProperty({ type: 'object', additionalProperties: true, description: 'Headers of the record.' })
  headers!: unknown;

  @ApiProperty({
    nullable: true,
    oneOf: [
      { type: 'object' },
      { type: 'array', items: {} },
      { type: 'string' },
      { type: 'number' },
      { type: 'boolean' },
    ],
    description: 'The value as JSON, or as base64 text when payloadEncoding says so.',
  })
  payload!: unknown;

  @ApiProperty({ enum: ['json', 'base64', 'none'], description: 'none: the record had no value.' })
  payloadEncoding!: 'json' | 'base64' | 'none';

  @ApiProperty({ type: Number, description: 'How often it was tried; 0 when it waits behind another message.' })
  attempts!: number;

  @ApiProperty({ type: String, format: 'date-time' })
  firstAt!: string;

  @ApiProperty({ type: String, format: 'date-time', description: 'When it was last tried.' })
  lastAt!: string;

  @ApiProperty({ enum: DEAD_LETTER_STATUSES })
  status!: DeadLetterStatus;

  @ApiProperty({ isArray: true, enum: deadLetterLifecycle.actions, description: 'What may be done with it now.' })
  allowedActions!: DeadLetterAction[];

  @ApiProperty({ type: String, format: 'date-time', nullable: true, description: 'When it was redriven or discarded.' })
  settledAt!: string | null;

  @ApiProperty({ type: String, nullable: true, description: 'Who redrove or discarded it.' })
  settledBy!: string | null;

  @ApiProperty({ type: String, nullable: true })
  discardReason!: string | null;
}

export class DeadLetterPage {
  @ApiProperty({ type: [DeadLetter] })
  items!: DeadLetter[];

  @ApiProperty({ type: String, nullable: true })
  nextCursor!: string | null;
}

/** Dead letters with the same cause. */
export class DeadLetterGroup {
  @ApiProperty({ type: String })
  service!: string;

  @ApiProperty({ type: String })
  consumer!: string;

  @ApiProperty({ type: String })
  topic!: string;

  @ApiProperty({ type: String })
  fingerprint!: string;

  @ApiProperty({ type: String })
  reasonKind!: string;

  @ApiProperty({ type: Number })
  count!: number;

  @ApiProperty({ type: String, format: 'date-time' })
  firstAt!: string;

  @ApiProperty({ type: String, format: 'date-time' })
  lastAt!: string;

  @ApiProperty({ type: String, format: 'uuid', description: 'The oldest of them.' })
  exampleId!: string;

  @ApiProperty({ type: String, description: 'The reason of that one.' })
  exampleReason!: string;
}

export class DeadLetterGroups {
  @ApiProperty({ type: [DeadLetterGroup], description: 'Largest first.' })
  items!: DeadLetterGroup[];

  @ApiProperty({ type: Boolean, description: 'Whether there are more; filters show them.' })
  truncated!: boolean;
}

/** What became of one letter. */
export class SettledLetter {
  @ApiProperty({ type: Number, description: 'Messages that are handled now: it and what waited behind it.' })
  redriven!: number;

  @ApiProperty({
    type: Number,
    description: 'Messages that failed again and stay parked, with what waits behind them.',
  })
  failed!: number;

  @ApiProperty({ type: DeadLetter, description: 'The letter as it is now.' })
  letter!: DeadLetter;
}

/** A redrive or discard of many letters. It goes on in the background, also after a restart. */
export class DeadLetterTaskView {
  @ApiProperty({ type: String, format: 'uuid' })
  id!: string;

  @ApiProperty({ type: String })
  service!: string;

  @ApiProperty({ enum: deadLetterLifecycle.actions })
  action!: DeadLetterAction;

  @ApiProperty({ type: LettersFilter })
  filter!: LettersFilter;

  @ApiProperty({ type: String, nullable: true })
  reason!: string | null;

  @ApiProperty({ enum: ['running', 'done'] })
  state!: 'running' | 'done';

  @ApiProperty({ type: Number, description: 'Parked letters that matched at its beginning.' })
  total!: number;

  @ApiProperty({ type: Number, description: 'Redriven or discarded so far; a redrive also counts what waited behind.' })
  settled!: number;

  @ApiProperty({ type: Number, description: 'Failed again, and stay parked.' })
  failed!: number;

  @ApiProperty({ type: Number, description: 'Of the letters of its beginning, those that are parked now.' })
  remaining!: number;

  @ApiProperty({ type: String })
  createdBy!: string;

  @ApiProperty({ type: String, format: 'date-time' })
  createdAt!: string;

  @ApiProperty({ type: String, format: 'date-time' })
  updatedAt!: string;
}
