import { type ApiKey, stateOf } from '../../domain/api-key';
import { apiKeyLifecycle } from '../../domain/api-key.lifecycle';
import { type ApiKeyDto } from './api-key.dto';

export function toAnswer(key: ApiKey, now: Date): ApiKeyDto {
  const state = stateOf(key, now);
  const good = state === 'active' ? key.secrets.filter(({ validUntil }) => validUntil > now) : [];
  return {
    id: key.id,
    version: key.version,
    name: key.name,
    state,
    allowedActions: apiKeyLifecycle.allowedActions(state),
    roles: [...key.roles],
    groups: [...key.groups],
    secrets: good.map(({ shown, createdAt, validUntil }) => ({
      begins: shown,
      createdAt: createdAt.toISOString(),
      validUntil: validUntil.toISOString(),
    })),
    principals: [...key.principals],
    createdBy: key.createdBy,
    createdAt: key.createdAt.toISOString(),
    updatedAt: key.updatedAt.toISOString(),
    expiresAt: key.expiresAt.toISOString(),
    revokedAt: key.revokedAt?.toISOString() ?? null,
    lastUsedAt: key.lastUsedAt?.toISOString() ?? null,
  };
}
