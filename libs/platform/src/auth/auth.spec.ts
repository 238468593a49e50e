import { createPublicKey, generateKeyPairSync, type KeyObject } from 'node:crypto';

import { Controller, Get, Logger, Module } from '@nestjs/common';
import { type Authority, type Cause, IDENTITY_HEADER, isRecord, type Permission } from '@itops/kit';
import { SignJWT } from 'jose';

import {
  baseConfig,
  CallerCause,
  InternalTokens,
  OpenToAll,
  parseConfig,
  publicKeysSetting,
  publicKeyText,
  Requires,
  type RunningService,
  type ServiceDefinition,
  startService,
  type z,
} from '../index';
import { keyIdOf } from './internal-keys';
import { issueIdentity } from './internal-token';

const own = generateKeyPairSync('ed25519').privateKey;
const next = generateKeyPairSync('ed25519').privateKey;
const strange = generateKeyPairSync('ed25519').privateKey;

@Controller()
class DoorsController {
  @Get('read')
  @Requires('incident:read')
  read(@CallerCause() cause: Cause): object {
    return { actor: cause.actor, credential: cause.credential, groups: cause.authority?.groups };
  }

  @Get('act')
  @Requires('incident:act')
  act(): object {
    return {};
  }

  @Get('open')
  @OpenToAll()
  open(): object {
    return {};
  }
}

@Module({ controllers: [DoorsController] })
class DoorsModule {}

const config = baseConfig.extend({ INTERNAL_TOKEN_KEYS: publicKeysSetting });
const definition: ServiceDefinition<z.output<typeof config>> = {
  name: 'doors-svc',
  config: (env) => parseConfig(config, env),
  module: () => DoorsModule,
  openApi: { title: 'doors', description: 'for this test' },
};

const anna: Authority = {
  subject: 'user:anna',
  credential: 'jwt:k1',
  principals: ['user:anna'],
  permissions: new Set<Permission>(['incident:read']),
  groups: ['network'],
};

function signed(key: KeyObject, change: { claims?: object; header?: object } = {}): Promise<string> {
  const now = Math.floor(Date.now() / 1_000);
  return new SignJWT({
    ...{ iss: 'itops-gateway', aud: 'itops-services', sub: 'user:eve', iat: now, exp: now + 60, credential: 'c' },
    ...{ principals: [], permissions: ['incident:read'], groups: [], ...change.claims },
  })
    .setProtectedHeader({ alg: 'EdDSA', kid: keyIdOf(createPublicKey(own)), ...change.header })
    .sign(key);
}

function unsigned(header: object): string {
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
  const now = Math.floor(Date.now() / 1_000);
  return `${part(header)}.${part({ iss: 'itops-gateway', aud: 'itops-services', sub: 'user:eve', iat: now, exp: now + 60 })}.`;
}

