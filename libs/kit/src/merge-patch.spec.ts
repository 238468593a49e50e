import fc from 'fast-check';

import { isRecord } from './json';
import { mergePatch, sameJson } from './merge-patch';

type Members = Record<string, unknown>;

describe('a merge patch', () => {
  // Of RFC 7396, appendix A: those whose target and patch are objects.
  it.each<[Members, Members, Members]>([
    [{ a: 'b' }, { a: 'c' }, { a: 'c' }],
    [{ a: 'b' }, { b: 'c' }, { a: 'b', b: 'c' }],
    [{ a: 'b' }, { a: null }, {}],
    [{ a: 'b', b: 'c' }, { a: null }, { b: 'c' }],
    [{ a: ['b'] }, { a: 'c' }, { a: 'c' }],
    [{ a: 'c' }, { a: ['b'] }, { a: ['b'] }],
    [{ a: { b: 'c' } }, { a: { b: 'd', c: null } }, { a: { b: 'd' } }],
    [{ a: [{ b: 'c' }] }, { a: [1] }, { a: [1] }],
    [{ e: null }, { a: 1 }, { e: null, a: 1 }],
    [{}, { a: { bb: { ccc: null } } }, { a: { bb: {} } }],
  ])('of %j by %j gives %j', (target, patch, result) => {
    const before = JSON.stringify([target, patch]);
    expect(mergePatch(target, patch)).toEqual(result);
    expect(JSON.stringify([target, patch])).toBe(before);
  });

  const json = fc.dictionary(fc.string(), fc.jsonValue({ maxDepth: 3 }));

  it('changes nothing the second time, and only what it names', () => {
    fc.assert(
      fc.property(json, json, (target, patch) => {
        const once = mergePatch(target, patch);
        expect(sameJson(mergePatch(once, patch), once)).toBe(true);
        for (const [name, value] of Object.entries(target)) {
          if (!Object.hasOwn(patch, name)) expect(once[name]).toEqual(value);
        }
        for (const [name, value] of Object.entries(patch)) {
          if (value === null) expect(Object.hasOwn(once, name)).toBe(false);
          else if (!isRecord(value)) expect(once[name]).toEqual(value);
        }
      }),
    );
  });
});
