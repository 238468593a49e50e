import { ALERT_STATES, type AlertState, SEVERITIES, type Severity } from '@itops/contracts';
import { EnumListParam, IdField, ListQuery, TextField } from '@itops/platform';

const optional = { optional: true } as const;

export class FindAlertsQuery extends ListQuery {
  @EnumListParam({ ...optional, description: 'In one of these states.', values: ALERT_STATES })
  state?: AlertState[];

  @EnumListParam({ ...optional, description: 'Of one of these severities.', values: SEVERITIES })
  severity?: Severity[];

  @TextField({ ...optional, description: 'Reported by this tool.', min: 1, max: 255 })
  source?: string;

  @TextField({ ...optional, description: 'With this key.', min: 1, max: 255 })
  dedupKey?: string;

  @IdField({ ...optional, description: 'About this item.' })
  ciId?: string;

  @IdField({ ...optional, description: 'Of this incident.' })
  incidentId?: string;
}
