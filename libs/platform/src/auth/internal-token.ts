import { type KeyObject, createPublicKey } from 'node:crypto';

import { type Authority, isPermission, Misconfigured } from '@itops/kit';
import { errors, jwtVerify, type JWTPayload, SignJWT } from 'jose';

import { ALGORITHM, keyIdOf } from './internal-keys';

const ISSUER = 'itops-gateway';
const AUDIENCE = 'itops-services';
const LIFETIME_S = 60;
/** A token is used again for the same caller while it is valid for at least this long. */
const REUSED_UNTIL_S = 25;
const SKEW_S = 10;
const MOST_REMEMBERED = 10_000;

/** Says who calls, so that a service can check it: the gateway's word, signed, good for a minute. */
export class InternalTokens {
  private readonly keyId: string;
  private readonly issued = new Map<Authority, { readonly token: string; readonly until: number }>();

  constructor(private readonly key: KeyObject) {
    this.keyId = keyIdOf(createPublicKey(key));
  }

  /** The token of before, without a promise, while it is good for long enough: nearly always. */
  known(authority: Authority): string | undefined {
    const known = this.issued.get(authority);
    return known !== undefined && known.until > Date.now() / 1_000 ? known.token : undefined;
  }

  /** The same object gets the same token for a while, so that a busy caller costs one signature in half a minute. */
  async of(authority: Authority): Promise<string> {
    const now = Math.floor(Date.now() / 1_000);
    const known = this.issued.get(authority);
    if (known !== undefined && known.until > now) return known.token;
    const token = await signIdentity(authority, this.key, this.keyId, now, LIFETIME_S);
    if (this.issued.size >= MOST_REMEMBERED) this.issued.clear();
    this.issued.set(authority, { token, until: now + LIFETIME_S - REUSED_UNTIL_S });
    return token;
  }
}

function signIdentity(authority: Authority, key: KeyObject, keyId: string, now: number, lifetimeS: number) {
  const { subject, credential, principals, permissions, groups } = authority;
  return new SignJWT({ credential, principals: [...principals], permissions: [...permissions], groups: [...groups] })
    .setProtectedHeader({ alg: ALGORITHM, kid: keyId, typ: 'JWT' })
    .setIssuer(ISSUER)
    .setAudience(AUDIENCE)
    .setSubject(subject)
    .setIssuedAt(now)
    .setExpirationTime(now + lifetimeS)
    .sign(key);
}

/** A token that lives longer, for tests and for tools that speak to a service directly. */
export function issueIdentity(authority: Authority, key: KeyObject, lifetimeS: number): Promise<string> {
  return signIdentity(authority, key, keyIdOf(createPublicKey(key)), Math.floor(Date.now() / 1_000), lifetimeS);
}

/** Reads the gateway's word. What has been verified once is remembered until it expires. */
export class InternalTokenVerifier {
  private readonly verified = new Map<string, { readonly authority: Authority; readonly until: number }>();

  constructor(private readonly keys: ReadonlyMap<string, KeyObject>) {}

  /** What is remembered of this token, without a promise: nearly every call. */
  known(token: string): Authority | undefined {
    const found = this.verified.get(token);
    if (found === undefined || found.until > Date.now()) return found?.authority;
    this.verified.delete(token);
    return undefined;
  }

  /**
   * @returns undefined when it is not the gateway's word
   * @throws Misconfigured when it is, but this machine's clock and the gateway's are too far apart
   */
  async verify(token: string): Promise<Authority | undefined> {
    try {
      const { payload } = await jwtVerify(token, ({ kid }) => this.keyOf(kid), {
        algorithms: [ALGORITHM],
        issuer: ISSUER,
        audience: AUDIENCE,
        clockTolerance: SKEW_S,
        requiredClaims: ['sub', 'iat', 'exp'],
      });
      const authority = authorityOf(payload);
      if (authority === undefined) return undefined;
      if (this.verified.size >= MOST_REMEMBERED) this.verified.clear();
      this.verified.set(token, { authority, until: ((payload.exp ?? 0) + SKEW_S) * 1_000 });
      return authority;
    } catch (error) {
      // The signature is looked at before the times.
      if (error instanceof errors.JWTExpired) throw clocksApart(error.payload);
      if (error instanceof errors.JOSEError) return undefined;
      throw error;
    }
  }

  private keyOf(keyId: string | undefined): KeyObject {
    const key = keyId === undefined ? undefined : this.keys.get(keyId);
    if (key === undefined) throw new errors.JWKSNoMatchingKey();
    return key;
  }
}

function clocksApart({ iat }: JWTPayload): Misconfigured {
  const seconds = Math.round(Date.now() / 1_000 - (iat ?? 0));
  return new Misconfigured(
    `The clock of this service and the gateway's differ by about ${seconds} s, so the gateway's word has expired. ` +
      'Set both by NTP.',
  );
}

function authorityOf(payload: JWTPayload): Authority | undefined {
  const { sub, credential, principals, permissions, groups } = payload;
  if (sub === undefined || typeof credential !== 'string') return undefined;
  if (!isTexts(principals) || !isTexts(permissions) || !isTexts(groups)) return undefined;
  // A permission that this version does not know lets nobody do anything.
  return { subject: sub, credential, principals, permissions: new Set(permissions.filter(isPermission)), groups };
}

function isTexts(value: unknown): value is string[] {
  return Array.isArray(value) && value.every((one) => typeof one === 'string');
}
