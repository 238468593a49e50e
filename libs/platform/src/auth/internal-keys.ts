import { createHash, createPrivateKey, createPublicKey, type KeyObject } from 'node:crypto';

import { z } from 'zod';

/** Ed25519 alone: no message can talk a verifier into another algorithm. */
export const ALGORITHM = 'EdDSA';
const KEY_TYPE = 'ed25519';

/** A key's name follows from the key, so that both sides know it without being told. */
export function keyIdOf(publicKey: KeyObject): string {
  return createHash('sha256')
    .update(publicKey.export({ type: 'spki', format: 'der' }))
    .digest('base64url')
    .slice(0, 16);
}

/** The public half as it is given to the services: one line of base64. */
export function publicKeyText(privateKey: KeyObject): string {
  return createPublicKey(privateKey).export({ type: 'spki', format: 'der' }).toString('base64');
}

/** @throws Error when the text is no Ed25519 private key in PEM */
export function readPrivateKey(pem: string): KeyObject {
  const key = createPrivateKey(pem);
  if (key.asymmetricKeyType !== KEY_TYPE)
    throw new Error(`it is a key for ${key.asymmetricKeyType ?? 'something else'}`);
  return key;
}

function readPublicKey(text: string): KeyObject {
  const key = createPublicKey({ key: Buffer.from(text, 'base64'), format: 'der', type: 'spki' });
  if (key.asymmetricKeyType !== KEY_TYPE)
    throw new Error(`it is a key for ${key.asymmetricKeyType ?? 'something else'}`);
  return key;
}

/** A setting with the keys that are believed; several, separated by commas, while one takes over from another. */
export const publicKeysSetting = z.string().transform((text, context): ReadonlyMap<string, KeyObject> => {
  const keys = new Map<string, KeyObject>();
  for (const one of text.split(',').map((part) => part.trim())) {
    try {
      const key = readPublicKey(one);
      keys.set(keyIdOf(key), key);
    } catch {
      context.addIssue({
        code: 'custom',
        message: `'${one.slice(0, 12)}…' is no Ed25519 public key: give the base64 of its DER form (openssl pkey -pubout -outform DER | base64)`,
      });
    }
  }
  return keys;
});
