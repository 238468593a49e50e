import fc from 'fast-check';

import { apiKeyDigest, isApiKeyText, newApiKeyText, shownPartOf } from './api-key-text';

describe("a key's text", () => {
  const keys = Array.from({ length: 200 }, newApiKeyText);

  it('is recognised by its form and its checksum, as scanners do', () => {
    for (const key of keys) {
      expect(key).toMatch(/^itops_[0-9A-Za-z]{49}$/);
      expect(isApiKeyText(key)).toBe(true);
    }
    expect(new Set(keys).size).toBe(keys.length);
  });

  it('is not recognised with one character changed', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...keys),
        fc.integer({ min: 0, max: 54 }),
        fc.constantFrom(...'0aZ_-'),
        (key, at, one) => {
          const changed = key.slice(0, at) + one + key.slice(at + 1);
          expect(isApiKeyText(changed)).toBe(changed === key);
        },
      ),
    );
    for (const text of ['', 'itops_', 'itops_abc', `${keys[0] ?? ''} `, `x${keys[0] ?? ''}`])
      expect(isApiKeyText(text)).toBe(false);
  });

  it('is kept as a digest, and only its beginning is shown again', () => {
    const [key = ''] = keys;
    expect(apiKeyDigest('abc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
    expect(apiKeyDigest(key)).not.toContain(key);
    expect(shownPartOf(key)).toBe(key.slice(0, 10));
  });
});
