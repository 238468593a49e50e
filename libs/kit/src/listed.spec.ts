import fc from 'fast-check';

import { listed } from './listed';

describe('listed words', () => {
  it.each([
    [['a', 'b', 'c'], 7, 'a, b, c'],
    [['state', 'priority', 'owner'], 20, 'state …and 2 more'],
    [['state', 'priority', 'owner'], 3, 'state …and 2 more'],
    [['state'], 3, 'state'],
    [[], 3, ''],
  ])('%j in %i characters', (words, room, text) => {
    expect(listed(words, room)).toBe(text);
  });

  it('are whole, and none is kept back in silence', () => {
    const word = fc.stringMatching(/^[a-z]{1,12}$/);
    fc.assert(
      fc.property(fc.array(word, { minLength: 1, maxLength: 40 }), fc.integer({ min: 30, max: 200 }), (words, room) => {
        const text = listed(words, room);
        expect(text.length).toBeLessThanOrEqual(room);
        const [shown = '', more = '0'] = text.split(/ …and (\d+) more$/);
        expect(shown.split(', ')).toEqual(words.slice(0, words.length - Number(more)));
      }),
    );
  });
});
