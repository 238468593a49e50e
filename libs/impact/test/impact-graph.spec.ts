import { type RelationshipType } from '@itops/contracts';

import { ImpactGraph } from '../src';

const ALL = { depth: 100, limit: 1000 };

function estate(...relationships: [parent: string, type: RelationshipType, child: string, quorum?: number][]) {
  const graph = new ImpactGraph();
  relationships.forEach(([parent, type, child, quorum], index) => {
    for (const id of [parent, child]) graph.putCi({ id, name: id.toUpperCase(), class: 'server' });
    graph.putRelationship({
      id: `r${index}`,
      type,
      parentId: parent,
      childId: child,
      quorum: quorum ?? null,
    });
  });
  return graph;
}

const effects = (graph: ImpactGraph, id: string) =>
  Object.fromEntries(graph.affected(id, ALL).items.map(({ ciId, effect }) => [ciId, effect]));
const needs = (graph: ImpactGraph, id: string) =>
  Object.fromEntries(graph.dependencies(id, ALL).items.map(({ ciId, effect }) => [ciId, effect]));

describe('the impact of a failure', () => {
  it.each<[RelationshipType, boolean, boolean]>([
    ['Depends on', true, false],
    ['Runs on', true, false],
    ['Hosted on', true, false],
    ['Virtualized by', true, false],
    ['Contains', false, true],
    ['Provides', false, true],
    ['Connects to', true, true],
    ['Cluster of', true, false],
    ['Members', true, false],
    ['Protected by', true, false],
    ['Replicates to', false, false],
    ['Managed by', false, false],
  ])('travels along %s: child to parent %s, parent to child %s', (type, up, down) => {
    const graph = estate(['parent', type, 'child']);
    expect(graph.affected('child', ALL).items.length).toBe(up ? 1 : 0);
    expect(graph.affected('parent', ALL).items.length).toBe(down ? 1 : 0);
    expect(graph.dependencies('parent', ALL).items.length).toBe(up ? 1 : 0);
    expect(graph.dependencies('child', ALL).items.length).toBe(down ? 1 : 0);
  });

  it('tells distance, a shortest way and the names on it', () => {
    const graph = estate(
      ['shop', 'Depends on', 'api'],
      ['api', 'Runs on', 'vm'],
      ['shop', 'Runs on', 'vm'],
      ['vm', 'Virtualized by', 'host'],
    );
    expect(graph.affected('host', ALL)).toEqual({
      items: [
        { ciId: 'vm', distance: 1, path: ['host', 'vm'] },
        { ciId: 'shop', distance: 2, path: ['host', 'vm', 'shop'] },
        { ciId: 'api', distance: 2, path: ['host', 'vm', 'api'] },
      ].map(({ ciId, distance, path }) => ({
        ciId,
        ciName: ciId.toUpperCase(),
        class: 'server',
        distance,
        path: path.map((step) => ({ ciId: step, ciName: step.toUpperCase() })),
        effect: 'down',
      })),
      truncated: false,
    });
  });

  it('leaves a cluster degraded while its quorum lives, and down below it', () => {
    const pair = estate(
      ['cluster', 'Cluster of', 'a'],
      ['cluster', 'Cluster of', 'b'],
      ['shop', 'Depends on', 'cluster'],
    );
    expect(effects(pair, 'a')).toEqual({ cluster: 'degraded', shop: 'degraded' });
    const both = estate(['cluster', 'Cluster of', 'a', 2], ['cluster', 'Cluster of', 'b', 2]);
    expect(effects(both, 'a')).toEqual({ cluster: 'down' });
    const single = estate(['cluster', 'Members', 'a']);
    expect(effects(single, 'a')).toEqual({ cluster: 'down' });
  });

  it('counts a child once, and each type of redundancy apart', () => {
    const twice = estate(['c', 'Cluster of', 'a'], ['c', 'Cluster of', 'a'], ['c', 'Cluster of', 'b']);
    expect(effects(twice, 'a')).toEqual({ c: 'degraded' });
    const apart = estate(['c', 'Cluster of', 'a'], ['c', 'Members', 'b']);
    expect(effects(apart, 'a')).toEqual({ c: 'down' });
  });

  it('takes a cluster down when one failure takes all its members, however far apart', () => {
    const graph = estate(
      ['a', 'Runs on', 'host'],
      ['bridge', 'Depends on', 'host'],
      ['b', 'Depends on', 'bridge'],
      ['cluster', 'Cluster of', 'a'],
      ['cluster', 'Cluster of', 'b'],
    );
    expect(effects(graph, 'host')).toEqual({ a: 'down', bridge: 'down', b: 'down', cluster: 'down' });
  });

  it('passes at risk on as at risk, degraded never as down, and lets the worst way win', () => {
    const graph = estate(
      ['db', 'Protected by', 'backup'],
      ['shop', 'Depends on', 'db'],
      ['site', 'Depends on', 'shop'],
      ['cluster', 'Cluster of', 'backup'],
      ['cluster', 'Cluster of', 'other'],
      ['site', 'Depends on', 'cluster'],
    );
    expect(effects(graph, 'backup')).toEqual({ db: 'at_risk', cluster: 'degraded', shop: 'at_risk', site: 'degraded' });
    expect(graph.affected('backup', ALL).items.map(({ ciId }) => ciId)).toEqual(['cluster', 'db', 'site', 'shop']);
  });

  it('tells for what a CI needs how badly its loss would hurt', () => {
    const graph = estate(
      ['shop', 'Depends on', 'cluster'],
      ['cluster', 'Cluster of', 'a'],
      ['cluster', 'Cluster of', 'b'],
      ['shop', 'Protected by', 'backup'],
      ['a', 'Runs on', 'host'],
    );
    expect(needs(graph, 'shop')).toEqual({
      cluster: 'down',
      backup: 'at_risk',
      a: 'degraded',
      b: 'degraded',
      host: 'degraded',
    });
  });

  it('bears cycles, self loops and ends that are not known', () => {
    const graph = estate(['a', 'Depends on', 'b'], ['b', 'Depends on', 'a'], ['a', 'Depends on', 'a']);
    graph.putRelationship({ id: 'x', type: 'Runs on', parentId: 'late', childId: 'a', quorum: null });
    expect(effects(graph, 'b')).toEqual({ a: 'down' });
    expect(graph.affected('late', ALL)).toEqual({ items: [], truncated: false });
    graph.putCi({ id: 'late', name: 'late', class: 'server' });
    expect(effects(graph, 'b')).toEqual({ a: 'down', late: 'down' });
    graph.removeCi('a');
    expect(effects(graph, 'b')).toEqual({});
    expect(graph.hasCi('a')).toBe(false);
  });

  it('says when there is more, beyond the limit or the depth', () => {
    const graph = estate(['b', 'Depends on', 'a'], ['c', 'Depends on', 'b'], ['d', 'Depends on', 'a']);
    expect(graph.affected('a', { depth: 1, limit: 10 })).toMatchObject({ truncated: true });
    expect(graph.affected('a', { depth: 2, limit: 10 })).toMatchObject({ truncated: false });
    expect(graph.affected('a', { depth: 2, limit: 2 })).toMatchObject({ truncated: true });
    expect(graph.affected('a', { depth: 2, limit: 2 }).items.map(({ ciId }) => ciId)).toEqual(['b', 'd']);
  });

  it('finds the shortest way to targets, and whether two can hit each other', () => {
    const graph = estate(['b', 'Depends on', 'a'], ['c', 'Depends on', 'b'], ['d', 'Depends on', 'a']);
    expect(graph.impactPaths('a', new Set(['c', 'a', 'nobody']), 5)).toEqual(
      new Map([
        ['c', ['a', 'b', 'c']],
        ['a', ['a']],
      ]),
    );
    expect(graph.impactPaths('a', new Set(['c']), 1).size).toBe(0);
    expect(graph.connected('c', 'a', 2)).toBe(true);
    expect(graph.connected('c', 'a', 1)).toBe(false);
    expect(graph.connected('b', 'd', 9)).toBe(false);
  });
});
