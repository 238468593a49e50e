import { type Condition, type ListShape, wordFilter } from '@itops/kit';
import { DEAD_LETTERS } from '@itops/messaging';

import { KEEPERS } from './keepers';

/** The dead letters of all services. The gateway looks at `service` itself, each service at the rest. */
export const ALL_DEAD_LETTERS: ListShape = {
  name: 'dead letters of all services',
  filters: {
    service: wordFilter({
      description: 'Of one of these services.',
      values: KEEPERS,
      where: (): Condition => ({ sql: 'true', values: [] }),
    }),
    ...DEAD_LETTERS.filters,
  },
  sorts: DEAD_LETTERS.sorts,
  defaultSort: DEAD_LETTERS.defaultSort,
};
