import { seededRandom } from './seeded-random.mts';

const many = (seed: string): number[] => {
  const random = seededRandom(seed);
  return Array.from({ length: 4000 }, () => random.next());
};

describe('seeded random numbers', () => {
  it('are the same for the same seed and others for another', () => {
    expect(many('a')).toEqual(many('a'));
    expect(many('a').slice(0, 5)).not.toEqual(many('b').slice(0, 5));
  });

  it('fill [0, 1) evenly', () => {
    const tenths = Array<number>(10).fill(0);
    for (const number of many('a')) tenths[Math.floor(number * 10)]! += 1;
    for (const count of tenths) expect(Math.abs(count - 400)).toBeLessThan(80);
  });

  it('have a normal form with mean 0 and deviation 1', () => {
    const random = seededRandom('n');
    const drawn = Array.from({ length: 4000 }, () => random.normal());
    const mean = drawn.reduce((sum, x) => sum + x, 0) / drawn.length;
    const variance = drawn.reduce((sum, x) => sum + (x - mean) ** 2, 0) / drawn.length;
    expect(mean).toBeCloseTo(0, 1);
    expect(variance).toBeCloseTo(1, 1);
  });

  it('refuse to pick from nothing', () => {
    expect(() => seededRandom('a').pick([])).toThrow(RangeError);
  });
});
