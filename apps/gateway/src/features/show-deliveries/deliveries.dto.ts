import {
  DateTimeField,
  EnumField,
  IdField,
  IntegerField,
  NestedListField,
  NextCursorField,
  TextField,
} from '@itops/platform';

import {
  DELIVERY_STATES,
  type DeliveryState,
  FAILED_REASONS,
  type FailedReason,
} from '../../domain/delivery.lifecycle';
import { type DeliveryRow } from '../../persistence/delivery.row';

/** One try. */
export class AttemptResource {
  @DateTimeField({ description: 'When.' })
  at!: string;

  @IntegerField({ description: 'How long it took, in milliseconds.', min: 0, max: 2_147_483_647 })
  durationMs!: number;

  @IntegerField({ nullable: true, description: 'HTTP status; null when there was no answer.', min: 100, max: 999 })
  status!: number | null;

  @TextField({ nullable: true, description: 'Why there was none.', max: 512 })
  error!: string | null;

  @TextField({ nullable: true, description: 'The first KiB of the answer.', max: 1024, min: 0 })
  answer!: string | null;
}

/** An event that was, or is to be, sent to a receiver. */
export class DeliveryResource {
  @IdField({ description: 'Its id.' })
  id!: string;

  @TextField({ description: "The event's id; the receiver sees it as webhook-id, at each try the same.", max: 255 })
  eventId!: string;

  @TextField({ description: "The event's type.", max: 255 })
  type!: string;

  @TextField({ nullable: true, description: 'What the event is about, such as incident/<id>.', max: 255 })
  resource!: string | null;

  @EnumField({ description: 'How far it is.', values: DELIVERY_STATES })
  state!: DeliveryState;

  @EnumField({ nullable: true, description: 'Why it has failed.', values: FAILED_REASONS })
  failedReason!: FailedReason | null;

  @NestedListField({
    description: 'The tries, the oldest first; of more the last 50.',
    type: () => AttemptResource,
    maxItems: 51,
  })
  attempts!: AttemptResource[];

  @DateTimeField({
    nullable: true,
    description: 'When the next try is; null when none waits, or while it is under way.',
  })
  nextAttemptAt!: string | null;

  @DateTimeField({ description: 'When it was put into the queue.' })
  createdAt!: string;

  @DateTimeField({ nullable: true, description: 'When it was delivered or given up.' })
  settledAt!: string | null;
}

export class DeliveryPage {
  @NestedListField({ description: 'The deliveries.', type: () => DeliveryResource, maxItems: 200 })
  items!: DeliveryResource[];

  @NextCursorField()
  nextCursor!: string | null;
}

export class RedeliverRangeDto {
  @DateTimeField({ description: 'From then on, by when they were put into the queue.' })
  from!: string;

  @DateTimeField({ description: 'Until before then.' })
  to!: string;

  @EnumField({ optional: true, description: 'Only what is in this state.', values: ['delivered', 'failed'] })
  state?: 'delivered' | 'failed';
}

export class RedeliveredRange {
  @IntegerField({ description: 'How many go out again.', min: 0, max: 10_000 })
  count!: number;

  @DateTimeField({
    nullable: true,
    description: 'Where to go on, as `from`, when there were more; null when these were all.',
  })
  continueFrom!: string | null;
}

export class NothingDto {}

export function toDeliveryResource(row: DeliveryRow): DeliveryResource {
  const { resource_type: kind, resource_id: id } = row;
  return {
    ...{ id: row.id, eventId: row.event_id, type: row.type, state: row.state, failedReason: row.failed_reason },
    resource: kind === null ? null : `${kind}/${id ?? ''}`,
    attempts: row.attempts.map((attempt) => ({ ...attempt })),
    nextAttemptAt: row.state === 'pending' ? (row.next_at?.toISOString() ?? null) : null,
    createdAt: row.created_at.toISOString(),
    settledAt: row.settled_at?.toISOString() ?? null,
  };
}
