import { BusinessError, Conflict } from '@itops/kit';

import { CHANGE_ACTIONS } from './change.lifecycle';

/** The path names an action that no change has. */
export class UnknownAction extends BusinessError {
  readonly kind = 'unknown-action';
  readonly status = 404;
  readonly title = 'There is no such action';

  constructor(readonly action: string) {
    super(`A change has no action '${action}'. It has: ${CHANGE_ACTIONS.join(', ')}.`);
  }

  override details(): Record<string, unknown> {
    return { action: this.action, actions: CHANGE_ACTIONS };
  }
}

/** What has been approved is not changed behind the approver's back. */
export class ApprovedAsItIs extends Conflict {
  constructor(
    readonly fields: readonly string[],
    readonly allowedActions: readonly string[],
  ) {
    super(
      `The change has been approved as it is: ${fields.join(', ')} can no longer be edited. ` +
        "The change authority can take its approval back ('reject'); then edit it and ask again.",
    );
  }

  override details(): Record<string, unknown> {
    return { fields: this.fields, allowedActions: this.allowedActions };
  }
}
