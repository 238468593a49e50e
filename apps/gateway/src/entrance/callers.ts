import { timingSafeEqual } from 'node:crypto';

import { ANYBODY, type Authority, Clock, PERMISSIONS, Readiness } from '@itops/kit';
import { Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';

import { apiKeyDigest, isApiKeyText } from './api-key-text';
import { type GatewayConfig } from '../gateway.config';
import { KnownApiKeys } from '../persistence/known-api-keys';
import { People } from '../persistence/people';
import { SeenRights } from '../persistence/seen-rights';
import { Tokens } from './oidc/tokens';
import { notNow, Unauthenticated } from './refusals';

const NO_LOOK = 'Whether there is such a key can not be looked up now.';

/** @param holders who is known to hold the key; unless all of them are, anybody might */
function administrator(holders: readonly string[]): Authority {
  return {
    subject: 'admin',
    credential: 'admin-key',
    principals: ['admin', ...(holders.length === 0 ? [ANYBODY] : holders)],
    permissions: new Set(PERMISSIONS),
    groups: [],
  };
}

/** Tells who calls by what they show: a token of the identity provider, a key of a machine, or the administrator's key. */
@Injectable()
export class Callers implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly tokens: Tokens | undefined;
  private readonly administrator: Authority;

  constructor(
    private readonly config: GatewayConfig,
    private readonly keys: KnownApiKeys,
    private readonly clock: Clock,
    people: People,
    rights: SeenRights,
    readiness: Readiness,
  ) {
    const { oidc } = config;
    this.administrator = administrator(config.API_KEY_HOLDERS);
    if (oidc === undefined) return;
    const tokens = new Tokens(oidc, (authority, data, issuedAt) => {
      people.saw(authority.subject, data);
      rights.saw(authority, issuedAt);
    });
    readiness.register('identity-provider', () => tokens.keys.describe());
    this.tokens = tokens;
  }

  onApplicationBootstrap(): void {
    this.tokens?.keys.start();
  }

  onApplicationShutdown(): void {
    this.tokens?.keys.stop();
  }

  /**
   * Whoever can be told without asking or computing much; the same object for the same credential. Undefined where more is
   * needed: {@link verify}.
   * @throws Unauthenticated; Unavailable where keys have not been read yet
   */
  recognise(shown: string): Authority | undefined {
    const remembered = this.tokens?.known(shown);
    if (remembered !== undefined) return remembered;
    const digest = apiKeyDigest(shown);
    const machine = this.machine(digest);
    if (machine !== undefined) return machine;
    // Digests are compared, so that the time taken tells nothing about the key.
    if (timingSafeEqual(this.config.apiKeyDigest, Buffer.from(digest, 'hex'))) return this.administrator;
    if (isApiKeyText(shown)) {
      if (!this.keys.areKnown) throw notNow('The keys of machines have not been read yet.');
      return undefined;
    }
    if (Tokens.mayBeOne(shown)) {
      if (this.tokens !== undefined) return undefined;
      throw new Unauthenticated('unknown');
    }
    throw new Unauthenticated('malformed');
  }

  /** @throws Unauthenticated; Unavailable while the provider's keys are not known */
  async verify(shown: string): Promise<Authority> {
    if (isApiKeyText(shown)) {
      if (!this.keys.areCurrent) throw notNow(NO_LOOK);
      // A key counts from the moment in which its maker was told of it, whichever gateway that was.
      await this.keys.refresh();
      const machine = this.machine(apiKeyDigest(shown));
      if (machine !== undefined) return machine;
      if (!this.keys.areCurrent) throw notNow(NO_LOOK);
      throw new Unauthenticated('unknown');
    }
    if (this.tokens === undefined) throw new Unauthenticated('unknown');
    return this.tokens.verify(shown);
  }

  /** @throws Unauthenticated where the key is over */
  private machine(digest: string): Authority | undefined {
    const known = this.keys.find(digest);
    if (known === undefined) return undefined;
    const { authority, isRevoked, until } = known;
    const now = this.clock.now().getTime();
    if (isRevoked) throw new Unauthenticated('revoked', authority.subject);
    if (until <= now) throw new Unauthenticated('expired', authority.subject);
    this.keys.noteUse(authority.subject, now);
    return authority;
  }
}
