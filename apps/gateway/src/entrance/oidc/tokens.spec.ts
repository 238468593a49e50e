import { generateKeyPairSync } from 'node:crypto';

import { Unavailable } from '@itops/kit';
import { z } from '@itops/platform';
import { eventually, newSigningKey, TestIssuer } from '@itops/testing';
import { Logger } from '@nestjs/common';

import { Unauthenticated } from '../refusals';
import { oidcConfig, oidcSettings } from './oidc.config';
import { Tokens } from './tokens';

let provider: TestIssuer;
let tokens: Tokens;

beforeAll(() => {
  Logger.overrideLogger(false);
});
beforeEach(async () => {
  provider = await TestIssuer.start();
});
afterEach(async () => {
  tokens.keys.stop();
  await provider.stop();
});

async function start(settings: Record<string, string> = {}): Promise<void> {
  const config = oidcConfig(z.object(oidcSettings).parse({ ...provider.settings, ...settings }));
  if (config === undefined) throw new Error('There is no issuer');
  tokens = new Tokens(config, () => undefined);
  tokens.keys.start();
  await eventually(() => expect(tokens.keys.describe().detail).not.toContain('not read yet'));
}

const verify = (claims: Record<string, unknown> = {}) => tokens.verify(provider.token({ claims }));

describe('claims', () => {
  it('deeper down, and under names with dots, are read as it is set', async () => {
    await start({
      OIDC_ROLES_CLAIM: 'realm_access.roles',
      OIDC_ROLE_MAP: 'itsm-lead=change-manager, itsm-lead=viewer, staff=viewer',
      OIDC_GROUPS_CLAIM: 'https://example.org/groups',
      OIDC_GROUP_MAP: '2f1c=network',
    });
    const authority = await verify({
      realm_access: { roles: ['itsm-lead', 'itops-admin', '__proto__'] },
      'https://example.org/groups': ['2f1c', 'other'],
    });
    expect(authority.groups).toEqual(['network']);
    expect(authority.permissions.has('change:approve')).toBe(true);
    expect(authority.permissions.has('api-key:manage')).toBe(false);
  });

  it.each([[undefined], [7], ['admin'], [{ itops: 'admin' }], [[null, {}, ['itops-admin']]]])(
    'that are something else (%j) give nothing',
    async (roles) => {
      await start();
      expect((await verify({ roles, groups: roles })).permissions.size).toBe(0);
    },
  );

  it('with more groups than can travel are cut short', async () => {
    await start();
    const groups = Array.from({ length: 500 }, (_, index) => `group-${index}`);
    expect((await verify({ groups })).groups).toHaveLength(100);
  });
});

describe("the provider's keys", () => {
  it('are read again when one is not known, but not for each token of a flood', async () => {
    await start({ OIDC_COOLDOWN_MS: '60000' });
    const { asked } = provider;
    provider.rotate(true);
    for (let n = 0; n < 50; n++) await expect(verify({ jti: String(n) })).rejects.toThrow(Unauthenticated);
    expect(provider.asked).toBe(asked);
  });

  it('that rotate are found, and one that is gone lets nobody in any more', async () => {
    await start();
    const before = provider.token();
    await tokens.verify(before);
    expect(tokens.known(before)).toBeDefined();
    provider.rotate(false);
    await eventually(() => verify());
    expect(tokens.known(before)).toBeUndefined();
    await expect(tokens.verify(before)).rejects.toThrow(Unauthenticated);
  });

  it('are kept while the provider is away', async () => {
    await start({ OIDC_REFRESH_MS: '20' });
    await provider.stop();
    await eventually(() => expect(tokens.keys.describe()).toMatchObject({ ready: false }));
    expect(tokens.keys.describe().detail).toMatch(/can not be asked at .*: .*(ECONNREFUSED|ECONNRESET).* 1 keys$/);
    await expect(verify()).resolves.toBeDefined();
    await provider.startAgain();
    await eventually(() => expect(tokens.keys.describe()).toMatchObject({ ready: true }));
  });

  it('that have never been read leave tokens unjudged until the provider is there', async () => {
    await provider.stop();
    await start();
    await expect(verify()).rejects.toThrow(Unavailable);
    await provider.startAgain();
    await eventually(() => verify());
  });

  it.each<[string, () => void, RegExp]>([
    ['another issuer', () => (provider.discovery = { issuer: 'https://other.example' }), /calls itself/],
    ['keys over plain http elsewhere', () => (provider.discovery = { jwks_uri: 'http://example.org/k' }), /over https/],
    ['no keys', () => (provider.jwks = { keys: [] }), /the set is empty/],
    [
      'shared secrets',
      () => (provider.jwks = { keys: [{ kty: 'oct', k: 'c2VjcmV0', alg: 'HS256' }] }),
      /shared secret/,
    ],
    ['weak keys', () => (provider.jwks = { keys: [weak()] }), /shorter than 2048/],
    ['private keys', () => (provider.jwks = { keys: [privateKey()] }), /private key/],
    [
      'keys for something else',
      () => (provider.jwks = { keys: [{ ...publicKey(), use: 'enc' }] }),
      /not for signatures/,
    ],
    ['what is no set of keys', () => (provider.jwks = ['nonsense']), /no set of keys/],
  ])('are not believed where the provider tells %s, and it is said clearly', async (_what, mislead, words) => {
    mislead();
    await start();
    expect(tokens.keys.describe()).toEqual({ ready: false, detail: expect.stringMatching(words) });
    await expect(verify()).rejects.toThrow(Unavailable);
  });

  it('come with a clock, and one that is far off is told', async () => {
    provider.aheadMs = 600_000;
    await start();
    expect(tokens.keys.describe()).toEqual({
      ready: false,
      detail: expect.stringMatching(/clock is (600|599) s ahead/),
    });
  });
});

function weak(): object {
  return { ...generateKeyPairSync('rsa', { modulusLength: 1024 }).publicKey.export({ format: 'jwk' }), kid: 'weak' };
}

function privateKey(): object {
  return { ...newSigningKey().privateKey.export({ format: 'jwk' }), kid: 'open' };
}

function publicKey(): object {
  return newSigningKey().publicKey.export({ format: 'jwk' });
}
