import { FAULTS } from './nemesis/faults.mts';
import { readOptions } from './options.mts';

const read = (...args: string[]) => readOptions(args, () => 'new');

describe('the options of the chaos rig', () => {
  it('plays every fault once when nothing is said', () => {
    expect(read()).toMatchObject({ what: 'run', seed: 'new', minutes: 0, faults: FAULTS });
    expect(FAULTS.map(({ name }) => name)).toHaveLength(24);
    expect(new Set(FAULTS.map(({ name }) => name)).size).toBe(24);
  });

  it('plays the named faults, in the order given', () => {
    const { faults } = read('--faults', 'postgres-kill,kill-at-after-commit');
    expect(faults.map(({ name }) => name)).toEqual(['postgres-kill', 'kill-at-after-commit']);
  });

  it('takes settings for the processes', () => {
    expect(read('--set', 'A=1', '--set', 'B=x=y').env).toEqual({ A: '1', B: 'x=y' });
  });

  it.each([
    [['--faults', 'earthquake'], 'No fault is called'],
    [['--minutes', 'ten'], 'whole number'],
    [['--seed', 'A B'], '--seed takes'],
    [['--resume'], '--resume needs'],
    [['--set', 'A'], '--set takes'],
    [['--what'], "Unknown option '--what'"],
  ])('refuses %p', (args, message) => {
    expect(() => read(...args)).toThrow(message);
  });
});
