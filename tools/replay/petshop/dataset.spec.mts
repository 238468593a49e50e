import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { readScenarios } from './dataset.mts';
import { estateOf } from './estate.mts';

const METRICS = 'microservice,web\nmetric,latency\nstatistic,Average\nunix_timestamp,\n1600000000.0,0.1\n';
const target = (timestamp: number, node = 'web') => ({
  target: { node, metric: 'latency', agg: 'Average', timestamp },
  root_cause: { node: 'db', metric: null },
  metadata: { reproducibility: { command: 'break it' } },
});

describe('a folder of the data set', () => {
  let root = '';
  const write = (path: string, content: string | object): void => {
    const file = join(root, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, typeof content === 'string' ? content : JSON.stringify(content));
  };
  const scenario = (name: string, place = name): void => {
    write(join(place, 'graph.csv'), ',web,db\nweb,0,1\ndb,0,0\n');
    write(join(place, 'noissue/metrics.csv'), METRICS);
    write(join(place, 'test/issue_1/metrics.csv'), METRICS);
    write(join(place, 'test/issue_1/target.json'), target(1_600_000_900));
    write(join(place, 'train/issue_0/metrics.csv'), METRICS);
    write(join(place, 'train/issue_0/target.json'), target(1_600_000_300));
  };
  beforeEach(() => void (root = mkdtempSync(join(tmpdir(), 'petshop-'))));
  afterEach(() => rmSync(root, { recursive: true }));

  it('may hold several scenarios, or be one; faults come in the order of time', () => {
    scenario('low');
    scenario('high');
    write('LICENSE', 'free');
    expect(readScenarios(root).map(({ name }) => name)).toEqual(['high', 'low']);
    const [low] = readScenarios(join(root, 'low'));
    expect(low?.faults.map(({ name }) => name)).toEqual(['train/issue_0', 'test/issue_1']);
    expect(low?.faults[0]).toMatchObject({ injectedAt: 1_600_000_300_000, rootCause: 'db', command: 'break it' });
  });

  it('becomes configuration items with a dependency for each call', () => {
    scenario('low');
    const [low] = readScenarios(root);
    if (low === undefined) throw new Error('no scenario');
    const estate = estateOf(low, 's');
    expect(estate.items.map(({ externalId }) => externalId)).toEqual(['db', 'web']);
    expect(estate.relationships).toEqual([
      { type: 'Depends on', parent: { externalId: 'web' }, child: { externalId: 'db' } },
    ]);
  });

  it('that is none, or broken, is named', () => {
    expect(() => readScenarios(root)).toThrow('holds no scenario');
    expect(() => readScenarios(join(root, 'nowhere'))).toThrow('There is no folder');
    scenario('low');
    write('low/test/issue_1/target.json', { target: {} });
    expect(() => readScenarios(root)).toThrow(/test\/issue_1\/target.json/);
  });
});
