import { DEFAULT_PAGE, MAX_PAGE } from '@itops/kit';
import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsIn, IsInt, IsOptional, IsString, Max, MaxLength, Min } from 'class-validator';

export const DEAD_LETTER_STATUSES = ['parked'] as const;
export type DeadLetterStatus = (typeof DEAD_LETTER_STATUSES)[number];

const LONGEST_FILTER = 255;

export class DeadLettersQuery {
  @ApiProperty({
    required: false,
    type: Number,
    minimum: 1,
    maximum: MAX_PAGE,
    default: DEFAULT_PAGE,
    description: 'Most items on a page.',
  })
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(MAX_PAGE)
  limit?: number;

  @ApiProperty({
    required: false,
    type: String,
    maxLength: 1024,
    description: 'nextCursor of the page before, unchanged.',
  })
  @IsOptional()
  @IsString()
  @MaxLength(1024)
  cursor?: string;

  @ApiProperty({
    required: false,
    type: String,
    maxLength: LONGEST_FILTER,
    description: 'Only of this consumer, such as incident-svc.alerts.',
  })
  @IsOptional()
  @IsString()
  @MaxLength(LONGEST_FILTER)
  consumer?: string;

  @ApiProperty({ required: false, type: String, maxLength: LONGEST_FILTER, description: 'Only from this topic.' })
  @IsOptional()
  @IsString()
  @MaxLength(LONGEST_FILTER)
  topic?: string;

  @ApiProperty({ required: false, enum: DEAD_LETTER_STATUSES, description: 'Only in this status.' })
  @IsOptional()
  @IsIn(DEAD_LETTER_STATUSES)
  status?: DeadLetterStatus;

  @ApiProperty({
    required: false,
    type: String,
    maxLength: LONGEST_FILTER,
    description: 'Only failures with the same cause.',
  })
  @IsOptional()
  @IsString()
  @MaxLength(LONGEST_FILTER)
  fingerprint?: string;

  @ApiProperty({
    required: false,
    type: String,
    maxLength: LONGEST_FILTER,
    description: 'Only put aside for this reason, such as invalid-data.',
  })
  @IsOptional()
  @IsString()
  @MaxLength(LONGEST_FILTER)
  reasonKind?: string;
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
  aggregateId!: string | null;

  @ApiProperty({ type: Number, nullable: true })
  aggregateVersion!: number | null;

  @ApiProperty({
    type: String,
    description:
      'not-a-cloudevent, unknown-type, wrong-topic, invalid-data, invalid-time, handler-failed, behind-parked, or one that the handler gave.',
  })
  reasonKind!: string;

  @ApiProperty({ type: String })
  reason!: string;

  @ApiProperty({ type: String, description: 'The same for failures with the same cause.' })
  fingerprint!: string;

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

  @ApiProperty({ type: String, format: 'date-time' })
  lastAt!: string;

  @ApiProperty({ enum: DEAD_LETTER_STATUSES })
  status!: DeadLetterStatus;
}

export class DeadLetterPage {
  @ApiProperty({ type: [DeadLetter] })
  items!: DeadLetter[];

  @ApiProperty({ type: String, nullable: true })
  nextCursor!: string | null;
}
