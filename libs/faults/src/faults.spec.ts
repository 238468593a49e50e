import * as armed from './armed';
import * as absent from './index';

describe('fault points', () => {
  afterEach(() => armed.disarm());

  it('do nothing in the build for production', () => {
    for (const point of absent.FAULT_POINTS) expect(absent.reach(point)).toBeUndefined();
    for (const safeguard of absent.SAFEGUARDS) expect(absent.lacks(safeguard)).toBe(false);
  });

  it('act once, when passed for the wanted time', async () => {
    const acted: number[] = [];
    let passes = 0;
    armed.arm('after-commit', () => void acted.push(passes), 3);
    for (passes = 1; passes <= 5; passes++) await armed.reach('after-commit');
    expect(acted).toEqual([3]);
  });

  it('are known by the same names in both builds', () => {
    expect(armed.FAULT_POINTS).toBe(absent.FAULT_POINTS);
    expect(armed.SAFEGUARDS).toBe(absent.SAFEGUARDS);
  });

  it('take safeguards out by name and refuse unknown words', () => {
    armed.armFrom('', 'lease,inbox');
    expect([armed.lacks('lease'), armed.lacks('inbox'), armed.lacks('version-check')]).toEqual([true, true, false]);
    expect(() => armed.armFrom('nowhere=kill@1', '')).toThrow('is no fault');
    expect(() => armed.armFrom('after-commit=explode@1', '')).toThrow('is no fault');
    expect(() => armed.armFrom('', 'belt')).toThrow('is no safeguard');
  });
});
