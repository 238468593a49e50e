import {
  type Authority,
  type Cause,
  Clock,
  type ExpectedVersion,
  Forbidden,
  isUuid,
  newId,
  NotFound,
  requireVersion,
} from '@itops/kit';
import { Transactions, type Tx } from '@itops/messaging';
import { Injectable } from '@nestjs/common';

import {
  type ApiKey,
  DEFAULT_DAYS,
  DEFAULT_OVERLAP_MINUTES,
  makeApiKey,
  revokeApiKey,
  rotateApiKey,
} from '../../domain/api-key';
import { apiKeyDigest, newApiKeyText, shownPartOf } from '../../entrance/api-key-text';
import { insertApiKey, lockApiKey, updateApiKey } from '../../persistence/api-key.store';
import { KnownApiKeys } from '../../persistence/known-api-keys';
import { toAnswer } from './api-key.answer';
import {
  type ApiKeyDto,
  type ApiKeyWithSecretDto,
  type NewApiKeyDto,
  type RevokeApiKeyDto,
  type RotateApiKeyDto,
} from './api-key.dto';

@Injectable()
export class ManageApiKeys {
  constructor(
    private readonly transactions: Transactions,
    private readonly known: KnownApiKeys,
    private readonly clock: Clock,
  ) {}

  /** @throws NotPermitted, InvalidInput where the key would be let do more than its maker */
  create(input: NewApiKeyDto, cause: Cause): Promise<ApiKeyWithSecretDto> {
    const secret = newSecret();
    return this.transactions.run(cause, async (tx) => {
      const { name, roles, groups = [], expiresInDays: lifetimeDays = DEFAULT_DAYS } = input;
      const now = this.clock.now();
      const key = makeApiKey({ id: newId(), name, roles, groups, lifetimeDays }, secret, authorityOf(cause), now);
      await insertApiKey(tx, key);
      await this.recorded(tx, 'create', undefined, key);
      return { ...toAnswer(key, now), secret: secret.text };
    });
  }

  /** @throws NotFound, StaleVersion, IllegalTransition, NotPermitted, InvalidInput */
  rotate(id: string, expected: ExpectedVersion, input: RotateApiKeyDto, cause: Cause): Promise<ApiKeyWithSecretDto> {
    const secret = newSecret();
    return this.transactions.run(cause, async (tx) => {
      const before = await take(tx, id, expected);
      const { overlapMinutes = DEFAULT_OVERLAP_MINUTES, expiresInDays: lifetimeDays = before.lifetimeDays } = input;
      const now = this.clock.now();
      const after = rotateApiKey(before, { secret, overlapMinutes, lifetimeDays }, authorityOf(cause), now);
      await updateApiKey(tx, after);
      await this.recorded(tx, 'rotate', before, after);
      return { ...toAnswer(after, now), secret: secret.text };
    });
  }

  /** @throws NotFound, StaleVersion, IllegalTransition */
  revoke(id: string, expected: ExpectedVersion, input: RevokeApiKeyDto, cause: Cause): Promise<ApiKeyDto> {
    return this.transactions.run(cause, async (tx) => {
      const before = await take(tx, id, expected);
      const now = this.clock.now();
      const after = revokeApiKey(before, now);
      await updateApiKey(tx, after);
      await this.recorded(tx, 'revoke', before, after, input.reason);
      return toAnswer(after, now);
    });
  }

  private async recorded(
    tx: Tx,
    action: string,
    before: ApiKey | undefined,
    after: ApiKey,
    reason?: string,
  ): Promise<void> {
    await tx.audit([
      {
        ...{ action, resourceType: 'api-key', resourceId: after.id },
        ...(before === undefined ? {} : { before: auditOf(before) }),
        ...{ after: auditOf(after) },
        ...(reason === undefined ? {} : { reason }),
      },
    ]);
    tx.afterCommit(() => void this.known.refresh());
  }
}

function newSecret() {
  const text = newApiKeyText();
  return { text, digest: apiKeyDigest(text), shown: shownPartOf(text) };
}

/** Nothing by which anybody could be let in. */
function auditOf({ secrets, ...key }: ApiKey): object {
  return { ...key, secrets: secrets.map(({ shown, createdAt, validUntil }) => ({ shown, createdAt, validUntil })) };
}

/** The platform itself makes no keys. */
function authorityOf({ authority }: Cause): Authority {
  if (authority === undefined) throw new Forbidden('Only somebody who is known may make keys.');
  return authority;
}

async function take(tx: Tx, id: string, expected: ExpectedVersion): Promise<ApiKey> {
  const key = isUuid(id) ? await lockApiKey(tx, id) : undefined;
  if (key === undefined) throw new NotFound('API key', id);
  requireVersion('API key', expected, key.version);
  return key;
}
