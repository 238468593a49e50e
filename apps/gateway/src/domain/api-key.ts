import {
  type Authority,
  DAY,
  InvalidInput,
  MINUTE,
  NotPermitted,
  type Permission,
  permissionsOf,
  type Role,
} from '@itops/kit';

import { apiKeyLifecycle, type ApiKeyState } from './api-key.lifecycle';

export const DEFAULT_DAYS = 90;
export const MOST_DAYS = 365;
export const DEFAULT_OVERLAP_MINUTES = 24 * 60;
export const MOST_OVERLAP_MINUTES = 30 * 24 * 60;
/** Whoever may act for all groups may let a machine act for any of them. */
const FOR_ALL_GROUPS: readonly Permission[] = ['incident:act-any-group', 'change:act-any-group'];

/** What a key may be known by: its text is nowhere. */
export interface ApiKeySecret {
  /** SHA-256 of the text, hexadecimal. */
  readonly digest: string;
  /** How the text begins, to tell it from others. */
  readonly shown: string;
  readonly createdAt: Date;
  readonly validUntil: Date;
}

/** What a machine may do, and by which secrets it is known. */
export interface ApiKey {
  readonly id: string;
  readonly version: number;
  readonly name: string;
  readonly roles: readonly Role[];
  readonly groups: readonly string[];
  /** All who have made it or have held one of its secrets, and who stands behind them. */
  readonly principals: readonly string[];
  readonly createdBy: string;
  readonly createdAt: Date;
  readonly updatedAt: Date;
  readonly lifetimeDays: number;
  readonly expiresAt: Date;
  readonly revokedAt: Date | null;
  readonly lastUsedAt: Date | null;
  /** The newest first. */
  readonly secrets: readonly ApiKeySecret[];
}

export interface NewApiKey {
  readonly id: string;
  readonly name: string;
  readonly roles: readonly Role[];
  readonly groups: readonly string[];
  readonly lifetimeDays: number;
}

type NewSecret = Pick<ApiKeySecret, 'digest' | 'shown'>;

export function stateOf({ revokedAt, expiresAt }: Pick<ApiKey, 'revokedAt' | 'expiresAt'>, now: Date): ApiKeyState {
  if (revokedAt !== null) return 'revoked';
  return expiresAt <= now ? 'expired' : 'active';
}

/** @throws NotPermitted, InvalidInput where the key would be let do more than its maker */
export function makeApiKey(asked: NewApiKey, secret: NewSecret, maker: Authority, now: Date): ApiKey {
  requireNoMoreThan(maker, asked);
  const expiresAt = after(now, asked.lifetimeDays * DAY);
  return {
    ...asked,
    roles: [...new Set(asked.roles)],
    groups: [...new Set(asked.groups)],
    version: 1,
    principals: maker.principals,
    createdBy: maker.subject,
    createdAt: now,
    updatedAt: now,
    expiresAt,
    revokedAt: null,
    lastUsedAt: null,
    secrets: [{ ...secret, createdAt: now, validUntil: expiresAt }],
  };
}

export interface Rotation {
  readonly secret: NewSecret;
  /** For so long the secrets of before stay good, if they are not over sooner. */
  readonly overlapMinutes: number;
  readonly lifetimeDays: number;
}

/**
 * Whoever rotates a key learns its new secret, so they must be let do all that it may, and they stand behind it from then on.
 * @throws NotPermitted, IllegalTransition
 */
export function rotateApiKey(
  key: ApiKey,
  { secret, overlapMinutes, lifetimeDays }: Rotation,
  by: Authority,
  now: Date,
): ApiKey {
  requireMove(key, 'rotate', now);
  requireNoMoreThan(by, key);
  const overlapEnds = after(now, overlapMinutes * MINUTE);
  const expiresAt = after(now, lifetimeDays * DAY);
  const before = key.secrets
    .filter(({ validUntil }) => validUntil > now)
    .map((old) => (old.validUntil > overlapEnds ? { ...old, validUntil: overlapEnds } : old))
    .filter(({ validUntil }) => validUntil > now);
  return {
    ...key,
    version: key.version + 1,
    updatedAt: now,
    lifetimeDays,
    expiresAt,
    principals: [...new Set([...key.principals, ...by.principals])],
    secrets: [{ ...secret, createdAt: now, validUntil: expiresAt }, ...before],
  };
}

/** @throws IllegalTransition */
export function revokeApiKey(key: ApiKey, now: Date): ApiKey {
  requireMove(key, 'revoke', now);
  return { ...key, version: key.version + 1, updatedAt: now, revokedAt: now };
}

function requireMove(key: ApiKey, action: 'rotate' | 'revoke', now: Date): void {
  apiKeyLifecycle.next(stateOf(key, now), action);
}

function requireNoMoreThan(maker: Authority, { roles, groups }: Pick<ApiKey, 'roles' | 'groups'>): void {
  const beyond = permissionsOf(roles).find((permission) => !maker.permissions.has(permission));
  if (beyond !== undefined) {
    throw new NotPermitted(
      beyond,
      `The key would have the permission '${beyond}', which you do not have. A key may do no more than who makes it.`,
    );
  }
  if (FOR_ALL_GROUPS.every((permission) => maker.permissions.has(permission))) return;
  const strange = groups.findIndex((group) => !maker.groups.includes(group));
  if (strange >= 0) {
    throw new InvalidInput([{ pointer: `/groups/${strange}`, reason: 'is a group that you do not belong to' }]);
  }
}

function after(from: Date, millis: number): Date {
  return new Date(from.getTime() + millis);
}
