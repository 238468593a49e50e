import { generateKeyPairSync } from 'node:crypto';

import { createService } from '@itops/platform';
import { ApiClient, eventually, newSigningKey, TestIssuer } from '@itops/testing';

import { gatewayService } from '../src/gateway.service';
import { callerIn } from './fake-service';
import { type GatewayUnderTest, startGateway } from './gateway-under-test';

let issuer: TestIssuer;
let gateway: GatewayUnderTest;

beforeAll(async () => {
  issuer = await TestIssuer.start();
  gateway = await startGateway({
    env: { ...issuer.settings, RATE_LIMIT_STRANGERS: '1000,100000', OIDC_ALGORITHMS: 'ES256 RS256 EdDSA' },
  });
});
afterAll(async () => {
  await gateway.close();
  await issuer.stop();
});
beforeEach(() => {
  gateway.incident.seen.length = 0;
});

function ask(token: string): ReturnType<ApiClient['get']> {
  return new ApiClient(gateway.service.url, { authorization: `Bearer ${token}` }).get('/v1/incidents');
}

const now = () => Math.floor(Date.now() / 1_000);

describe('a token of the identity provider', () => {
  it('says who calls and what they may do, and nothing personal', async () => {
    const claims = { sub: 'b-7', roles: ['itops-operator', 'itops-nothing', 'admin'], groups: ['network', ''] };
    expect((await ask(issuer.token({ claims }))).status).toBe(200);
    const caller = callerIn(gateway.incident.seen[0]);
    expect(caller).toMatchObject({
      sub: 'user:b-7',
      credential: `jwt:${issuer.keys[0]?.kid}`,
      principals: ['user:b-7'],
      groups: ['network'],
    });
    expect(JSON.stringify(caller)).toContain('incident:act"');
    expect(JSON.stringify(caller)).not.toMatch(/api-key:manage|example/i);
  });

  it('is verified once: the same token has the same word of the gateway', async () => {
    const token = issuer.token({ claims: { sub: 'again' } });
    await Promise.all([ask(token), ask(token), ask(token)]);
    const words = new Set(gateway.incident.seen.map(({ headers }) => headers['x-itops-identity']));
    expect(words.size).toBe(1);
  });

  it.each<['RS256' | 'ES256' | 'EdDSA']>([['RS256'], ['ES256'], ['EdDSA']])('signed by %s is believed', async (alg) => {
    issuer.rotate(true, alg);
    await eventually(async () => expect((await ask(issuer.token())).status).toBe(200));
  });

  it.each<[string, () => string, RegExp]>([
    ['expired', () => issuer.token({ claims: { iat: now() - 900, exp: now() - 120 } }), /has expired/],
    ['not valid yet', () => issuer.token({ claims: { nbf: now() + 600 } }), /not known/],
    ['of the future', () => issuer.token({ claims: { iat: now() + 600, exp: now() + 900 } }), /not known/],
    ['for somebody else', () => issuer.token({ claims: { aud: 'another-api' } }), /not known/],
    ['of another issuer', () => issuer.token({ claims: { iss: 'https://other.example' } }), /not known/],
    ['without an end', () => issuer.token({ claims: { exp: undefined } }), /not known/],
    ['without a beginning', () => issuer.token({ claims: { iat: undefined } }), /not known/],
    ['without a subject', () => issuer.token({ claims: { sub: undefined } }), /not known/],
    ['with a subject that is none', () => issuer.token({ claims: { sub: 'a b' } }), /not known/],
    ['by a key that nobody has told', () => issuer.token({ key: newSigningKey() }), /not known/],
    [
      'by a strange key under a known name',
      () => issuer.token({ key: { ...newSigningKey(), kid: issuer.keys[0]?.kid ?? '' } }),
      /not known/,
    ],
    ['that brings its own key', () => withOwnKey(), /not known/],
    ['for something else', () => issuer.token({ header: { typ: 'logout+jwt' } }), /not known/],
    ['with what must be understood', () => issuer.token({ header: { crit: ['exp2'], exp2: 1 } }), /not known/],
    ['not signed', () => issuer.unsigned(), /not known/],
    ['signed with the public key as a secret', () => issuer.signedWithPublicKey(), /not known/],
    [
      'changed',
      () => issuer.token().replace(/\.[^.]*\./, `.${body({ sub: 'root', roles: ['itops-admin'] })}.`),
      /not known/,
    ],
    ['that is none', () => 'abc', /neither a key/],
    ['with parts missing', () => issuer.token().split('.', 2).join('.'), /neither a key/],
  ])('%s is refused in general words', async (_what, token, words) => {
    const answer = await ask(token());
    expect(answer.status).toBe(401);
    expect(answer.body).toMatchObject({ type: '/problems/unauthenticated', detail: expect.stringMatching(words) });
    expect(answer.headers.get('www-authenticate')).toMatch(/^Bearer realm="itops", error="invalid_token", error_desc/);
    expect(gateway.incident.seen).toEqual([]);
  });

  it('within the skew of the clocks is believed', async () => {
    expect((await ask(issuer.token({ claims: { exp: now() - 5, sub: 'late' } }))).status).toBe(200);
    expect((await ask(issuer.token({ claims: { iat: now() + 5, sub: 'early' } }))).status).toBe(200);
  });

  it('beside another credential is one too many', async () => {
    const token = issuer.token();
    const both = new ApiClient(gateway.service.url, { authorization: `Bearer ${token}`, 'x-api-key': token });
    expect(await both.get('/v1/incidents')).toMatchObject({ status: 400, body: { type: '/problems/bad-request' } });
    expect(gateway.incident.seen).toEqual([]);
  });

  it('leaves what people read of its subject in a place of its own', async () => {
    await ask(issuer.token({ claims: { sub: 'c-9', name: 'Cleo', email: 'cleo@example.org' } }));
    await eventually(async () => {
      const people: unknown = await gateway.service.database.query(
        `select subject, name, email from person where subject = 'user:c-9'`,
      );
      expect(people).toEqual([{ subject: 'user:c-9', name: 'Cleo', email: 'cleo@example.org' }]);
    });
  });

  function withOwnKey(): string {
    const key = newSigningKey();
    return issuer.token({ key, header: { jwk: key.publicKey.export({ format: 'jwk' }), kid: undefined } });
  }
});

