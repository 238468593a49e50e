import { type Permission } from './permissions';
import { NotPermitted, type Target } from './refusal';

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

/** What the platform does by itself has no authority to ask: nobody has told it to. */
interface Acting {
  readonly authority?: Authority | undefined;
}

export function may({ authority }: Acting, permission: Permission): boolean {
  return authority === undefined || authority.permissions.has(permission);
}

/** @throws NotPermitted */
export function requirePermission(acting: Acting, permission: Permission, target?: Target): void {
  if (may(acting, permission)) return;
  throw new NotPermitted(
    permission,
    `This needs the permission '${permission}', which you do not have. Ask an administrator for a role that has it.`,
    target,
  );
}

/**
 * For what belongs to an assignment group: those of the group may act on it, everybody with the permission on what nobody
 * has yet, and those who may act for any group on all of it.
 * @throws NotPermitted
 */
export function requireGroup(acting: Acting, group: string | null, forAnyGroup: Permission, target?: Target): void {
  const { authority } = acting;
  if (authority === undefined || group === null || may(acting, forAnyGroup) || authority.groups.includes(group)) return;
  throw new NotPermitted(
    forAnyGroup,
    `It is assigned to the group '${group}', which you do not belong to. Let one of that group do it, or ask for a role with '${forAnyGroup}'.`,
    target,
    'It is assigned to a group that the caller does not belong to.',
  );
}

/** Everybody who stands behind a deed; what the platform does by itself, it does in its own name. */
export function principalsOf({ actor, authority }: Acting & { readonly actor: string }): string[] {
  return [...new Set([actor, ...(authority?.principals ?? [])])];
}

/**
 * Stands behind what was done with a credential of which nobody knows who holds it: any person might, also one who is known by
 * another name elsewhere.
 */
export const ANYBODY = '*';

export function mayBeAnybody(principals: readonly string[]): boolean {
  return principals.includes(ANYBODY);
}

/** Whether one and the same person may stand behind both. */
export function isSamePerson(one: readonly string[], other: readonly string[]): boolean {
  return mayBeAnybody(one) || mayBeAnybody(other) || one.some((principal) => other.includes(principal));
}

/** Whether a name that somebody wrote may mean one of these: as `user:anna` says it, or as `anna` does, in any case. */
export function mayMean(written: string, principals: readonly string[]): boolean {
  const name = written.trim().toLowerCase();
  return principals.some((principal) => {
    const known = principal.toLowerCase();
    return name === known || name === known.slice(known.indexOf(':') + 1);
  });
}
