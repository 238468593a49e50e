import { isPermission, isRole, type Permission, permissionsOf } from '@itops/kit';

import { stateOf } from '../domain/api-key';

/** As much of the owner of the subscription `w` as says what they may do now. */
export const OWNER_SELECT = `k.roles as key_roles, k.revoked_at as key_revoked_at, k.expires_at as key_expires_at,
  s.permissions as seen_permissions`;

export const OWNER_JOIN = `
  left join api_key k on k.id = case when w.owner ~ '^key:[0-9a-f-]{36}$' then substr(w.owner, 5)::uuid end
  left join seen_rights s on s.subject = w.owner`;

export interface OwnerRow {
  readonly owner: string;
  readonly key_roles: readonly string[] | null;
  readonly key_revoked_at: Date | null;
  readonly key_expires_at: Date | null;
  /** By the newest token of theirs that was seen. */
  readonly seen_permissions: readonly string[] | null;
}

/** What the owner of a subscription is permitted now; undefined where nothing newer is known than when they saved it. */
export function permittedNow(row: OwnerRow, now: Date): ReadonlySet<Permission> | undefined {
  if (!row.owner.startsWith('key:')) {
    return row.seen_permissions === null ? undefined : new Set(row.seen_permissions.filter(isPermission));
  }
  const { key_roles: roles, key_revoked_at: revokedAt, key_expires_at: expiresAt } = row;
  const isActive = roles !== null && expiresAt !== null && stateOf({ revokedAt, expiresAt }, now) === 'active';
  return new Set(isActive ? permissionsOf(roles.filter(isRole)) : []);
}
