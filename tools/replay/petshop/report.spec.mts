import { type FaultResult, faultTable, sums } from './report.mts';

const result = (fault: string, incidents: string[], rank: number | null, alarms = 2): FaultResult => ({
  ...{ fault, metric: 'latency', rootCause: 'x', alarms, early: 0, cisHit: 2, suspects: 5 },
  ...{ incidents, rank },
});

describe('the sums of a replay', () => {
  it('count every fault, also one that showed nothing', () => {
    const text = sums([
      result('a', ['INC1'], 1),
      result('b', ['INC2', 'INC3'], 3),
      result('c', [], null, 0),
      result('d', ['INC4'], 4),
    ]);
    expect(text).toContain('one incident:           2 of 4 (50.0 %)');
    expect(text).toContain('true change first:      1 of 4 (25.0 %)');
    expect(text).toContain('among the first three:  2 of 4 (50.0 %)');
    expect(text).toContain('No threshold was crossed in 1 (counted as missed above): c');
  });

  it('stand under a table with one row for each fault', () => {
    expect(faultTable([result('a', ['INC1'], 1), result('c', [], null, 0)]).split('\n')).toHaveLength(4);
  });
});
