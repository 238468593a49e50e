import * as fc from 'fast-check';

import { keyOf, namesOfNumber, readSought, snippetOf, toVector, wordsOf } from './search-text';

describe('the words of a text', () => {
  it.each([
    ['payments-db', ['payments', 'db']],
    ['db-01.prod', ['db', '01', 'prod']],
    ['Größe: ÉTÉ, 12°', ['große', 'ete', '12']],
    ["it's a \\'trap'", ['it', 's', 'a', 'trap']],
    ['  ', []],
    ['\u0000\ud800x', ['x']],
  ])('of %s', (text, words) => {
    expect(wordsOf(text)).toEqual(words);
  });

  it('have nothing in them by which a query could be ended', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        for (const word of wordsOf(text)) expect(word).toMatch(/^[\p{L}\p{N}]{1,100}$/u);
        expect(keyOf(text).slice(1)).not.toMatch(/['\\\u0000]/);
      }),
    );
  });
});

describe('what is sought', () => {
  it.each([
    ['pay', "('pay':*)"],
    ['pay ', "('pay')"],
    ['disk full', "('disk') & ('full':*)"],
    ['db-01.pr', "('db' <-> '01' <-> 'pr':*)"],
    ['"disk full" web', "('disk' <-> 'full') & ('web':*)"],
    ['"disk full"', "('disk' <-> 'full')"],
    ['disk -web', "('disk') & !('web')"],
    ['-web disk', "!('web') & ('disk':*)"],
    ["x' | !y:* & (z", "('x') & ('y') & ('z':*)"],
    ['-web', undefined],
    ['!!!', undefined],
    ['"', undefined],
  ])('by %s', (text, query) => {
    expect(readSought(text).query).toBe(query);
  });

  it('is also a name, in whichever form', () => {
    expect(namesOfNumber('INC0000012')).toEqual(['INC0000012', 'INC12', '12']);
    expect(readSought(' Inc12 ').key).toBe("'=inc12'");
    expect(readSought('DB-01.prod').key).toBe("'=db-01.prod'");
  });
});

describe('a vector', () => {
  it('has each word at its places, and keys', () => {
    expect(toVector(['disk', 'full', 'disk'], ['=inc12', '='])).toBe("'disk':1,3 'full':2 '=inc12'");
  });
});

describe('a snippet', () => {
  it('shows the place of the word, and no more than it needs', () => {
    const text = `${'much text '.repeat(40)}Payments fail ${'and more '.repeat(40)}`;
    const snippet = snippetOf(text, ['payment']);
    expect(snippet).toContain('Payments fail');
    expect(snippet).toMatch(/^… .* …$/);
    expect(snippet.length).toBeLessThan(180);
    expect(snippetOf('short', ['other'])).toBe('short');
    expect(snippetOf('', ['other'])).toBe('');
  });
});
