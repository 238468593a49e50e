import { type ListDefinition, textFilter, timeFilter, wordFilter } from '@itops/kit';

import { DEAD_LETTER_STATUSES } from './dead-letter.lifecycle';

const text = { max: 255 } as const;

/** The dead letters of one service. */
export const DEAD_LETTERS: ListDefinition = {
  name: 'dead letters',
  select: 'd.*',
  from: 'dead_letter d',
  id: 'd.id',
  filters: {
    consumer: textFilter({
      ...text,
      description: 'Of this consumer, such as incident-svc.alerts.',
      column: 'd.consumer',
    }),
    topic: textFilter({ ...text, description: 'From this topic.', column: 'd.topic' }),
    reasonKind: textFilter({
      ...text,
      description: 'Put aside for this reason, such as invalid-data.',
      column: 'd.reason_kind',
    }),
    fingerprint: textFilter({ ...text, description: 'Failures with the same cause.', column: 'd.fingerprint' }),
    aggregate: textFilter({
      ...text,
      nullable: true,
      description: 'Of the aggregate with this id.',
      column: 'd.aggregate_id',
    }),
    status: wordFilter({ description: 'In this status.', column: 'd.status', values: DEAD_LETTER_STATUSES }),
    firstAt: timeFilter({ description: 'First put aside at this time.', column: 'd.first_at' }),
  },
  sorts: { firstAt: { column: 'd.first_at', type: 'timestamptz' } },
  defaultSort: '-firstAt',
  whole: true,
};
