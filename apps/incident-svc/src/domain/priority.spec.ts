import { PriorityMatrix, toLevel } from './priority';

describe('PriorityMatrix', () => {
  it('has the default of ITIL', () => {
    const levels = [1, 2, 3].map(toLevel);
    const table = levels.map((impact) => levels.map((urgency) => PriorityMatrix.default.priorityOf(impact, urgency)));
    expect(table).toEqual([
      [1, 2, 3],
      [2, 3, 4],
      [3, 4, 5],
    ]);
  });

  it('can be configured otherwise', () => {
    expect(PriorityMatrix.parse('1,2,3; 2,3,4; 3,4,4').priorityOf(3, 3)).toBe(4);
  });

  it.each(['', '1,2,3', '1,2,3;1,2,3', '1,2;1,2;1,2', '1,2,3;2,3,4;3,4,6', 'a,b,c;2,3,4;3,4,5'])(
    'refuses %p',
    (text) => {
      expect(() => PriorityMatrix.parse(text)).toThrow(RangeError);
    },
  );
});
