import { FAULTS, faultNamed, SHORT_FAULTS } from './faults.mts';
import { POINT_FAULTS } from './process.faults.mts';

describe('the faults', () => {
  it('are found by their names, the short form among them', () => {
    for (const fault of [...FAULTS, ...POINT_FAULTS]) expect(faultNamed(fault.name)).toBe(fault);
    expect(SHORT_FAULTS.map((name) => faultNamed(name).name)).toEqual(SHORT_FAULTS);
    expect(() => faultNamed('earthquake')).toThrow('No fault is called');
  });

  it('kill and pause at every named point', () => {
    expect(POINT_FAULTS).toHaveLength(24);
  });

  it('allow a second sending only where something fails', () => {
    const strict = FAULTS.filter(({ limits }) => !limits.repeats).map(({ name }) => name);
    expect(strict).toEqual(['postgres-idle-transaction', 'network-delay']);
  });
});
