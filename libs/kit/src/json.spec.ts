import { findUnstorable, MOST_LEVELS } from './json';

function nested(levels: number): unknown {
  let value: unknown = 1;
  for (let level = 0; level < levels; level++) value = level % 2 === 0 ? [value] : { a: value };
  return value;
}

describe('what can be stored', () => {
  it.each([[null], [5], ['day 𝒳'], [{ a: [true, { 'b/c': 'x' }] }], [nested(MOST_LEVELS)]])('takes %j', (value) => {
    expect(findUnstorable(value)).toBeUndefined();
  });

  it.each([
    [{ a: ['x', { 'b/c': 'y\u0000' }] }, '/a/1/b~1c', 'must not contain the character U+0000'],
    [{ a: { 'b\u0000': 1 } }, '/a', 'has a name with the character U+0000'],
    [['\ud800'], '/0', 'must not contain half of a surrogate pair'],
    [{ a: { '\udc00': 1 } }, '/a', 'has a name with half of a surrogate pair'],
  ])('refuses %j', (value, pointer, reason) => {
    expect(findUnstorable(value)).toEqual({ pointer, reason });
  });

  it('refuses what is nested too deeply, however deep it is', () => {
    for (const levels of [MOST_LEVELS + 1, 200_000]) {
      expect(findUnstorable(nested(levels))?.reason).toBe('must not be nested deeper than 64 levels');
    }
  });
});
