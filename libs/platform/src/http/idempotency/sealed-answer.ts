import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';

const CIPHER = 'aes-256-gcm';
const SALT_BYTES = 16;
const IV_BYTES = 12;
const TAG_BYTES = 16;

/** The Idempotency-Key itself is kept nowhere, only a digest of it with other things. */
function keyFrom(idempotencyKey: string, salt: Buffer): Buffer {
  return Buffer.from(hkdfSync('sha256', idempotencyKey, salt, 'itops kept answer', 32));
}

/** An answer's body as only who sends the same Idempotency-Key again can read it. As hard to guess as that key is. */
export function sealBody(idempotencyKey: string, body: string): string {
  const salt = randomBytes(SALT_BYTES);
  const iv = randomBytes(IV_BYTES);
  const cipher = createCipheriv(CIPHER, keyFrom(idempotencyKey, salt), iv);
  const sealed = Buffer.concat([cipher.update(body, 'utf8'), cipher.final()]);
  return Buffer.concat([salt, iv, cipher.getAuthTag(), sealed]).toString('base64');
}

/** @throws Error where it was sealed under another key, or changed */
export function unsealBody(idempotencyKey: string, text: string): string {
  const all = Buffer.from(text, 'base64');
  const [salt, iv] = [all.subarray(0, SALT_BYTES), all.subarray(SALT_BYTES, SALT_BYTES + IV_BYTES)];
  const tag = all.subarray(SALT_BYTES + IV_BYTES, SALT_BYTES + IV_BYTES + TAG_BYTES);
  const cipher = createDecipheriv(CIPHER, keyFrom(idempotencyKey, salt), iv);
  cipher.setAuthTag(tag);
  const sealed = all.subarray(SALT_BYTES + IV_BYTES + TAG_BYTES);
  return Buffer.concat([cipher.update(sealed), cipher.final()]).toString('utf8');
}
