import { createHmac, generateKeyPairSync, type KeyObject, randomUUID, sign } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import { type AddressInfo } from 'node:net';

import { isRecord } from '@itops/kit';

export interface SigningKey {
  readonly kid: string;
  readonly alg: 'RS256' | 'ES256' | 'EdDSA';
  readonly privateKey: KeyObject;
  readonly publicKey: KeyObject;
}

const PAIRS = {
  RS256: () => generateKeyPairSync('rsa', { modulusLength: 2048 }),
  ES256: () => generateKeyPairSync('ec', { namedCurve: 'P-256' }),
  EdDSA: () => generateKeyPairSync('ed25519'),
} as const;

export function newSigningKey(alg: SigningKey['alg'] = 'ES256', kid: string = randomUUID()): SigningKey {
  return { kid, alg, ...PAIRS[alg]() };
}

function signature({ alg, privateKey }: SigningKey, text: string): string {
  const bytes = Buffer.from(text);
  if (alg === 'EdDSA') return sign(null, bytes, privateKey).toString('base64url');
  return sign('sha256', bytes, { key: privateKey, dsaEncoding: 'ieee-p1363' }).toString('base64url');
}

const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');

export interface TokenChanges {
  readonly claims?: Readonly<Record<string, unknown>>;
  readonly header?: Readonly<Record<string, unknown>>;
  /** Instead of the issuer's newest. */
  readonly key?: SigningKey;
}

/** An identity provider as the gateway sees it: discovery, keys that rotate, tokens. It can be away. */
export class TestIssuer {
  static readonly audience = 'itops-api';
  /** The newest signs. */
  keys: SigningKey[] = [newSigningKey()];
  /** In place of what it would tell of itself. */
  discovery: Readonly<Record<string, unknown>> = {};
  /** In place of its keys. */
  jwks: unknown;
  /** By how many milliseconds its clock is ahead. */
  aheadMs = 0;
  /** How often its keys were asked for. */
  asked = 0;

  private constructor(
    private readonly server: Server,
    private readonly port: number,
  ) {}

  static async start(): Promise<TestIssuer> {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const address: AddressInfo | string | null = server.address();
    if (!isRecord(address)) throw new Error('The issuer does not listen');
    const issuer = new TestIssuer(server, Number(address['port']));
    server.on('request', (request, response) => {
      const path = request.url ?? '';
      const answers: Record<string, () => unknown> = {
        '/.well-known/openid-configuration': () => issuer.describe(),
        '/jwks': () => issuer.publicKeys(),
      };
      const body = answers[path]?.();
      response.writeHead(body === undefined ? 404 : 200, {
        'content-type': 'application/json',
        date: new Date(Date.now() + issuer.aheadMs).toUTCString(),
      });
      response.end(JSON.stringify(body ?? {}));
    });
    return issuer;
  }

  get url(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  /** What a gateway needs to believe it. */
  get settings(): Record<string, string> {
    return { OIDC_ISSUER: this.url, OIDC_AUDIENCE: TestIssuer.audience, OIDC_COOLDOWN_MS: '50' };
  }

  /** A token as it should be, with these changes. A claim that is undefined is left out. */
  token(changes: TokenChanges = {}): string {
    const [newest] = this.keys;
    const key = changes.key ?? newest;
    if (key === undefined) throw new Error('The issuer has no key');
    const now = Math.floor(Date.now() / 1_000);
    const claims = {
      ...{ iss: this.url, aud: TestIssuer.audience, sub: 'anna', iat: now, exp: now + 3_600 },
      ...{ name: 'Anna Example', email: 'anna@example.org', roles: ['itops-viewer'], groups: [] },
      ...changes.claims,
    };
    const text = `${part({ alg: key.alg, kid: key.kid, typ: 'at+jwt', ...changes.header })}.${part(claims)}`;
    return `${text}.${signature(key, text)}`;
  }

  /** A good token whose header says that it is not signed, and which is not. */
  unsigned(claims: Readonly<Record<string, unknown>> = {}): string {
    const [, body = ''] = this.token({ claims }).split('.');
    return `${part({ alg: 'none', typ: 'at+jwt' })}.${body}.`;
  }

  /** A good token, signed with the public key as if that were a shared secret. */
  signedWithPublicKey(claims: Readonly<Record<string, unknown>> = {}): string {
    const [key] = this.keys;
    const [, body = ''] = this.token({ claims }).split('.');
    const text = `${part({ alg: 'HS256', kid: key?.kid, typ: 'at+jwt' })}.${body}`;
    const secret = key?.publicKey.export({ type: 'spki', format: 'pem' }) ?? '';
    return `${text}.${createHmac('sha256', secret).update(text).digest('base64url')}`;
  }

  /** Signs with a new key from now on. @param keep whether the ones before go on to count */
  rotate(keep: boolean, alg: SigningKey['alg'] = 'ES256'): void {
    this.keys = [newSigningKey(alg), ...(keep ? this.keys : [])];
  }

  async stop(): Promise<void> {
    if (!this.server.listening) return;
    this.server.closeAllConnections();
    await new Promise<void>((resolve) => this.server.close(() => resolve()));
  }

  /** After `stop`, at the same address. */
  async startAgain(): Promise<void> {
    await new Promise<void>((resolve) => this.server.listen(this.port, '127.0.0.1', resolve));
  }

  private describe(): unknown {
    return { issuer: this.url, jwks_uri: `${this.url}/jwks`, ...this.discovery };
  }

  private publicKeys(): unknown {
    this.asked++;
    return (
      this.jwks ?? {
        keys: this.keys.map(({ alg, kid, publicKey }) => ({
          ...{ ...publicKey.export({ format: 'jwk' }), alg, kid, use: 'sig' },
        })),
      }
    );
  }
}