function body(claims: object): string {
  const all = { iss: issuer.url, aud: TestIssuer.audience, sub: 'x', iat: now(), exp: now() + 60, ...claims };
  return Buffer.from(JSON.stringify(all)).toString('base64url');
}

describe('settings of the identity provider', () => {
  const env = (settings: Record<string, string>) => ({
    ...{ PORT: '0', KAFKA_BROKERS: '127.0.0.1:1', DATABASE_URL: 'postgres://127.0.0.1:1/x', API_KEY: 'k'.repeat(32) },
    ...{ CMDB_URL: 'http://127.0.0.1:1', INCIDENT_URL: 'http://127.0.0.1:1', CHANGE_URL: 'http://127.0.0.1:1' },
    CAPACITY_URL: 'http://127.0.0.1:1',
    CURSOR_KEY: 'c'.repeat(32),
    INTERNAL_TOKEN_KEY: generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
    ...settings,
  });
  const good = { OIDC_ISSUER: 'https://id.example.org', OIDC_AUDIENCE: 'itops' };

  it.each<[Record<string, string>, RegExp]>([
    [{ OIDC_ISSUER: 'http://id.example.org', OIDC_AUDIENCE: 'itops' }, /OIDC_ISSUER .*https/],
    [{ ...good, OIDC_JWKS_URL: 'http://id.example.org/keys' }, /OIDC_JWKS_URL .*https/],
    [{ OIDC_ISSUER: 'https://id.example.org' }, /no OIDC_AUDIENCE/],
    [{ OIDC_AUDIENCE: 'itops' }, /no OIDC_ISSUER/],
    [{ ...good, OIDC_ALGORITHMS: 'HS256' }, /OIDC_ALGORITHMS/],
    [{ ...good, OIDC_ALGORITHMS: 'RS256,none' }, /OIDC_ALGORITHMS/],
    [{ ...good, OIDC_CLOCK_SKEW_S: '61' }, /OIDC_CLOCK_SKEW_S/],
    [{ ...good, OIDC_ROLE_MAP: 'boss=god' }, /'boss=god' is no pair/],
    [{ API_KEY_HOLDERS: 'anna' }, /API_KEY_HOLDERS .*user:/],
  ])('%j are refused at start', async (settings, words) => {
    await expect(createService(gatewayService, { env: env(settings) })).rejects.toThrow(words);
  });
});
