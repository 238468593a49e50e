import { createHash, generateKeyPairSync, sign } from 'node:crypto';

const { privateKey, publicKey } = generateKeyPairSync('ed25519');
const publicDer = publicKey.export({ type: 'spki', format: 'der' });

/** For the gateway, whose word is believed, and for the services that believe it; and by what all know their cursors. */
export const IDENTITY_KEYS = {
  INTERNAL_TOKEN_KEY: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
  INTERNAL_TOKEN_KEYS: publicDer.toString('base64'),
  CURSOR_KEY: 'chaos-cursor-key-of-32-characters!!!',
};

const DAY_S = 86_400;
/** As much as each writer and checker of the rig asks for. */
const PERMISSIONS = [
  ...['alert:read', 'incident:read', 'incident:read-security', 'incident:open', 'incident:act'],
  ...['change:read', 'change:open', 'change:act', 'change:approve', 'ci:read', 'ci:edit', 'capacity:read'],
  ...['threshold:manage', 'discovery:report', 'dead-letter:read', 'dead-letter:settle', 'alert:act'],
  ...['incident:act-any-group', 'change:act-any-group'],
];

/** What the gateway would say of this caller, so that the rig can speak to a service directly. */
export function vouchedFor(subject: string): Record<string, string> {
  const now = Math.floor(Date.now() / 1_000);
  const kid = createHash('sha256').update(publicDer).digest('base64url').slice(0, 16);
  const claims = {
    ...{ iss: 'itops-gateway', aud: 'itops-services', sub: subject, credential: 'chaos', principals: [subject] },
    ...{ permissions: PERMISSIONS, groups: [], iat: now, exp: now + DAY_S },
  };
  const text = [{ alg: 'EdDSA', typ: 'JWT', kid }, claims]
    .map((part) => Buffer.from(JSON.stringify(part)).toString('base64url'))
    .join('.');
  return { 'x-itops-identity': `${text}.${sign(null, Buffer.from(text), privateKey).toString('base64url')}` };
}
