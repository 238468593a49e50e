import { DateTimeField, TextField } from '@itops/platform';

export class ExportAuditQuery {
  @TextField({ description: 'Of this service alone.', max: 255, optional: true })
  service?: string;

  @DateTimeField({ description: 'From the first row at this time or later.', optional: true })
  from?: string;

  @DateTimeField({ description: 'To the last row at this time or earlier.', optional: true })
  to?: string;
}
