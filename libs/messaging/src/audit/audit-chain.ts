import { createHash, hash, type KeyObject, sign, verify } from 'node:crypto';

/**
 * The audit chain's arithmetic, and nothing else: whoever seals and whoever verifies use this file. It imports only what
 * Node has, so that `tools/audit` can check an export where no platform is built.
 */

/** Of SHA-256. */
const BLOCK_BYTES = 64;
const DIGEST_BYTES = 32;

/** Which chain: each service has one, with a name of its own that no other installation has. */
export interface ChainName {
  readonly chain: string;
  readonly service: string;
}

/** Digests of what may hold personal data; null where the row has none of it. Hexadecimal. */
export interface ContentDigests {
  readonly before: string | null;
  readonly after: string | null;
  readonly reason: string | null;
}

/** What a row's hash covers, besides the chain's name. */
export interface SealedFields {
  /** Gapless from 1. */
  readonly seq: number;
  readonly id: string;
  /** RFC 3339, UTC, milliseconds. */
  readonly at: string;
  readonly actor: string;
  readonly credential: string | null;
  readonly action: string;
  readonly resourceType: string;
  readonly resourceId: string;
  readonly outcome: string;
  /** How many times it was tried; more than 1 only for refused attempts that were counted together. */
  readonly attempts: number;
  readonly correlationId: string;
  readonly causationId: string | null;
  readonly requestId: string | null;
  readonly traceparent: string | null;
  readonly digests: ContentDigests;
  /** Of the row before it; of the first row, the chain's genesis. */
  readonly previousHash: string;
}

/** What may hold personal data, kept apart from what is hashed; without it the chain stays whole. */
export interface RowContent {
  /** Hexadecimal. */
  readonly salt: string;
  readonly before: unknown;
  readonly after: unknown;
  readonly reason: string | null;
}

/** How far a chain had come at a moment. */
export interface ChainState extends ChainName {
  readonly seq: number;
  readonly hash: string;
  readonly at: string;
}

/** The same, signed; without signature where the installation has no key. */
export interface Checkpoint extends ChainState {
  readonly keyId: string | null;
  /** Ed25519, base64url. */
  readonly signature: string | null;
}

export type ContentPart = keyof ContentDigests;
export const CONTENT_PARTS = ['before', 'after', 'reason'] as const satisfies readonly ContentPart[];

/**
 * A JSON value in its one canonical form, by RFC 8785. Members that are undefined are left out, as JSON does.
 * @throws TypeError for what I-JSON can't hold: infinite numbers, half of a surrogate pair, functions
 */
export function canonicalJson(value: unknown): string {
  if (value === null || typeof value === 'boolean') return String(value);
  if (typeof value === 'string') {
    if (!value.isWellFormed()) throw new TypeError('Half of a surrogate pair has no canonical form');
    return JSON.stringify(value);
  }
  if (typeof value === 'number') {
    if (!Number.isFinite(value)) throw new TypeError(`${value} has no canonical form`);
    return JSON.stringify(value);
  }
  if (Array.isArray(value)) return `[${value.map((item) => canonicalJson(item ?? null)).join(',')}]`;
  if (typeof value !== 'object') throw new TypeError(`A ${typeof value} has no canonical form`);
  let members = '';
  // By UTF-16 code units, which is how JavaScript sorts strings.
  for (const name of Object.keys(value).sort()) {
    const member: unknown = Reflect.get(value, name);
    if (member === undefined) continue;
    members += `${members === '' ? '' : ','}${canonicalJson(name)}:${canonicalJson(member)}`;
  }
  return `{${members}}`;
}

/** Tells nothing about the value to whoever lacks the salt, and can't be moved to another part of the row. */
export function contentDigest(salt: string, part: ContentPart, value: unknown): string | null {
  if (value === null || value === undefined) return null;
  return hmac(Buffer.from(salt, 'hex'), `${part}\n${canonicalJson(value)}`);
}

/** HMAC-SHA-256 (RFC 2104). `createHmac` makes a key object for each, which takes ten times as long as the hashing. */
function hmac(key: Buffer, text: string): string {
  const inner = Buffer.alloc(BLOCK_BYTES + Buffer.byteLength(text), 0x36);
  const outer = Buffer.alloc(BLOCK_BYTES + DIGEST_BYTES, 0x5c);
  const short = key.length > BLOCK_BYTES ? hash('sha256', key, 'buffer') : key;
  for (const [index, byte] of short.entries()) {
    inner[index] = byte ^ 0x36;
    outer[index] = byte ^ 0x5c;
  }
  inner.write(text, BLOCK_BYTES);
  hash('sha256', inner, 'buffer').copy(outer, BLOCK_BYTES);
  return hash('sha256', outer, 'hex');
}

export function contentDigests({ salt, before, after, reason }: RowContent): ContentDigests {
  return {
    before: contentDigest(salt, 'before', before),
    after: contentDigest(salt, 'after', after),
    reason: contentDigest(salt, 'reason', reason),
  };
}

/** What stands before the first row. */
export function genesisHash({ chain, service }: ChainName): string {
  return hashOf({ v: 1, kind: 'genesis', chain, service });
}

export function rowHash({ chain, service }: ChainName, row: SealedFields): string {
  const { seq, id, at, actor, credential, action, resourceType, resourceId, outcome, attempts } = row;
  const { correlationId, causationId, requestId, traceparent, previousHash } = row;
  const { before, after, reason } = row.digests;
  for (const text of [service, actor, credential, action, resourceType, resourceId, correlationId, requestId]) {
    if (text?.isWellFormed() === false) throw new TypeError('Half of a surrogate pair has no canonical form');
  }
  // The canonical form without sorting: texts, whole numbers and null, with the names in their order.
  return sha256(
    JSON.stringify({
      ...{ action, actor, at, attempts, causationId, chain, correlationId, credential },
      ...{ digests: { after, before, reason }, id, kind: 'row', outcome, previousHash, requestId, resourceId },
      ...{ resourceType, seq, service, traceparent, v: 1 },
    }),
  );
}

/** Names a public key by what it is: the first 16 hexadecimal digits of the SHA-256 of its SPKI form. */
export function auditKeyId(publicKey: KeyObject): string {
  return createHash('sha256')
    .update(publicKey.export({ type: 'spki', format: 'der' }))
    .digest('hex')
    .slice(0, 16);
}

export function signedCheckpoint(
  state: ChainState,
  key: { readonly privateKey: KeyObject; readonly id: string },
): Checkpoint {
  const signature = sign(null, signedBytes(state, key.id), key.privateKey).toString('base64url');
  return { ...stateOf(state), keyId: key.id, signature };
}

export function isSignatureOf(publicKey: KeyObject, checkpoint: Checkpoint): boolean {
  const { keyId, signature } = checkpoint;
  if (keyId === null || signature === null) return false;
  return verify(null, signedBytes(checkpoint, keyId), publicKey, Buffer.from(signature, 'base64url'));
}

function signedBytes(state: ChainState, keyId: string): Buffer {
  return Buffer.from(canonicalJson({ v: 1, kind: 'checkpoint', ...stateOf(state), keyId }));
}

function stateOf({ chain, service, seq, hash, at }: ChainState): ChainState {
  return { chain, service, seq, hash, at };
}

function hashOf(value: object): string {
  return sha256(canonicalJson(value));
}

function sha256(text: string): string {
  return hash('sha256', text, 'hex');
}
