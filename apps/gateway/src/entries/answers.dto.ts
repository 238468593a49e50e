import { IdField, IntegerField, NestedListField, TextField } from '@itops/platform';

const MOST = 1_000_000_000;

export class ReportError {
  @TextField({ description: 'Where in the report, as a JSON pointer; empty for the report itself.', max: 1024, min: 0 })
  pointer!: string;

  @TextField({ description: 'What is wrong there.', max: 1024 })
  reason!: string;
}

export class RejectedReport {
  @IntegerField({ description: 'Place in the request, from 0.', min: 0, max: MOST })
  index!: number;

  @NestedListField({ description: 'Why it was not taken.', type: () => ReportError, maxItems: 20 })
  errors!: ReportError[];
}

export class AcceptedReport {
  @IntegerField({ description: 'Place in the request, from 0.', min: 0, max: MOST })
  index!: number;

  @IdField({ description: 'Id of the event that it became.' })
  eventId!: string;
}
