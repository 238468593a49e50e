import { BulkAnswer, BulkItemAnswer, EnumField, NestedField, NestedListField, TextListField } from '@itops/platform';

import { ALERT_ACTIONS_OF_PEOPLE, type AlertActionOfPeople } from '../../domain/alert.lifecycle';
import { AlertResource } from '../../resource/alert.resource';

const MOST_ALERTS = 500;

export class AlertBulkInput {
  @EnumField({ description: 'What is to be done with each.', values: ALERT_ACTIONS_OF_PEOPLE })
  action!: AlertActionOfPeople;

  @TextListField({
    description: 'Ids of the alerts, whatever their versions.',
    max: 64,
    minItems: 1,
    maxItems: MOST_ALERTS,
  })
  ids!: string[];
}

class AlertBulkItemAnswer extends BulkItemAnswer {
  @NestedField({ description: 'The alert as it is now.', type: () => AlertResource, optional: true })
  resource?: AlertResource;
}

export class AlertBulkAnswer extends BulkAnswer {
  @NestedListField({
    description: 'What became of each, in order.',
    type: () => AlertBulkItemAnswer,
    maxItems: MOST_ALERTS,
  })
  items!: AlertBulkItemAnswer[];
}
