import { share, table } from './table.mts';

describe('a plain table', () => {
  it('aligns its columns', () => {
    const text = table(
      ['name', 'n'],
      [
        ['a', '10'],
        ['longer', '7'],
      ],
      ['left', 'right'],
    );
    expect(text.split('\n')).toEqual(['name     n', '──────  ──', 'a       10', 'longer   7']);
  });
});

describe('a share', () => {
  it('gives the counts and the percentage, and none of nothing', () => {
    expect(share(3, 4)).toBe('3 of 4 (75.0 %)');
    expect(share(0, 0)).toBe('0 of 0 (– %)');
  });
});
