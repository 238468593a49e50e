import { IntegerField, NestedListField } from '@itops/platform';

import { AcceptedReport, RejectedReport } from '../../entries/answers.dto';
import { MOST_REPORTS } from '../../entries/sorting';

export class DeploymentsTakenDto {
  @IntegerField({ description: 'Deployments that are durable now.', min: 1, max: MOST_REPORTS })
  accepted!: number;

  @NestedListField({ description: 'Reports that are not valid.', type: () => RejectedReport, maxItems: MOST_REPORTS })
  rejected!: RejectedReport[];

  @NestedListField({ description: 'The events of the others.', type: () => AcceptedReport, maxItems: MOST_REPORTS })
  items!: AcceptedReport[];
}
