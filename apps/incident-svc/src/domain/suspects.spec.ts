import { HOUR, MINUTE } from '@itops/kit';
import { ImpactGraph } from '@itops/impact';

import { type ChangeHistory, differ, type Fault, findSuspects, SUSPECT_WEIGHTS, type SuspectChange } from './suspects';

const first = new Date('2023-05-01T10:00:00Z');
const before = (minutes: number) => new Date(first.getTime() - minutes * MINUTE);

function graphOf(...dependencies: string[]): ImpactGraph {
  const graph = new ImpactGraph();
  for (const [index, text] of dependencies.entries()) {
    const [parentId = '', childId = ''] = text.split('>');
    for (const id of [parentId, childId]) graph.putCi({ id, name: id, class: 'service' });
    graph.putRelationship({ id: String(index), type: 'Depends on', parentId, childId, quorum: null });
  }
  return graph;
}
const graph = graphOf('web>checkout', 'checkout>payment-db', 'report>payment-db', 'mail>smtp');

function change(id: string, ciId: string, minutesBefore: number, more: Partial<SuspectChange> = {}): SuspectChange {
  return {
    id,
    number: `CHG-${id}`,
    title: `change ${id}`,
    type: 'standard',
    source: 'deployment',
    cis: [ciId],
    actualStart: before(minutesBefore),
    actualEnd: null,
    failed: false,
    backedOut: false,
    ...more,
  };
}
const fault: Fault = {
  firstAt: first,
  items: [
    { ciId: 'checkout', firstAt: first },
    { ciId: 'web', firstAt: before(-1) },
    { ciId: 'report', firstAt: before(-2) },
  ],
};
const noHistory = (): ChangeHistory => ({ changes: 0, followed: 0 });
const ranking = (...changes: SuspectChange[]) =>
  findSuspects(fault, changes, noHistory, graph).map(({ changeId }) => changeId);

describe('findSuspects', () => {
  it('says in words why, with the way from the change to the alert', () => {
    const [suspect] = findSuspects(
      fault,
      [change('a', 'payment-db', 6, { type: 'emergency' })],
      () => ({ changes: 4, followed: 3 }),
      graph,
    );
    expect(suspect?.reasons.map(({ kind, text }) => [kind, text])).toEqual([
      ['time', 'Deployed 6 min before the first alert'],
      ['distance', 'payment-db is one hop upstream of checkout, and reaches all 3 alerting items'],
      ['type', 'It is an emergency change'],
      ['history', '3 of 4 earlier changes of payment-db were followed by an incident within a day'],
    ]);
    expect(suspect?.path.map(({ ciName }) => ciName)).toEqual(['payment-db', 'checkout']);
    expect(suspect?.score).toBeCloseTo(suspect?.reasons.reduce((sum, { weight }) => sum + weight, 0) ?? 0);
  });

  it.each([
    ['nearer in time', change('a', 'payment-db', 5), change('b', 'payment-db', 90)],
    ['reaching more', change('a', 'payment-db', 30), change('b', 'web', 30)],
    ['recent, however wide the other one reaches', change('a', 'checkout', 5), change('b', 'payment-db', 20 * 60)],
    ['begun before the first alert', change('a', 'payment-db', 20), change('b', 'payment-db', -2)],
    ['failed', change('a', 'payment-db', 60, { failed: true }), change('b', 'payment-db', 60)],
    ['backed out', change('a', 'payment-db', 60, { backedOut: true }), change('b', 'payment-db', 60)],
    [
      'an emergency',
      change('a', 'payment-db', 60, { type: 'emergency' }),
      change('b', 'payment-db', 60, { type: 'normal' }),
    ],
    ['on the item that alerted first', change('a', 'checkout', 30), change('b', 'web', 30)],
    ['just ended', change('a', 'payment-db', 300, { actualEnd: before(3) }), change('b', 'payment-db', 300)],
  ])('prefers what is %s', (_, likelier, other) => {
    expect(ranking(other, likelier)).toEqual(['a', 'b']);
  });

  it('gives weight to what the history of the item says', () => {
    const historyOf = (ciId: string) => ({ changes: 10, followed: ciId === 'report' ? 8 : 0 });
    const suspects = findSuspects(fault, [change('a', 'report', 60), change('b', 'web', 60)], historyOf, graph);
    expect(suspects[0]?.changeId).toBe('a');
  });

  it.each([
    ['began more than 72 h before', change('a', 'payment-db', 72 * 60 + 1), []],
    ['began 72 h before', change('a', 'payment-db', 72 * 60), ['a']],
    ['began a little after, as clocks differ', change('a', 'payment-db', -5), ['a']],
    ['began well after', change('a', 'payment-db', -6), []],
    ['cannot reach an alert', change('a', 'smtp', 5), []],
    ['is on an unknown item', change('a', 'nowhere', 5), []],
    ['is on an item that alerts, below no other', change('a', 'web', 5), ['a']],
  ])('judges a change that %s', (_, candidate, expected) => {
    expect(ranking(candidate)).toEqual(expected);
  });

  it('takes the best item of a change of several, and at most ten changes', () => {
    expect(ranking(change('a', 'smtp', 5, { cis: ['smtp', 'payment-db'] }))).toEqual(['a']);
    expect(ranking(...Array.from({ length: 15 }, (_, index) => change(String(index), 'web', index)))).toHaveLength(10);
  });

  it('has weights that add up to one', () => {
    expect(Object.values(SUSPECT_WEIGHTS).reduce((sum, weight) => sum + weight, 0)).toBeCloseTo(1);
  });

  it('ranks the true change first in at least 80 % of faults among ten decoys of the day before', () => {
    const random = mulberry32(20260101);
    const rounds = 300;
    let [firsts, amongThree] = [0, 0];
    for (let round = 0; round < rounds; round++) {
      const ranks = playFault(random);
      if (ranks === 0) firsts++;
      if (ranks >= 0 && ranks < 3) amongThree++;
    }
    expect(firsts / rounds).toBeGreaterThanOrEqual(0.8);
    expect(amongThree / rounds).toBeGreaterThanOrEqual(0.95);
  });
});

