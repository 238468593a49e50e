import { hash, randomBytes } from 'node:crypto';
import { crc32 } from 'node:zlib';

/**
 * `itops_`, 43 characters with 256 random bits, and 6 with their CRC-32. By prefix and checksum whoever scans for leaked
 * secrets recognises a key with certainty, without asking anybody.
 */
const PREFIX = 'itops_';
const FORM = /^itops_[0-9A-Za-z]{49}$/;
const DIGITS = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
const SECRET_BYTES = 32;
const SECRET_DIGITS = 43;
const CHECKSUM_DIGITS = 6;
/** So much of a key is shown after it was made, to tell it from others. */
const SHOWN = PREFIX.length + 4;

function base62(value: bigint, digits: number): string {
  let text = '';
  for (let rest = value; text.length < digits; rest /= 62n) text = (DIGITS[Number(rest % 62n)] ?? '') + text;
  return text;
}

function checksum(secret: string): string {
  return base62(BigInt(crc32(secret)), CHECKSUM_DIGITS);
}

export function newApiKeyText(): string {
  const secret = base62(BigInt(`0x${randomBytes(SECRET_BYTES).toString('hex')}`), SECRET_DIGITS);
  return PREFIX + secret + checksum(secret);
}

/** Whether this can be a key at all: form and checksum. */
export function isApiKeyText(text: string): boolean {
  if (!FORM.test(text)) return false;
  const end = PREFIX.length + SECRET_DIGITS;
  return checksum(text.slice(PREFIX.length, end)) === text.slice(end);
}

/** What is kept in place of a key. It has 256 random bits, so there is nothing to guess and no need to make this slow. */
export function apiKeyDigest(text: string): string {
  return hash('sha256', text, 'hex');
}

export function shownPartOf(text: string): string {
  return text.slice(0, SHOWN);
}
