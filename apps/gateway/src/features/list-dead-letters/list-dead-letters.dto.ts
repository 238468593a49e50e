import { EnumListParam, IntegerParam, TextField } from '@itops/platform';
import { MAX_PAGE } from '@itops/kit';
import { ApiProperty } from '@nestjs/swagger';

import { SERVICES, type ServiceName } from '../../upstreams/routes';

export class DeadLettersQuery {
  @IntegerParam({ description: 'Most items on a page.', min: 1, max: MAX_PAGE, default: 50, optional: true })
  limit?: number;

  @TextField({ description: 'nextCursor of the page before, unchanged.', max: 1024, optional: true })
  cursor?: string;

  @EnumListParam({ description: 'Only of these services, divided by commas.', values: SERVICES, optional: true })
  service?: ServiceName[];

  @TextField({ description: 'Only of this consumer, such as incident-svc.alerts.', max: 255, optional: true })
  consumer?: string;

  @TextField({ description: 'Only from this topic.', max: 255, optional: true })
  topic?: string;

  @TextField({ description: 'Only put aside for this reason, such as invalid-data.', max: 255, optional: true })
  reasonKind?: string;

  @TextField({ description: 'Only failures with the same cause.', max: 255, optional: true })
  fingerprint?: string;

  @TextField({ description: 'Only in this status, such as parked.', max: 64, optional: true })
  status?: string;
}

export class DeadLettersPage {
  @ApiProperty({
    type: 'array',
    items: { type: 'object', additionalProperties: true },
    description: 'Messages that could not be handled, newest first, each with its service, topic, reason and payload.',
  })
  items!: Record<string, unknown>[];

  @ApiProperty({ type: 'string', nullable: true, description: 'For the next page; null on the last one.' })
  nextCursor!: string | null;

  @ApiProperty({
    type: 'array',
    items: { type: 'string', enum: [...SERVICES] },
    description: 'Services that did not answer; what they have put aside is missing here.',
  })
  unavailable!: ServiceName[];
}
