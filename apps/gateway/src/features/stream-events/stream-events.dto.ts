import { EnumListParam, IdField, TextField } from '@itops/platform';

import { PRIORITIES } from '../../events/event-filter';

export class StreamQuery {
  @TextField({
    description: 'Only events of these types, divided by commas; a star at the end takes all that begin so.',
    max: 1024,
    min: 1,
    optional: true,
    example: 'itops.incident.*,itops.change.started.v1',
  })
  type?: string;

  @IdField({ description: 'Only events about this configuration item.', optional: true })
  ci?: string;

  @TextField({
    description: 'Only events of this kind of resource, or of one resource: incident, or incident/<id>.',
    max: 128,
    min: 1,
    optional: true,
  })
  resource?: string;

  @EnumListParam({
    description: 'Only events of what has one of these priorities, divided by commas.',
    values: PRIORITIES.map(String),
    optional: true,
  })
  priority?: string[];

  @TextField({
    description: 'The id of the last event seen, for a client that can not send Last-Event-ID.',
    max: 4096,
    optional: true,
  })
  lastEventId?: string;
}
