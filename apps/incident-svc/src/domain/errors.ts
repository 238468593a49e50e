import { BusinessError } from '@itops/kit';

/** The path names an action that this kind of resource does not have, whatever its state. */
export class UnknownAction extends BusinessError {
  readonly kind = 'unknown-action';
  readonly status = 404;
  readonly title = 'No such action';

  constructor(
    what: string,
    action: string,
    readonly actions: readonly string[],
  ) {
    super(`An ${what} has no action '${action}'. Possible: ${actions.join(', ')}.`);
  }

  override details(): Record<string, unknown> {
    return { actions: this.actions };
  }
}
