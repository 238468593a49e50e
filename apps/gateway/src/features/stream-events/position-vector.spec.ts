import { domainTopics } from '@itops/contracts';
import fc from 'fast-check';

import { PositionVector } from './position-vector';

const offsets = fc.array(fc.integer({ min: 0, max: 3_656_158_440_062_975 }), { minLength: 1, maxLength: 6 });

function vector(lists: number[][]): PositionVector {
  const made = PositionVector.empty('origin-1');
  lists.forEach((list, topic) => {
    const name = Object.values(domainTopics)[topic]?.name ?? '';
    list.forEach((offset, partition) => made.set(name, partition, offset));
  });
  return made;
}

describe('PositionVector', () => {
  it('is read as it was written', () => {
    fc.assert(
      fc.property(fc.array(offsets, { minLength: 1, maxLength: 6 }), (lists) => {
        const text = vector(lists).toString();
        expect(text).toMatch(/^origin-1\.[A-Za-z0-9_-]+$/);
        expect(PositionVector.parse(text)).toEqual(vector(lists));
      }),
    );
  });

  it('takes any text without failing', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const parsed = PositionVector.parse(`origin-1.${Buffer.from(text).toString('base64url')}`);
        expect(parsed === undefined || parsed.toString().length > 0).toBe(true);
      }),
    );
  });

  it('moves forward only', () => {
    const position = vector([[5, 5]]);
    position.advanceTo({ [domainTopics.ci.name]: { 0: '3', 1: '9', 2: '1' } });
    expect(position.toPositions()).toEqual({ [domainTopics.ci.name]: { 0: '5', 1: '9', 2: '1' } });
    expect(position.isAtOrAfter(vector([[5, 9]]))).toBe(true);
    expect(position.isAtOrAfter(vector([[5, 10]]))).toBe(false);
    expect(position.isBeyond(vector([[5, 8]]), 1)).toBe(false);
    expect(position.isBeyond(vector([[5, 7, 1]]), 1)).toBe(true);
  });
});
