import { createPublicKey, type KeyObject } from 'node:crypto';

import { isRecord } from '@itops/kit';
import { type JWK } from 'jose';

const SHORTEST_RSA_BITS = 2048;
const CURVES: Readonly<Record<string, string>> = { prime256v1: 'ES256', secp384r1: 'ES384', secp521r1: 'ES512' };

/** What was found among the provider's keys. */
export interface FoundKeys {
  readonly usable: readonly (JWK & { kty: string })[];
  /** Why others are not used. */
  readonly left: readonly string[];
}

/**
 * The public keys that may verify tokens by one of these algorithms: no secrets, which everybody who reads them could
 * sign with, no private keys, and none too weak.
 */
export function usableKeys(document: unknown, algorithms: readonly string[]): FoundKeys {
  if (!isRecord(document) || !Array.isArray(document['keys'])) return { usable: [], left: ['it is no set of keys'] };
  const usable: (JWK & { kty: string })[] = [];
  const left: string[] = [];
  for (const key of document['keys']) {
    const why = isRecord(key) ? whyNot(key, algorithms) : 'it is no key';
    const name = isRecord(key) && typeof key['kid'] === 'string' ? `'${key['kid'].slice(0, 64)}'` : 'one without kid';
    if (why === undefined && isRecord(key) && typeof key['kty'] === 'string') usable.push({ ...key, kty: key['kty'] });
    else left.push(`${name}: ${why ?? 'it has no type'}`);
  }
  return { usable, left };
}

function whyNot(key: Record<string, unknown>, algorithms: readonly string[]): string | undefined {
  if (key['kty'] === 'oct') return 'it is a shared secret, which has no place among public keys';
  if ('d' in key) return 'it is a private key, which should be replaced: everybody can read it here';
  if (key['use'] !== undefined && key['use'] !== 'sig') return 'it is not for signatures';
  if (Array.isArray(key['key_ops']) && !key['key_ops'].includes('verify')) return 'it is not for verifying';
  const read = readKey(key);
  if (read === undefined) return 'it can not be read';
  if (read.asymmetricKeyType === 'rsa' && (read.asymmetricKeyDetails?.modulusLength ?? 0) < SHORTEST_RSA_BITS) {
    return `it is shorter than ${SHORTEST_RSA_BITS} bits`;
  }
  const fitting = algorithmsOf(read).filter((algorithm) => algorithms.includes(algorithm));
  const declared = key['alg'];
  if (declared === undefined ? fitting.length > 0 : fitting.some((algorithm) => algorithm === declared))
    return undefined;
  return 'it is for none of the algorithms in OIDC_ALGORITHMS';
}

function readKey(key: Record<string, unknown>): KeyObject | undefined {
  try {
    return createPublicKey({ key, format: 'jwk' });
  } catch {
    return undefined;
  }
}

function algorithmsOf({ asymmetricKeyType, asymmetricKeyDetails }: KeyObject): string[] {
  if (asymmetricKeyType === 'rsa') return ['RS256', 'RS384', 'RS512', 'PS256', 'PS384', 'PS512'];
  if (asymmetricKeyType === 'ed25519') return ['EdDSA', 'Ed25519'];
  const curve = CURVES[asymmetricKeyDetails?.namedCurve ?? ''];
  return curve === undefined ? [] : [curve];
}
