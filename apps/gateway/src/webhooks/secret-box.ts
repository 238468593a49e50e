import { createCipheriv, createDecipheriv, createHash, hkdfSync, randomBytes } from 'node:crypto';

import { Misconfigured } from '@itops/kit';

const ALGORITHM = 'aes-256-gcm';
const IV_BYTES = 12;
const TAG_BYTES = 16;

interface Key {
  readonly name: string;
  readonly bytes: Buffer;
}

/**
 * Enciphers what must be kept and be read again, each text for one place only: a box that is copied to another row does
 * not open. A box names its key, so that a new key can take over while the old one still opens what it has closed.
 */
export class SecretBox {
  private readonly keys: readonly Key[];

  /** @param secrets the first closes, all open; none: nothing can be kept */
  constructor(secrets: readonly string[]) {
    this.keys = secrets.map((secret) => {
      const bytes = Buffer.from(hkdfSync('sha256', secret, '', 'itops kept secrets, form 1', 32));
      return { bytes, name: createHash('sha256').update(bytes).digest('base64url').slice(0, 8) };
    });
  }

  get canClose(): boolean {
    return this.keys.length > 0;
  }

  /** @throws Misconfigured when there is no key */
  close(text: string, place: string): string {
    const [key] = this.keys;
    if (key === undefined) {
      throw new Misconfigured(
        'Secrets can not be kept: those who run the platform must set SECRETS_KEY at the gateway.',
      );
    }
    const iv = randomBytes(IV_BYTES);
    const cipher = createCipheriv(ALGORITHM, key.bytes, iv).setAAD(Buffer.from(place));
    const sealed = Buffer.concat([iv, cipher.update(text, 'utf8'), cipher.final(), cipher.getAuthTag()]);
    return `${key.name}.${sealed.toString('base64url')}`;
  }

  /** @throws Misconfigured when the key that closed it is not there; Error when it was tampered with */
  open(box: string, place: string): string {
    const [name, sealed = ''] = box.split('.', 2);
    const key = this.keys.find((one) => one.name === name);
    if (key === undefined) {
      throw new Misconfigured(
        'A secret was kept under a key that SECRETS_KEY no longer has: add that key behind the new one.',
      );
    }
    const bytes = Buffer.from(sealed, 'base64url');
    const decipher = createDecipheriv(ALGORITHM, key.bytes, bytes.subarray(0, IV_BYTES))
      .setAAD(Buffer.from(place))
      .setAuthTag(bytes.subarray(-TAG_BYTES));
    return decipher.update(bytes.subarray(IV_BYTES, -TAG_BYTES), undefined, 'utf8') + decipher.final('utf8');
  }
}
