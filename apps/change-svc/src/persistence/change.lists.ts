import { CHANGE_SOURCES, CHANGE_STATES, CHANGE_TYPES } from '@itops/contracts';
import {
  type Condition,
  idFilter,
  type ListDefinition,
  phraseFilter,
  textFilter,
  timeFilter,
  wordFilter,
} from '@itops/kit';

import { CHANGE_COLUMNS } from './change.row';

/** Stands for a time that is not there, and so sorts after all that are. */
const NO_TIME = "'9999-12-31T23:59:59.999Z'";

const nullable = { nullable: true } as const;
const name = { max: 255, nullable: true } as const;

/**
 * Looks up by the condition's own index first. As a plain condition the planner, which can't tell how rare the match is,
 * would walk through all changes in the list's order.
 */
function found(sql: string, values: readonly unknown[]): Condition {
  return { sql: `id = any(array(select id from change where ${sql}))`, values };
}

export const CHANGES: ListDefinition = {
  name: 'changes',
  select: CHANGE_COLUMNS.join(', '),
  from: 'change',
  id: 'id',
  filters: {
    state: wordFilter({ description: 'In one of these states.', column: 'state', values: CHANGE_STATES }),
    type: wordFilter({ description: 'Of one of these types.', column: 'type', values: CHANGE_TYPES }),
    source: wordFilter({ description: 'From one of these sources.', column: 'source', values: CHANGE_SOURCES }),
    number: textFilter({ description: 'With one of these numbers.', column: 'number', max: 32 }),
    ciId: idFilter({
      description: 'Of one of these CIs.',
      where: (cis) => found('cis && ?::uuid[]', [cis]),
    }),
    assignmentGroup: textFilter({ ...name, description: 'Of this group.', column: 'assignment_group' }),
    assignee: textFilter({ ...name, description: 'Of this person.', column: 'assignee' }),
    externalRef: textFilter({ ...name, description: "With this id of the other system's.", column: 'external_ref' }),
    plannedStart: timeFilter({ ...nullable, description: 'Planned to begin at this time.', column: 'planned_start' }),
    actualStart: timeFilter({ ...nullable, description: 'Begun at this time.', column: 'actual_start' }),
    createdAt: timeFilter({ description: 'Entered at this time.', column: 'created_at' }),
    updatedAt: timeFilter({ description: 'Last changed at this time.', column: 'updated_at' }),
    q: phraseFilter({
      description: 'Words in number, title or description.',
      max: 255,
      where: (words) => found("words @@ websearch_to_tsquery('simple', ?)", words),
    }),
  },
  sorts: {
    createdAt: { column: 'created_at', type: 'timestamptz' },
    updatedAt: { column: 'updated_at', type: 'timestamptz' },
    number: { column: 'number', type: 'text' },
    plannedStart: { column: `coalesce(planned_start, ${NO_TIME})`, type: 'timestamptz' },
    actualStart: { column: `coalesce(actual_start, ${NO_TIME})`, type: 'timestamptz' },
  },
  defaultSort: '-createdAt',
};

/** What has been done to one change. */
export const HISTORY: ListDefinition = {
  name: 'change history',
  select: 'id, at, actor, action, before, after, reason, correlation_id',
  from: 'audit_log',
  id: 'id',
  filters: { at: timeFilter({ description: 'Done at this time.', column: 'at' }) },
  sorts: { at: { column: 'at', type: 'timestamptz' } },
  defaultSort: 'at',
};
