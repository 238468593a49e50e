import { BusinessError } from '@itops/kit';

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
