import { IntegerField, NestedListField, TextField } from '@itops/platform';

import { AcceptedReport, RejectedReport } from '../../entries/answers.dto';
import { MOST_REPORTS } from '../../entries/sorting';

export class AcceptedAlert extends AcceptedReport {
  @TextField({ description: 'By what a repetition of this alert is recognised, together with its source.', max: 255 })
  dedupKey!: string;
}

export class AlertsTakenDto {
  @IntegerField({ description: 'Alerts that are durable now.', min: 1, max: MOST_REPORTS })
  accepted!: number;

  @NestedListField({ description: 'Alerts that are not valid.', type: () => RejectedReport, maxItems: MOST_REPORTS })
  rejected!: RejectedReport[];

  @NestedListField({ description: 'The events of the others.', type: () => AcceptedAlert, maxItems: MOST_REPORTS })
  items!: AcceptedAlert[];
}
