import {
  CHANGE_SOURCES,
  CHANGE_STATES,
  CHANGE_TYPES,
  type ChangeSource,
  type ChangeState,
  type ChangeType,
} from '@itops/contracts';
import { DateTimeField, EnumListParam, IdField, ListQuery, TextField } from '@itops/platform';

const optional = { optional: true } as const;

/** The filters of the list of changes. Times: from inclusive, to exclusive. */
export class FindChangesQuery extends ListQuery {
  @EnumListParam({ ...optional, description: 'In one of these states.', values: CHANGE_STATES })
  state?: ChangeState[];

  @EnumListParam({ ...optional, description: 'Of one of these types.', values: CHANGE_TYPES })
  type?: ChangeType[];

  @IdField({ ...optional, description: 'Changes of this CI.' })
  ciId?: string;

  @TextField({ ...optional, description: 'Of this group.', min: 1, max: 255 })
  assignmentGroup?: string;

  @TextField({ ...optional, description: 'Of this person.', min: 1, max: 255 })
  assignee?: string;

  @EnumListParam({ ...optional, description: 'From one of these sources.', values: CHANGE_SOURCES })
  source?: ChangeSource[];

  @TextField({ ...optional, description: "With this id of the other system's.", min: 1, max: 255 })
  externalRef?: string;

  @DateTimeField({ ...optional, description: 'Planned to begin at this time or later.' })
  plannedStartFrom?: string;

  @DateTimeField({ ...optional, description: 'Planned to begin before this time.' })
  plannedStartTo?: string;

  @DateTimeField({ ...optional, description: 'Begun at this time or later.' })
  actualStartFrom?: string;

  @DateTimeField({ ...optional, description: 'Begun before this time.' })
  actualStartTo?: string;

  @TextField({ ...optional, description: 'Words in number, title or description.', min: 1, max: 255 })
  q?: string;
}
