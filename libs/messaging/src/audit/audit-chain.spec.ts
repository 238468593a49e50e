import { createHash, createHmac, generateKeyPairSync } from 'node:crypto';

import fc from 'fast-check';

import {
  auditKeyId,
  canonicalJson,
  contentDigest,
  contentDigests,
  genesisHash,
  isSignatureOf,
  rowHash,
  type SealedFields,
  signedCheckpoint,
} from './audit-chain';

/** RFC 8785, appendix B: a double as its bits, and as text. */
const NUMBERS = [
  ['0000000000000000', '0'],
  ['8000000000000000', '0'],
  ['0000000000000001', '5e-324'],
  ['8000000000000001', '-5e-324'],
  ['7fefffffffffffff', '1.7976931348623157e+308'],
  ['ffefffffffffffff', '-1.7976931348623157e+308'],
  ['4340000000000000', '9007199254740992'],
  ['c340000000000000', '-9007199254740992'],
  ['4430000000000000', '295147905179352830000'],
  ['44b52d02c7e14af5', '9.999999999999997e+22'],
  ['44b52d02c7e14af6', '1e+23'],
  ['44b52d02c7e14af7', '1.0000000000000001e+23'],
  ['444b1ae4d6e2ef4e', '999999999999999700000'],
  ['444b1ae4d6e2ef4f', '999999999999999900000'],
  ['444b1ae4d6e2ef50', '1e+21'],
  ['3eb0c6f7a0b5ed8c', '9.999999999999997e-7'],
  ['3eb0c6f7a0b5ed8d', '0.000001'],
  ['41b3de4355555553', '333333333.3333332'],
  ['41b3de4355555554', '333333333.33333325'],
  ['41b3de4355555555', '333333333.3333333'],
  ['41b3de4355555556', '333333333.3333334'],
  ['41b3de4355555557', '333333333.33333343'],
  ['becbf647612f3696', '-0.0000033333333333333333'],
  ['43143ff3c1cb0959', '1424953923781206.2'],
] as const;

const bits = (hex: string): number => Buffer.from(hex, 'hex').readDoubleBE();

describe('canonical JSON', () => {
  it.each(NUMBERS)('writes the number %s as %s (RFC 8785, appendix B)', (hex, text) => {
    expect(canonicalJson(bits(hex))).toBe(text);
  });

  it('has no form for what JSON can not hold', () => {
    for (const value of [bits('7fffffffffffffff'), bits('7ff0000000000000'), 'half \ud800', () => 0, 1n]) {
      expect(() => canonicalJson(value)).toThrow(TypeError);
    }
  });

  it('writes the example of RFC 8785, 3.2.2', () => {
    const value: unknown = JSON.parse(String.raw`{
      "numbers": [333333333.33333329, 1E30, 4.50, 2e-3, 0.000000000000000000000000001],
      "string": "\u20ac$\u000F\u000aA'\u0042\u0022\u005c\\\"\/",
      "literals": [null, true, false]
    }`);
    expect(canonicalJson(value)).toBe(
      String.raw`{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],"string":"€$\u000f\nA'B\"\\\\\"/"}`,
    );
  });

  it('sorts members by UTF-16 code units, as the example of RFC 8785, 3.2.3', () => {
    const value = {
      ...{ '\u20ac': 'Euro Sign', '\r': 'Carriage Return', '\ufb33': 'Hebrew Letter Dalet With Dagesh', 1: 'One' },
      ...{ '\ud83d\ude00': 'Emoji: Grinning Face', '\u0080': 'Control', ö: 'Latin Small Letter O With Diaeresis' },
    };
    const names = [...canonicalJson(value).matchAll(/:"([^"]+)"/g)].map(([, name]) => name);
    expect(names).toEqual([
      ...['Carriage Return', 'One', 'Control', 'Latin Small Letter O With Diaeresis', 'Euro Sign'],
      ...['Emoji: Grinning Face', 'Hebrew Letter Dalet With Dagesh'],
    ]);
  });

  it('is the same for the same value, in whatever order its members came, and says the same value', () => {
    fc.assert(
      fc.property(fc.jsonValue({ noUnicodeString: false }), (value) => {
        fc.pre(JSON.stringify(value).isWellFormed());
        const text = canonicalJson(value);
        const again: unknown = JSON.parse(text);
        expect(canonicalJson(again)).toBe(text);
        expect(again).toEqual(JSON.parse(JSON.stringify(value)));
        expect(canonicalJson(turned(value))).toBe(text);
      }),
    );
  });
});

