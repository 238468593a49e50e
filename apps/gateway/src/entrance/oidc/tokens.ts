import { type Authority, BusinessError } from '@itops/kit';
import { errors, type JWTPayload, jwtVerify } from 'jose';

import { RecentlyUsed } from '../recently-used';
import { Unauthenticated } from '../refusals';
import { authorityOf, type DisplayData, displayDataOf, subjectOf } from './claims';
import { type OidcConfig } from './oidc.config';
import { ProviderKeys } from './provider-keys';

const MOST_REMEMBERED = 10_000;
const LONGEST_TOKEN = 12_000;
/** Header, claims and signature, each base64url. */
const COMPACT = /^[\w-]+\.[\w-]+\.[\w-]*$/;
/** What may call itself an access token (RFC 9068); a token for something else is none. */
const TYPES = new Set(['jwt', 'at+jwt', 'application/at+jwt']);

interface Verified {
  readonly authority: Authority;
  /** Epoch milliseconds. */
  readonly until: number;
}

/** Tells who calls by a token of the identity provider. What has been verified once is remembered until it expires. */
export class Tokens {
  private readonly verified = new RecentlyUsed<string, Verified>(MOST_REMEMBERED);
  private readonly underWay = new Map<string, Promise<Authority>>();
  readonly keys: ProviderKeys;

  constructor(
    private readonly config: OidcConfig,
    private readonly seen: (authority: Authority, data: DisplayData, issuedAt: Date) => void,
  ) {
    this.keys = new ProviderKeys(config, () => this.verified.clear());
  }

  static mayBeOne(text: string): boolean {
    return text.length <= LONGEST_TOKEN && COMPACT.test(text);
  }

  /** What is remembered of this token: nearly always all that is needed. */
  known(token: string): Authority | undefined {
    const found = this.verified.get(token);
    if (found === undefined || found.until > Date.now()) return found?.authority;
    this.verified.delete(token);
    return undefined;
  }

  /**
   * The same token at the same time is verified once, and has one authority.
   * @throws Unauthenticated; Unavailable while the provider's keys are not known
   */
  verify(token: string): Promise<Authority> {
    const found = this.underWay.get(token);
    if (found !== undefined) return found;
    const verifying = this.verifyNow(token).finally(() => this.underWay.delete(token));
    this.underWay.set(token, verifying);
    return verifying;
  }

  private async verifyNow(token: string): Promise<Authority> {
    const { issuer, audience, algorithms, skewS } = this.config;
    try {
      const { payload, protectedHeader } = await jwtVerify(token, this.keys.find, {
        issuer,
        audience: [...audience],
        algorithms: [...algorithms],
        clockTolerance: skewS,
        requiredClaims: ['sub', 'iat', 'exp'],
      });
      return this.accept(token, payload, protectedHeader);
    } catch (error) {
      // The signature is looked at before the times, so nobody else can learn that a token was good once.
      if (error instanceof errors.JWTExpired) throw new Unauthenticated('expired', subjectOf(error.payload));
      if (error instanceof BusinessError) throw error;
      // Errors of the cryptography are those of the token's key or signature.
      throw new Unauthenticated('unknown');
    }
  }

  private accept(token: string, payload: JWTPayload, { kid, typ }: { kid?: string; typ?: string }): Authority {
    const subject = subjectOf(payload);
    const { iat = Infinity, exp = 0 } = payload;
    const isOfNoTime = iat < 0 || iat * 1_000 > Date.now() + this.config.skewS * 1_000;
    if (subject === undefined || isOfNoTime || (typ !== undefined && !TYPES.has(typ.toLowerCase()))) {
      throw new Unauthenticated('unknown');
    }
    const authority = authorityOf(subject, `jwt:${kid ?? 'only-key'}`, payload, this.config);
    this.verified.set(token, { authority, until: (exp + this.config.skewS) * 1_000 });
    this.seen(authority, displayDataOf(payload, this.config), new Date(iat * 1_000));
    return authority;
  }
}
