import { generateKeyPairSync, sign } from 'node:crypto';

import { IDENTITY_HEADER, type Permission, permissionsOf, type Role } from '@itops/kit';
import { keyIdOf, publicKeyText } from '@itops/platform';

const { privateKey, publicKey } = generateKeyPairSync('ed25519');

/** For a gateway, whose word is believed, and for the services that believe it; and by what all know their cursors. */
export const TEST_IDENTITY_KEYS = {
  INTERNAL_TOKEN_KEY: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
  INTERNAL_TOKEN_KEYS: publicKeyText(privateKey),
  CURSOR_KEY: 'test-cursor-key-of-32-characters!!!!',
} as const;

export interface TestIdentity {
  /** Default: admin. */
  readonly roles?: readonly Role[];
  /** Instead of what the roles have. */
  readonly permissions?: readonly Permission[];
  readonly groups?: readonly string[];
  /** Besides the name itself. */
  readonly principals?: readonly string[];
  /** Seconds from now; default a day, which no test lasts. */
  readonly expiresIn?: number;
}

/** The header by which a service takes the caller for this one: what the gateway would say of them. */
export function identifiedAs(name: string, identity: TestIdentity = {}): Record<string, string> {
  const { roles = ['admin'], permissions = permissionsOf(roles), groups = [], principals = [] } = identity;
  const now = Math.floor(Date.now() / 1_000);
  const { expiresIn = 86_400 } = identity;
  const claims = {
    ...{ iss: 'itops-gateway', aud: 'itops-services', sub: name, credential: 'test' },
    ...{ principals: [name, ...principals], permissions, groups },
    ...{ iat: Math.min(now, now + expiresIn), exp: now + expiresIn },
  };
  const text = [{ alg: 'EdDSA', typ: 'JWT', kid: keyIdOf(publicKey) }, claims]
    .map((part) => Buffer.from(JSON.stringify(part)).toString('base64url'))
    .join('.');
  return { [IDENTITY_HEADER]: `${text}.${sign(null, Buffer.from(text), privateKey).toString('base64url')}` };
}