describe('differ', () => {
  const [a, b] = findSuspects(fault, [change('a', 'payment-db', 5), change('b', 'web', 50)], noHistory, graph);
  it('sees another first and another set, not another score', () => {
    if (a === undefined || b === undefined) throw new Error('no suspects');
    expect(differ([a, b], [{ ...a, score: 0.1 }, b])).toBe(false);
    expect(differ([a, b], [b, a])).toBe(true);
    expect(differ([a, b], [a])).toBe(true);
    expect(differ([], [])).toBe(false);
  });
});

/** A graph of 40 items, a fault on one, alerts on some of what it reaches, ten decoys elsewhere. @returns the true change's rank. */
function playFault(random: () => number): number {
  const pick = (below: number) => Math.floor(random() * below);
  // Each item depends on one or two of those before it, so that failures travel upwards in number.
  const arcs = Array.from({ length: 39 }, (_, index) => index + 1).flatMap((id) =>
    Array.from({ length: 1 + pick(2) }, () => `n${id}>n${pick(id)}`),
  );
  const estate = graphOf(...arcs);
  const culprit = `n${pick(40)}`;
  const hit = estate
    .affected(culprit, { depth: 4, limit: 40 })
    .items.filter(() => random() < 0.6)
    .map(({ ciId }) => ciId);
  const alerting = random() < 0.7 || hit.length === 0 ? [culprit, ...hit] : hit;
  const items = alerting.map((ciId) => ({ ciId, firstAt: before(-random() * 10) }));
  const firstAt = new Date(Math.min(...items.map((item) => item.firstAt.getTime())));
  const lead = 1 + random() * 14;
  const truth = { ...change('true', culprit, 0), actualStart: new Date(firstAt.getTime() - lead * MINUTE) };
  const decoys = Array.from({ length: 10 }, (_, index) => {
    const elsewhere = (Number(culprit.slice(1)) + 1 + pick(39)) % 40;
    return {
      ...change(`decoy${index}`, `n${elsewhere}`, 0),
      actualStart: new Date(firstAt.getTime() - random() * 24 * HOUR),
    };
  });
  return findSuspects({ items, firstAt }, [...decoys, truth], noHistory, estate).findIndex(
    ({ changeId }) => changeId === 'true',
  );
}

/** A small generator with a seed, so that every run is the same. */
function mulberry32(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}
