import { CRITICALITY, sampleEstate } from './estate.mts';
import { FILLING_DISK, sampleMetrics } from './metrics.mts';

const NOW = Date.parse('2026-03-04T10:20:30Z');

describe('the sample estate', () => {
  const { items, relationships = [] } = sampleEstate();
  const ids = new Set(items.map(({ externalId }) => externalId));

  it('has about forty items of eight classes or more, each once', () => {
    expect(ids.size).toBe(items.length);
    expect(items.length).toBeGreaterThanOrEqual(38);
    expect(items.length).toBeLessThanOrEqual(46);
    expect(new Set(items.map((item) => item.class)).size).toBeGreaterThanOrEqual(8);
  });

  it('relates only what is there, leaves nothing alone, and has no circle', () => {
    const children = new Map<string, string[]>();
    const related = new Set<string>();
    for (const { child, parent } of relationships) {
      for (const { externalId } of [parent, child]) expect(ids).toContain(externalId);
      related.add(parent.externalId).add(child.externalId);
      children.set(parent.externalId, [...(children.get(parent.externalId) ?? []), child.externalId]);
    }
    expect(related).toEqual(ids);
    const visit = (id: string, path: readonly string[]): void => {
      expect(path).not.toContain(id);
      for (const child of children.get(id) ?? []) visit(child, [...path, id]);
    };
    for (const id of ids) visit(id, []);
  });

  it('has a redundant pair, and criticality for items that are there', () => {
    const pair = relationships.filter(({ parent, type }) => type === 'Members' && parent.externalId === 'storefront');
    expect(pair.map(({ attributes }) => attributes?.['quorum'])).toEqual([1, 1]);
    for (const id of Object.keys(CRITICALITY)) expect(ids).toContain(id);
  });
});

describe('the sample metrics', () => {
  const series = sampleMetrics(NOW);

  it('are two weeks of hours up to now, of items that are there', () => {
    const ids = sampleEstate().items.map(({ externalId }) => externalId);
    for (const { ci, points } of series) {
      expect(ids).toContain(ci.externalId);
      expect(points).toHaveLength(336);
      expect(points.at(-1)?.[0]).toBe(Date.parse('2026-03-04T10:00:00Z'));
    }
  });

  it('are the same whenever they are made within the hour', () => {
    expect(sampleMetrics(NOW + 60_000)).toEqual(series);
  });

  it('show one disk that fills towards 90 % and is not there yet', () => {
    const disk = series.find(({ ci, metric }) => ci.externalId === FILLING_DISK.ci && metric === FILLING_DISK.metric);
    const values = disk?.points.map(([, value]) => value) ?? [];
    expect(Math.max(...values)).toBeLessThan(84);
    expect((values.at(-1) ?? 0) - (values[0] ?? 0)).toBeGreaterThan(18);
  });

  it('rise by day and fall by night', () => {
    const cpu = series.find(({ ci, metric }) => ci.externalId === 'app-1' && metric === 'cpu.utilization');
    const mean = (hour: number): number => {
      const values = (cpu?.points ?? [])
        .filter(([at]) => new Date(at).getUTCHours() === hour)
        .map(([, value]) => value);
      return values.reduce((sum, value) => sum + value, 0) / values.length;
    };
    expect(mean(19)).toBeGreaterThan(mean(7) + 15);
  });
});
