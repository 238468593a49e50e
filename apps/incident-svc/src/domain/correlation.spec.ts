import { HOUR, MINUTE } from '@itops/kit';
import { ImpactGraph } from '@itops/impact';
import fc from 'fast-check';

import { Correlation } from './correlation';
import { FaultCase } from './fault-case';

const start = new Date('2023-05-01T10:00:00Z');
const after = (millis: number) => new Date(start.getTime() + millis);

/** `['app>db']` reads: app depends on db. */
function estate(...dependencies: string[]): Correlation {
  return estateWithin(10 * MINUTE, ...dependencies);
}

function estateWithin(neighbourWindowMs: number, ...dependencies: string[]): Correlation {
  const graph = new ImpactGraph();
  for (const [index, text] of dependencies.entries()) {
    const [parentId = '', childId = ''] = text.split('>');
    for (const id of [parentId, childId]) graph.putCi({ id, name: id, class: 'service' });
    graph.putRelationship({ id: String(index), type: 'Depends on', parentId, childId, quorum: null });
  }
  return new Correlation(graph, { hops: 4, windowMs: 2 * HOUR, neighbourWindowMs });
}

/** Plays alerts one after the other, as the service does, and tells which incident has which items. */
function play(correlation: Correlation, alerts: readonly { ciId: string; startedAt?: Date }[]): string[][] {
  const cases: FaultCase[] = [];
  for (const { ciId, startedAt = start } of alerts) {
    const chosen =
      correlation.place({ ciId, startedAt }, cases)?.chosen ??
      new FaultCase(`i${cases.length}`, after(cases.length), ciId, [], null, null);
    if (!cases.includes(chosen)) cases.push(chosen);
    chosen.join({ ciId, startedAt, severity: 'critical', isOver: false });
    chosen.originId = correlation.originOf(chosen.items);
  }
  return cases.map((one) => one.alertingCis.sort());
}
const names = (...ids: string[]) => ids.map((ciId) => ({ ciId }));

