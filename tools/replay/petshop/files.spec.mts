import { parseGraph } from './graph-file.mts';
import { parseMetrics } from './metrics-file.mts';

describe('a metrics file', () => {
  const text = [
    'microservice,shop,shop,"db, main"',
    'metric,latency,availability,latency',
    'statistic,Average,Average,p95',
    'unix_timestamp,,,',
    '1600000300.0,0.2,,3e-05',
    '1600000000.0,0.1,100.0,',
    '1600000600.0,0.3,99.5,0.5',
  ].join('\n');

  it('is read by column, points by time, holes left out', () => {
    const { periodMs, series, times } = parseMetrics(text);
    expect(times).toEqual([1_600_000_000_000, 1_600_000_300_000, 1_600_000_600_000]);
    expect(periodMs).toBe(300_000);
    expect(series).toHaveLength(3);
    expect(series[0]).toMatchObject({ node: 'shop', metric: 'latency', statistic: 'Average' });
    expect(series[0]?.points.map(({ value }) => value)).toEqual([0.1, 0.2, 0.3]);
    expect(series[1]?.points.map(({ at, value }) => [at - 1_600_000_000_000, value])).toEqual([
      [0, 100],
      [600_000, 99.5],
    ]);
    expect(series[2]).toMatchObject({ node: 'db, main', statistic: 'p95', points: [{ value: 3e-5 }, { value: 0.5 }] });
  });

  it('of another form is refused with its name', () => {
    expect(() => parseMetrics('time,value\n1,2\n', 'wrong.csv')).toThrow(
      'wrong.csv: row 1 should begin with "microservice"',
    );
  });
});

describe('a graph file', () => {
  it('has a caller in each row and a callee in each column', () => {
    const { calls, nodes } = parseGraph(',web,db,old\nweb,0.0,1.0,0\ndb,0,0,0\njob,0,1,0\n');
    expect(nodes).toEqual(['web', 'db', 'old', 'job']);
    expect(calls).toEqual([
      { caller: 'web', callee: 'db' },
      { caller: 'job', callee: 'db' },
    ]);
  });

  it('tells nothing by a node that calls itself', () => {
    expect(parseGraph(',a\na,1\n').calls).toEqual([]);
  });
});
