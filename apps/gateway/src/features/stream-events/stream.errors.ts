import { BusinessError } from '@itops/kit';

/** The id of an event of another log: of another installation, or of this one before it was set up anew. */
export class ForeignEventId extends BusinessError {
  readonly kind = 'foreign-event-id';
  readonly status = 410;
  readonly title = 'This id is from another event log';

  constructor() {
    super(
      'Events after this id can not be told: the log that it belongs to is not the one that is here now. ' +
        'Connect without an id, and read anew what you keep.',
    );
  }
}