const NAME = { chain: '0192f3c0-0000-7000-8000-00000000000c', service: 'spec-svc' };
const FIELDS: SealedFields = {
  ...{ seq: 1, id: '0192f3c0-0000-7000-8000-000000000001', at: '2026-05-04T10:00:00.000Z', actor: 'user:1' },
  ...{ credential: null, action: 'open', resourceType: 'incident', resourceId: 'i', outcome: 'done', attempts: 1 },
  ...{ correlationId: 'c', causationId: null, requestId: null, traceparent: null },
  digests: { before: null, after: 'ab', reason: null },
  previousHash: genesisHash(NAME),
};

describe('the hash of a row', () => {
  it('never changes its form: what was sealed must be verifiable for ever', () => {
    expect(genesisHash(NAME)).toBe('30967b3af5f3540c469c22cb97a34786ef19d96d2f1262a7c6b6c4d7ee382bb0');
    expect(rowHash(NAME, FIELDS)).toBe('db0db6ea3a80dc1f8fbbbec9102628f0ed236742cd89430e27053b1d4f9f2743');
    expect(contentDigests({ salt: '00'.repeat(16), before: { b: 1, a: [true] }, after: null, reason: 'why' })).toEqual({
      before: 'ba0607b353abca919a698c6733cdfc86e53c8123f3887fe699918ec723d1805a',
      after: null,
      reason: 'aca3b943319f020b651a43979b59215f9b895f44530f55a68f21e8c8d5ef9fc9',
    });
  });

  it('is SHA-256 over the canonical form', () => {
    fc.assert(
      fc.property(fc.string(), fc.integer(), fc.option(fc.string()), (actor, attempts, requestId) => {
        const row = { ...FIELDS, actor, attempts, requestId };
        const whole = canonicalJson({ v: 1, kind: 'row', ...NAME, ...row });
        expect(rowHash(NAME, row)).toBe(createHash('sha256').update(whole).digest('hex'));
      }),
    );
    expect(() => rowHash(NAME, { ...FIELDS, actor: '\ud800' })).toThrow(TypeError);
  });

  it('holds digests of the content that are HMAC-SHA-256, whatever the salt', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 130 }), fc.jsonValue(), (bytes, value) => {
        fc.pre(value !== null);
        const hmac = createHmac('sha256', bytes).update(`after\n${canonicalJson(value)}`);
        expect(contentDigest(Buffer.from(bytes).toString('hex'), 'after', value)).toBe(hmac.digest('hex'));
      }),
    );
  });

  it('covers every field, and the chain’s name', () => {
    const hashes = Object.entries(FIELDS).map(([field, value]) =>
      rowHash(NAME, {
        ...FIELDS,
        [field]: typeof value === 'number' ? value + 1 : field === 'digests' ? digests() : 'x',
      }),
    );
    const others = [
      { ...NAME, chain: 'x' },
      { ...NAME, service: 'x' },
    ].map((name) => rowHash(name, FIELDS));
    expect(new Set([rowHash(NAME, FIELDS), ...hashes, ...others]).size).toBe(hashes.length + 3);
  });
});

describe('a checkpoint', () => {
  it('is believed as it was signed, and in no other form', () => {
    const { privateKey, publicKey } = generateKeyPairSync('ed25519');
    const state = { ...NAME, seq: 7, hash: 'ab', at: '2026-05-04T10:00:00.000Z' };
    const signed = signedCheckpoint(state, { privateKey, id: auditKeyId(publicKey) });
    expect(isSignatureOf(publicKey, signed)).toBe(true);
    for (const change of [
      { seq: 8 },
      { hash: 'ac' },
      { at: '2026' },
      { service: 'x' },
      { chain: 'x' },
      { keyId: 'x' },
    ]) {
      expect(isSignatureOf(publicKey, { ...signed, ...change })).toBe(false);
    }
    expect(isSignatureOf(publicKey, { ...signed, signature: null })).toBe(false);
  });
});

function digests() {
  return { before: 'x', after: 'ab', reason: null };
}

/** The same value, each object's members in the opposite order. */
function turned(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(turned);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([name, member]) => [name, turned(member)]),
  );
}