describe('Correlation', () => {
  it('joins alerts on one item and along an impact path, in either direction', () => {
    const correlation = estate('web>app', 'app>db');
    expect(play(correlation, names('db', 'web', 'app', 'db'))).toEqual([['app', 'db', 'web']]);
    expect(play(correlation, names('web', 'db', 'app'))).toEqual([['app', 'db', 'web']]);
  });

  it('leaves what has no connection apart', () => {
    expect(play(estate('web>app', 'mail>smtp'), names('app', 'smtp', 'web', 'mail'))).toEqual([
      ['app', 'web'],
      ['mail', 'smtp'],
    ]);
  });

  it('joins items that cannot reach each other by what could take both down, even if that never alerts', () => {
    expect(play(estate('a>switch', 'b>switch', 'c>switch'), names('a', 'b', 'c'))).toEqual([['a', 'b', 'c']]);
  });

  it('keeps two faults apart whose only link is a consumer of both, when they begin at different times', () => {
    const correlation = estate('shop>db', 'shop>mail');
    const db = { ciId: 'db' };
    const shop = { ciId: 'shop' };
    const mail = { ciId: 'mail', startedAt: after(30 * MINUTE) };
    expect(play(correlation, [db, mail, shop])).toEqual([['db', 'shop'], ['mail']]);
    expect(play(correlation, [db, shop, mail])).toEqual([['db', 'shop'], ['mail']]);
    expect(play(correlation, [shop, mail, db])).toEqual([['mail', 'shop'], ['db']]);
  });

  it('joins items that directly hit the same item and begin together, and says how', () => {
    const correlation = estate('shop>balancer', 'shop>search', 'shop>far', 'far>deep');
    const open = new FaultCase('i', start, 'search', [], null, null);
    open.join({ ciId: 'search', startedAt: start, severity: 'error', isOver: false });
    const linkAt = (ciId: string, gap: number) =>
      correlation.place({ ciId, startedAt: after(gap) }, [open])?.link ?? null;
    const link = { rule: 'neighbour', viaId: 'shop', besideId: 'search' };
    expect(linkAt('balancer', 4 * MINUTE)).toEqual({ ...link, apartMs: 4 * MINUTE });
    expect(linkAt('balancer', -10 * MINUTE)).toEqual({ ...link, apartMs: 10 * MINUTE });
    expect(linkAt('balancer', 10 * MINUTE + 1)).toBeNull();
    // Two hops away from what both affect.
    expect(linkAt('deep', 0)).toBeNull();
    expect([...correlation.beside(['balancer'])].sort()).toEqual(['balancer', 'far', 'search']);
    const strict = estateWithin(0, 'shop>balancer', 'shop>search');
    expect(strict.place({ ciId: 'balancer', startedAt: start }, [open])).toBeNull();
  });

  it('measures from the items themselves: a fault that goes on does not gather what begins beside it later', () => {
    const correlation = estate('shop>db', 'shop>mail', 'web>shop');
    const later = (ciId: string, minutes: number) => ({ ciId, startedAt: after(minutes * MINUTE) });
    expect(play(correlation, [later('db', 0), later('web', 25), later('mail', 30)])).toEqual([['db', 'web'], ['mail']]);
  });

  it('takes what belongs to the storm although a neighbour has joined it', () => {
    const correlation = estate('a>switch', 'b>switch', 'portal>a', 'portal>outside');
    expect(play(correlation, names('a', 'outside', 'b'))).toEqual([['a', 'b', 'outside']]);
  });

  it('names the others where several incidents fit, and takes the oldest', () => {
    const correlation = estate('shop>db', 'shop>mail');
    const fault = (ciId: string, minute: number) =>
      new FaultCase(
        ciId,
        after(minute * MINUTE),
        ciId,
        [{ ciId, alerts: 1, open: 1, firstAt: start, severity: 'error' }],
        start,
        start,
      );
    const [older, newer] = [fault('mail', 1), fault('db', 2)];
    const placement = correlation.place({ ciId: 'shop', startedAt: start }, [newer, older]);
    expect(placement).toMatchObject({
      chosen: older,
      alsoFitting: [newer],
      link: { rule: 'impact-path', viaId: 'mail' },
    });
  });

  it('joins only within the window, by the times of the signals', () => {
    const correlation = estate('web>app');
    const twice = (gap: number) => play(correlation, [{ ciId: 'app' }, { ciId: 'web', startedAt: after(gap) }]);
    expect(twice(2 * HOUR)).toHaveLength(1);
    expect(twice(-2 * HOUR)).toHaveLength(1);
    expect(twice(2 * HOUR + 1)).toHaveLength(2);
  });

  it('joins an incident without alerts only on its own item', () => {
    const correlation = estate('web>app');
    const forecast = new FaultCase('i', start, 'app', [], null, start);
    expect(correlation.place({ ciId: 'web', startedAt: start }, [forecast])).toBeNull();
    expect(correlation.place({ ciId: 'app', startedAt: start }, [forecast])?.link.rule).toBe('same-item');
  });

  it('does not connect farther than its hops, but step by step through the origin', () => {
    const chain = ['1>0', '2>1', '3>2', '4>3', '5>4', '6>5'];
    expect(play(estate(...chain), names('0', '6'))).toHaveLength(2);
    expect(play(estate(...chain), names('6', '3', '0'))).toEqual([['0', '3', '6']]);
  });

  it('finds as origin the item that reaches most of the others', () => {
    const correlation = estate('web>app', 'app>db', 'report>db');
    const items = ['web', 'report', 'db', 'app'].map((ciId, index) => ({
      ciId,
      alerts: 1,
      open: 1,
      firstAt: after(index * MINUTE),
      severity: 'error' as const,
    }));
    expect(correlation.originOf(items)).toBe('db');
    expect(correlation.originOf([])).toBeNull();
  });

  it('looks for incidents wherever one could be that an alert joins', () => {
    expect([...estate('a>switch', 'b>switch', 'shop>b').nearby(['a'])].sort()).toEqual(['a', 'b', 'shop', 'switch']);
  });

  const inSomeOrder = (ids: readonly string[]) => fc.shuffledSubarray([...ids], { minLength: ids.length });

  it('makes one incident of what stands beside a fault and what suffers from both, in whatever order', () => {
    const counts = fc.tuple(fc.integer({ min: 1, max: 5 }), fc.integer({ min: 0, max: 8 }));
    const storm = counts.chain(([beside, above]) => {
      const providers = ['fault', ...Array.from({ length: beside }, (_, index) => `beside${index}`)];
      const suffering = ['shop', ...Array.from({ length: above }, (_, index) => `above${index}`)];
      // What is above the shop depends on it in chains of at most three.
      const chains = suffering
        .slice(1)
        .map((name, index) => `${name}>${index % 3 === 0 ? 'shop' : `above${index - 1}`}`);
      const times = fc.array(fc.integer({ min: 0, max: 10 }), { minLength: 1, maxLength: 20 });
      return fc.tuple(
        fc.constant([...providers.map((name) => `shop>${name}`), ...chains]),
        inSomeOrder([...providers, ...suffering]),
        times,
      );
    });
    fc.assert(
      fc.property(storm, ([arcs, order, minutes]) => {
        const alerts = order.map((ciId, index) => ({
          ciId,
          startedAt: after((minutes[index % minutes.length] ?? 0) * MINUTE),
        }));
        expect(play(estate(...arcs), alerts)).toHaveLength(1);
      }),
    );
  });

  it('keeps two faults with a common consumer, half an hour apart, two in whatever order each arrives', () => {
    const one = ['db', 'db-reader', 'db-report'];
    const other = ['mail', 'mail-reader', 'mail-report'];
    const arcs = ['shop>db', 'shop>mail', 'db-reader>db', 'db-report>db', 'mail-reader>mail', 'mail-report>mail'];
    fc.assert(
      fc.property(inSomeOrder([...one, ...other]), fc.integer({ min: 11, max: 110 }), (order, gap) => {
        const alerts = order.map((ciId) => ({ ciId, startedAt: one.includes(ciId) ? start : after(gap * MINUTE) }));
        expect(play(estate(...arcs), alerts).sort()).toEqual([one, other]);
      }),
    );
  });

  it('makes one incident of every storm below one fault, in whatever order', () => {
    // A tree of dependencies, root 0, at most four deep; each item depends on one before it.
    const tree = fc
      .array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 1, maxLength: 40 })
      .map((chances) => {
        const depths = [0];
        const arcs = chances.flatMap((chance) => {
          const shallow = depths.flatMap((depth, id) => (depth < 4 ? [id] : []));
          const below = shallow[Math.floor(chance * shallow.length * 0.999)] ?? 0;
          depths.push((depths[below] ?? 0) + 1);
          return [`${depths.length - 1}>${below}`];
        });
        return { arcs, size: depths.length };
      });
    const storm = tree.chain(({ arcs, size }) =>
      fc.tuple(fc.constant(arcs), fc.shuffledSubarray([...Array(size).keys()].map(String), { minLength: 1 })),
    );
    fc.assert(
      fc.property(storm, ([arcs, order]) => {
        expect(play(estate(...arcs), names(...order))).toHaveLength(1);
      }),
    );
  });
});
