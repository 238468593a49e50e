import { BusinessError, NotFound } from './errors';
import { type Permission } from './permissions';

/** What somebody tried and was not let do, as the audit trail keeps it. */
export interface Refusal {
  /** What they tried: the permission that they lack (`change:approve`), or a verb. */
  readonly action: string;
  /** What it was tried on: `change`; `route` where nothing more is known. */
  readonly resourceType: string;
  /** Of the resource, or the route's pattern; not counted apart from others when the same is tried on many. */
  readonly resourceId: string;
  /** Why not, in words that are the same for the same reason: attempts are counted together by it. */
  readonly reason: string;
}

/** On what something is tried. */
export type Target = Pick<Refusal, 'resourceType' | 'resourceId'>;

/** For a refusal that comes before any resource is looked at. */
export const THE_ROUTE: Target = { resourceType: 'route', resourceId: '' };

/** An error that refuses who has asked; whoever answers it tells the audit trail. */
export abstract class Refused extends BusinessError {
  abstract readonly refusal: Refusal;
}

/** The caller is known, but this is not theirs to do. */
export class NotPermitted extends Refused {
  readonly kind = 'forbidden';
  readonly status = 403;
  readonly title = 'Not permitted';
  readonly refusal: Refusal;

  constructor(
    readonly permission: Permission,
    detail: string,
    target: Target = THE_ROUTE,
    /** Where the detail holds what a caller chose. */
    reason = detail,
  ) {
    super(detail);
    this.refusal = { action: permission, ...target, reason };
  }

  override details(): Record<string, unknown> {
    return { permission: this.permission };
  }
}

/** The caller has the permission, but somebody else must use it: the work is the caller's own. */
export class OwnWork extends Refused {
  readonly kind = 'forbidden';
  readonly status = 403;
  readonly title = 'Not permitted';
  readonly refusal: Refusal;

  constructor(permission: Permission, detail: string, target: Target) {
    super(detail);
    this.refusal = { action: permission, ...target, reason: detail };
  }
}

/** Exists, but not for this caller: the answer is word for word the one for what does not exist. */
export class Hidden extends Refused {
  readonly kind = 'not-found';
  readonly status = 404;
  readonly title = 'Not found';
  readonly refusal: Refusal;

  /** @param key by which the caller asked for it */
  constructor(what: string, key: string, permission: Permission, target: Target) {
    super(new NotFound(what, key).message);
    this.refusal = {
      action: permission,
      ...target,
      reason: `The ${what} is shown only to those with the permission '${permission}'.`,
    };
  }
}
