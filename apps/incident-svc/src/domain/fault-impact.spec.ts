import { ImpactGraph } from '@itops/impact';
import fc from 'fast-check';

import { impactOf } from './fault-impact';

/** `['app>db']` reads: app depends on db; `'web~mail'`: web is protected by mail. */
function estate(...dependencies: string[]): ImpactGraph {
  const graph = new ImpactGraph();
  for (const [index, text] of dependencies.entries()) {
    const [parentId = '', childId = ''] = text.split(/[>~]/);
    for (const id of [parentId, childId]) graph.putCi({ id, name: `the ${id}`, class: 'service' });
    const type = text.includes('~') ? 'Protected by' : 'Depends on';
    graph.putRelationship({ id: String(index), type, parentId, childId, quorum: null });
  }
  return graph;
}
const options = { depth: 10, limit: 100 };

describe('The impact of a fault', () => {
  it('is what its item and all alerting items take with them, nearest first, worst effect', () => {
    const graph = estate('web>app', 'app>db', 'shop>mail', 'shop>app', 'web~mail');
    const { items, truncated } = impactOf(graph, 'db', ['db', 'mail'], options);
    expect(items.map(({ ciId, distance, effect }) => [ciId, distance, effect])).toEqual([
      ['mail', 0, 'degraded'],
      ['app', 1, 'down'],
      ['web', 1, 'down'],
      ['shop', 1, 'down'],
    ]);
    expect(truncated).toBe(false);
    expect(items[0]).toMatchObject({ ciName: 'the mail', class: 'service', path: [{ ciId: 'mail' }] });
    expect(items.find(({ ciId }) => ciId === 'shop')?.path.map(({ ciId }) => ciId)).toEqual(['mail', 'shop']);
  });

  it('takes what another item does to an alerting one', () => {
    const graph = estate('web>app');
    expect(impactOf(graph, 'app', ['web'], options).items).toMatchObject([
      { ciId: 'web', distance: 0, effect: 'down' },
    ]);
  });

  it('is known without an item at fault, and nothing without both', () => {
    const graph = estate('web>app');
    expect(impactOf(graph, null, ['app'], options).items.map(({ ciId }) => ciId)).toEqual(['app', 'web']);
    expect(impactOf(graph, null, [], options)).toEqual({ items: [], truncated: false });
    expect(impactOf(graph, 'gone', ['gone too'], options)).toEqual({ items: [], truncated: false });
  });

  it('is cut at the limit, the nearest first', () => {
    const graph = estate('web>app', 'shop>mail', 'portal>web');
    expect(impactOf(graph, 'app', ['mail'], { depth: 10, limit: 3 })).toMatchObject({
      items: [{ ciId: 'mail' }, { ciId: 'web' }, { ciId: 'shop' }],
      truncated: true,
    });
  });

  it('has each item once, however the alerts are ordered', () => {
    const arcs = fc.uniqueArray(
      fc.tuple(fc.integer({ min: 1, max: 12 }), fc.nat(11)).map(([parent, child]) => `${parent}>${child % parent}`),
      { minLength: 1, maxLength: 30 },
    );
    const alerting = fc.uniqueArray(fc.integer({ min: 0, max: 12 }).map(String), { maxLength: 6 });
    fc.assert(
      fc.property(arcs, alerting, (dependencies, ids) => {
        const seen = (order: readonly string[]) =>
          impactOf(estate(...dependencies), '0', order, options)
            .items.map(({ ciId, distance, effect }) => `${ciId} ${distance} ${effect}`)
            .sort();
        expect(seen(ids)).toEqual(seen([...ids].reverse()));
        expect(new Set(seen(ids).map((text) => text.split(' ')[0])).size).toBe(seen(ids).length);
      }),
    );
  });
});
