import { createPrivateKey, createPublicKey, generateKeyPairSync, randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

/** A secret of 256 random bits in a file that only its owner reads; made at the first start and kept. */
export function keptSecret(file: string, prefix = ''): string {
  return kept(file, () => prefix + randomBytes(32).toString('base64url'));
}

/** An Ed25519 private key in a file that only its owner reads. Gives its public half, base64 of the DER form. */
export function keptSigningKey(file: string): string {
  const make = () => generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
  const key = createPublicKey(createPrivateKey(kept(file, make)));
  return key.export({ type: 'spki', format: 'der' }).toString('base64');
}

/** The public half beside it, in PEM, for whoever verifies. @param key base64 of its DER form */
export function keptPublicKey(file: string, key: string): void {
  const publicKey = createPublicKey({ key: Buffer.from(key, 'base64'), type: 'spki', format: 'der' });
  writeFileSync(file, publicKey.export({ type: 'spki', format: 'pem' }));
}

function kept(file: string, make: () => string): string {
  if (existsSync(file)) return readFileSync(file, 'utf8').trim();
  mkdirSync(dirname(file), { recursive: true });
  const secret = make();
  writeFileSync(file, secret, { mode: 0o600 });
  return secret;
}
