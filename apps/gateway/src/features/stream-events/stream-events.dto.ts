import { IdField, TextField } from '@itops/platform';

export class StreamQuery {
  @TextField({
    description: 'Only event types that begin with one of these, divided by commas.',
    max: 1024,
    optional: true,
    example: 'itops.incident.,itops.change.started',
  })
  type?: string;

  @IdField({ description: 'Only events about this configuration item.', optional: true })
  ci?: string;

  @IdField({ description: 'Only events of this resource.', optional: true })
  aggregate?: string;

  @TextField({
    description: 'The id of the last event seen, for a client that can not send Last-Event-ID.',
    max: 4096,
    optional: true,
  })
  lastEventId?: string;
}
