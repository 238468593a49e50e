import { createHash, timingSafeEqual } from 'node:crypto';
import { type IncomingHttpHeaders } from 'node:http';

const BEARER = /^Bearer +(\S+) *$/i;

/** The key that a request shows: `Authorization: Bearer <key>`, else `X-API-Key: <key>`. */
export function shownKey(headers: IncomingHttpHeaders): string | undefined {
  const bearer = BEARER.exec(headers.authorization ?? '')?.[1];
  if (bearer !== undefined) return bearer;
  const key = headers['x-api-key'];
  return typeof key === 'string' ? key : undefined;
}

/** Compares digests, so that the time taken tells nothing about the key. */
export function isKey(expectedDigest: Buffer, shown: string | undefined): boolean {
  if (shown === undefined) return false;
  return timingSafeEqual(expectedDigest, createHash('sha256').update(shown).digest());
}