describe('a service behind the gateway', () => {
  let running: RunningService;
  const keys = [own, next].map(publicKeyText).join(', ');
  const env = { PORT: '0', KAFKA_BROKERS: '127.0.0.1:1', LOG_LEVEL: 'silent', INTERNAL_TOKEN_KEYS: keys };

  beforeAll(async () => {
    running = await startService(definition, { env });
  });

  afterAll(() => running.close());

  async function ask(path: string, token?: string): Promise<{ status: number; body: Record<string, unknown> }> {
    const headers = token === undefined ? {} : { [IDENTITY_HEADER]: token };
    const response = await fetch(running.url + path, { headers });
    const body: unknown = await response.json();
    return { status: response.status, body: isRecord(body) ? body : {} };
  }

  it('takes the word of the gateway on who calls', async () => {
    const token = await new InternalTokens(own).of(anna);
    for (const _again of [1, 2]) {
      expect(await ask('/read', token)).toEqual({
        status: 200,
        body: { actor: 'user:anna', credential: 'jwt:k1', groups: ['network'] },
      });
    }
  });

  it('refuses what the caller has no permission for, and names it', async () => {
    const { status, body } = await ask('/act', await new InternalTokens(own).of(anna));
    expect(status).toBe(403);
    expect(body).toMatchObject({ type: '/problems/forbidden', permission: 'incident:act' });
  });

  it('takes the word by the next key too, so that keys can change', async () => {
    expect((await ask('/read', await new InternalTokens(next).of(anna))).status).toBe(200);
  });

  it('answers health to everybody, and nothing else without a word, not even what is open to all callers', async () => {
    expect((await ask('/livez')).status).toBe(200);
    for (const path of ['/read', '/open', '/nothing']) expect((await ask(path)).status).toBe(401);
  });

  it.each<[string, () => string | Promise<string>]>([
    ['by another key', () => signed(strange)],
    [
      'by another key under its own name',
      () => signed(strange, { header: { kid: keyIdOf(createPublicKey(strange)) } }),
    ],
    ['without a key id', () => signed(own, { header: { kid: undefined } })],
    ['of another issuer', () => signed(own, { claims: { iss: 'someone' } })],
    ['for somebody else', () => signed(own, { claims: { aud: 'itops-gateway' } })],
    ['that never expires', () => signed(own, { claims: { exp: undefined } })],
    ['not valid yet', () => signed(own, { claims: { nbf: Math.floor(Date.now() / 1_000) + 600 } })],
    ['without a subject', () => signed(own, { claims: { sub: undefined } })],
    ['with permissions that are no list', () => signed(own, { claims: { permissions: 'incident:read' } })],
    ['that is not signed', () => unsigned({ alg: 'none' })],
    ['that is no token', () => 'abc'],
    [
      'that was changed',
      async () => (await signed(own)).replace(/\.(..)/, (_all, two: string) => `.${two === 'ey' ? 'eZ' : 'ey'}`),
    ],
  ])('refuses a word %s', async (_what, token) => {
    const answer = await ask('/read', await token());
    expect(answer).toMatchObject({ status: 401, body: { type: '/problems/unauthenticated' } });
  });

  it('refuses a word by HMAC whose secret is the public key', async () => {
    const secret = createPublicKey(own).export({ type: 'spki', format: 'der' });
    const token = await new SignJWT({ sub: 'user:eve', credential: 'c', principals: [], permissions: [], groups: [] })
      .setProtectedHeader({ alg: 'HS256', kid: keyIdOf(createPublicKey(own)) })
      .setIssuer('itops-gateway')
      .setAudience('itops-services')
      .setIssuedAt()
      .setExpirationTime('1m')
      .sign(secret);
    expect((await ask('/read', token)).status).toBe(401);
  });

  it('says that the clocks differ when the word is good but old', async () => {
    const { status, body } = await ask('/read', await issueIdentity(anna, own, -3_600));
    expect(status).toBe(503);
    expect(body).toMatchObject({ type: '/problems/misconfigured' });
    expect(body['detail']).toContain('NTP');
  });

  it('tells those who run it of clocks that differ once, and not for every call', async () => {
    const error = jest.spyOn(Logger.prototype, 'error').mockImplementation(() => undefined);
    const fresh = await startService(definition, { env });
    for (const late of [-3_600, -3_601]) {
      const answer = await fetch(`${fresh.url}/read`, {
        headers: { [IDENTITY_HEADER]: await issueIdentity(anna, own, late) },
      });
      expect(answer.status).toBe(503);
    }
    await fresh.close();
    const { calls } = error.mock;
    error.mockRestore();
    expect(calls).toEqual([[expect.stringContaining('NTP')]]);
  });

  it('gives a permission that it does not know no meaning', async () => {
    const token = await signed(own, { claims: { permissions: ['incident:everything', '*'] } });
    expect((await ask('/read', token)).status).toBe(403);
  });
});

describe("the gateway's word", () => {
  it('is the same for a while for the same caller', async () => {
    const tokens = new InternalTokens(own);
    expect(await tokens.of(anna)).toBe(await tokens.of(anna));
    expect(await tokens.of({ ...anna })).not.toBe(undefined);
  });

  it('needs an Ed25519 key', () => {
    const rsa = createPublicKey(generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey);
    const text = rsa.export({ type: 'spki', format: 'der' }).toString('base64');
    expect(publicKeysSetting.safeParse(text).success).toBe(false);
    expect(publicKeysSetting.safeParse('').success).toBe(false);
  });
});
