import { readOptions } from './options.mts';

describe('the options of a fuzz run', () => {
  it('are many cases by chance, or a few that are always the same', () => {
    expect(readOptions([], () => 7)).toMatchObject({ cases: 500, seed: 7, isShort: false, url: undefined });
    const short = readOptions(['--short']);
    expect(short).toEqual(readOptions(['--short']));
    expect(short.cases).toBeLessThan(10);
  });

  it('repeat a run by its seed, for some operations, against a platform that runs', () => {
    const args = ['--seed', '12', '--operation', 'A_b', '--operation', 'C_d', '--url', 'http://127.0.0.1:8080/'];
    expect(readOptions(args)).toMatchObject({ seed: 12, operations: ['A_b', 'C_d'], url: 'http://127.0.0.1:8080' });
  });

  it('make cases in some ways or in all of them, in the order in which they find most', () => {
    expect(readOptions([]).phases).toEqual(['examples', 'coverage', 'fuzzing', 'stateful']);
    expect(readOptions(['--short']).phases).not.toContain('coverage');
    const args = ['--phase', 'stateful', '--phase', 'fuzzing'];
    expect(readOptions(args).phases).toEqual(['fuzzing', 'stateful']);
  });

  it.each([
    ['--phase', 'guessing'],
    ['--cases', '0'],
    ['--cases', 'many'],
    ['--seed', '-1'],
    ['--nonsense', '1'],
  ])('refuses %s %s', (...args) => {
    expect(() => readOptions(args)).toThrow();
  });
});
