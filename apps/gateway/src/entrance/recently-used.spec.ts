import fc from 'fast-check';

import { RecentlyUsed } from './recently-used';

describe('what was used of late', () => {
  it('is never more than it may be, never wrong, and the last half of it is there', () => {
    const key = fc.integer({ min: 0, max: 30 });
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 20 }), fc.array(fc.tuple(fc.boolean(), key)), (most, steps) => {
        const recent = new RecentlyUsed<number, string>(most);
        const used: number[] = [];
        for (const [writes, one] of steps) {
          if (writes) recent.set(one, String(one));
          const found = recent.get(one);
          if (writes) expect(found).toBe(String(one));
          if (found !== undefined) {
            expect(found).toBe(String(one));
            used.push(one);
          }
          expect(recent.size).toBeLessThanOrEqual(most);
        }
        const last = [...new Set(used.reverse())].slice(0, Math.floor(most / 2));
        expect(last.filter((one) => recent.get(one) === undefined)).toEqual([]);
      }),
    );
  });

  it('can be forgotten, one or all', () => {
    const recent = new RecentlyUsed<string, number>(4);
    for (const name of ['a', 'b', 'c']) recent.set(name, 1);
    recent.delete('a');
    expect(recent.get('a')).toBeUndefined();
    expect(recent.get('c')).toBe(1);
    recent.clear();
    expect(recent.size).toBe(0);
  });
});
