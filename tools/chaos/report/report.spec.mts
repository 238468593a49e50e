import { picture } from './picture.mts';
import { withTable } from './publish.mts';
import type { Episode, RunResult } from './result.mts';
import { parseResult } from './stored-result.mts';
import { markdownTable, progressLine, summary } from './summary.mts';

const EPISODE: Episode = {
  ...{
    fault: 'broker-kill',
    target: 'Kafka',
    round: 1,
    brokeAt: 10_000,
    healedAt: 14_000,
    readyMs: 900,
    quietMs: 2_500,
  },
  ...{ tally: { sent: 20, acknowledged: 17, refused: 1, unknown: 2 }, repeats: 4, violations: [], notes: ['a <note>'] },
};
const BROKEN: Episode = {
  ...EPISODE,
  fault: 'postgres-kill',
  quietMs: null,
  violations: [{ checker: 'commands', kind: 'lost', subject: 'note n-1', detail: 'has 0 events' }],
};
const SKIPPED: Episode = { ...EPISODE, fault: 'broker-disk-full', skipped: 'no file system could be mounted here' };

const result = (...episodes: Episode[]): RunResult => ({
  ...{ seed: 's1', startedAt: 0, endedAt: 60_000, without: '', settings: {}, episodes },
  samples: [
    { at: 0, acknowledged: 0, settled: 0, lag: 0 },
    { at: 2_000, acknowledged: 40, settled: null, lag: null },
    { at: 4_000, acknowledged: 80, settled: 100, lag: 3 },
  ],
});

describe('the report', () => {
  it('says that nothing was lost, and the seed', () => {
    expect(summary(result(EPISODE, SKIPPED))).toContain('Nothing lost, nothing doubled. Seed s1.');
  });

  it('names each violation and how to see it again', () => {
    const text = summary(result(EPISODE, BROKEN));
    expect(text).toContain('lost      commands: note n-1: has 0 events');
    expect(text).toContain('--seed s1 --faults postgres-kill');
    expect(text).toContain('never');
    expect(progressLine(BROKEN)).toContain('✖ postgres-kill: 17 of 20 acknowledged, 1 violations, never quiet');
  });

  it('says what was not done', () => {
    expect(summary(result(SKIPPED))).toContain('not done: no file system could be mounted here');
  });

  it('goes into a page between its marks, and again in the place of the one before', () => {
    const page = '# R\n\n<!-- table: begin -->\nold\n<!-- table: end -->\n\nrest\n';
    const once = withTable(page, result(EPISODE));
    expect(once).toContain(markdownTable(result(EPISODE)));
    expect(once).not.toContain('old');
    expect(once).toMatch(/^# R\n[^]*rest\n$/);
    expect(withTable(once, result(EPISODE))).toBe(once);
    expect(() => withTable('# R', result(EPISODE))).toThrow('has no');
  });

  it('draws both rates and a band for each fault that was done', () => {
    const svg = picture(result(EPISODE, BROKEN, SKIPPED));
    expect(svg.match(/<polyline/g)).toHaveLength(2);
    expect(svg.match(/rotate\(-60\)/g)).toHaveLength(2);
    expect(svg).not.toMatch(/NaN|Infinity/);
  });

  it('reads back what was stored, and nothing else', () => {
    const stored = result(EPISODE, BROKEN, SKIPPED);
    expect(parseResult(JSON.stringify(stored))).toEqual(stored);
    expect(() => parseResult('{}')).toThrow();
  });
});
