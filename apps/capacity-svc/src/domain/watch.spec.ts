import { MINUTE } from '@itops/kit';
import fc from 'fast-check';

import { CALM, follow, type Reading } from './watch';

const rule = { comparator: '>', value: 90, forMinutes: 10 } as const;
const minutes = (...readings: [number, number][]): Reading[] =>
  readings.map(([minute, value]) => ({ at: minute * MINUTE, value }));

describe('follow', () => {
  it('opens after the time beyond, not before', () => {
    const first = follow(rule, CALM, minutes([0, 95], [5, 95], [9, 99]));
    expect(first.turns).toEqual([]);
    const second = follow(rule, first.state, minutes([10, 96]));
    expect(second.turns).toEqual([{ kind: 'opened', at: 10 * MINUTE, value: 96 }]);
    expect(follow(rule, second.state, minutes([20, 97])).turns).toEqual([]);
  });

  it('begins again when the value was within bounds', () => {
    expect(follow(rule, CALM, minutes([0, 95], [5, 90], [6, 95], [15, 95])).turns).toEqual([]);
  });

  it('opens at once for 0 minutes, and clears', () => {
    const { turns, state } = follow({ ...rule, forMinutes: 0 }, CALM, minutes([0, 91], [1, 92], [2, 50], [3, 95]));
    expect(turns.map(({ kind }) => kind)).toEqual(['opened', 'cleared', 'opened']);
    expect(state).toEqual({ beyondSince: 3 * MINUTE, breached: true });
  });

  it('knows values below', () => {
    expect(follow({ comparator: '<', value: 5, forMinutes: 0 }, CALM, minutes([0, 5], [1, 4])).turns).toHaveLength(1);
  });

  it('finds the same however the readings are cut into batches, and opens and clears by turns', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 85, max: 95 }), { maxLength: 60 }),
        fc.array(fc.nat(60), { maxLength: 5 }),
        (values, cuts) => {
          const readings = values.map((value, index) => ({ at: index * 4 * MINUTE, value }));
          const whole = follow(rule, CALM, readings);
          let state = CALM;
          const turns = [0, ...cuts.sort((a, b) => a - b), values.length].flatMap((from, index, all) => {
            const part = follow(rule, state, readings.slice(from, all[index + 1] ?? values.length));
            state = part.state;
            return part.turns;
          });
          expect(turns).toEqual(whole.turns);
          expect(state).toEqual(whole.state);
          whole.turns.forEach(({ kind }, index) => expect(kind).toBe(index % 2 === 0 ? 'opened' : 'cleared'));
        },
      ),
    );
  });
});
