import { type Cause } from './cause';
import { BusinessError } from './errors';
import { type Permission } from './permissions';

/** Who calls, by what they showed it, and what they may do. */
export interface Authority {
  /** A stable name that says nothing personal: `user:<sub>`, `key:<id>`, `admin`. */
  readonly subject: string;
  /** By what it was shown: `jwt:<issuer's key id>`, `key:<id>`, `admin-key`. */
  readonly credential: string;
  /**
   * Everybody who stands behind the call: the subject, and of a machine's key those who made it. Callers that share one are
   * the same person where a second pair of eyes is asked for.
   */
  readonly principals: readonly string[];
  readonly permissions: ReadonlySet<Permission>;
  /** Assignment groups that the caller belongs to. */
  readonly groups: readonly string[];
}

/** The caller is known, but this is not theirs to do. */
export class NotPermitted extends BusinessError {
  readonly kind = 'forbidden';
  readonly status = 403;
  readonly title = 'Not permitted';

  constructor(
    readonly permission: Permission,
    detail: string,
  ) {
    super(detail);
  }

  override details(): Record<string, unknown> {
    return { permission: this.permission };
  }
}

/** What the platform does by itself has no authority to ask: nobody has told it to. */
type Acting = Pick<Cause, 'authority'>;

export function may({ authority }: Acting, permission: Permission): boolean {
  return authority === undefined || authority.permissions.has(permission);
}

/** @throws NotPermitted */
export function requirePermission(acting: Acting, permission: Permission): void {
  if (may(acting, permission)) return;
  throw new NotPermitted(
    permission,
    `This needs the permission '${permission}', which you do not have. Ask an administrator for a role that has it.`,
  );
}

/**
 * For what belongs to an assignment group: those of the group may act on it, everybody with the permission on what nobody
 * has yet, and those who may act for any group on all of it.
 * @throws NotPermitted
 */
export function requireGroup(acting: Acting, group: string | null, forAnyGroup: Permission): void {
  const { authority } = acting;
  if (authority === undefined || group === null || may(acting, forAnyGroup) || authority.groups.includes(group)) return;
  throw new NotPermitted(
    forAnyGroup,
    `It is assigned to the group '${group}', which you do not belong to. Let one of that group do it, or ask for a role with '${forAnyGroup}'.`,
  );
}

/** Whether one and the same person may stand behind both. */
export function isSamePerson(one: readonly string[], other: readonly string[]): boolean {
  return one.some((principal) => other.includes(principal));
}
