import { INCIDENT_SOURCES, INCIDENT_STATES, type IncidentSource, type IncidentState } from '@itops/contracts';
import { DateTimeField, EnumListParam, IdField, ListQuery, TextField } from '@itops/platform';

const optional = { optional: true } as const;
const LEVELS = ['1', '2', '3'];
const PRIORITIES = ['1', '2', '3', '4', '5'];

/** The filters of the list of incidents. Times: from inclusive, to exclusive. */
export class FindIncidentsQuery extends ListQuery {
  @EnumListParam({ ...optional, description: 'In one of these states.', values: INCIDENT_STATES })
  state?: IncidentState[];

  @EnumListParam({ ...optional, description: 'With one of these priorities.', values: PRIORITIES })
  priority?: string[];

  @EnumListParam({ ...optional, description: 'With one of these impacts.', values: LEVELS })
  impact?: string[];

  @EnumListParam({ ...optional, description: 'With one of these urgencies.', values: LEVELS })
  urgency?: string[];

  @EnumListParam({ ...optional, description: 'From one of these sources.', values: INCIDENT_SOURCES })
  source?: IncidentSource[];

  @IdField({ ...optional, description: 'About this item.' })
  ciId?: string;

  @TextField({ ...optional, description: 'Of this group.', min: 1, max: 255 })
  assignmentGroup?: string;

  @TextField({ ...optional, description: 'Of this person.', min: 1, max: 255 })
  assignee?: string;

  @DateTimeField({ ...optional, description: 'Opened at this time or later.' })
  openedFrom?: string;

  @DateTimeField({ ...optional, description: 'Opened before this time.' })
  openedTo?: string;

  @TextField({ ...optional, description: 'Words in title or description, or the number.', min: 1, max: 255 })
  q?: string;
}
