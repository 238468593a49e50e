import { HOUR, MINUTE } from '@itops/kit';
import { ImpactGraph } from '@itops/impact';

import { Correlation } from './correlation';
import { FaultCase } from './fault-case';

const NODES = 40;
const LAYER = 10;
const TRIALS = 1000;
const HOPS = 4;

/** Numbers from 0 to 1, the same in each run. */
function chances(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

/** Four layers, from what everything stands on to what people see; an item needs one to `most` of the layer below. */
function randomGraph(most: number, chance: () => number): ImpactGraph {
  const graph = new ImpactGraph();
  for (let item = 0; item < NODES; item++) {
    graph.putCi({ id: String(item), name: String(item), class: 'service' });
    const below = Math.floor(item / LAYER) * LAYER - LAYER;
    const needs = new Set(
      Array.from({ length: 1 + Math.floor(chance() * most) }, () => String(below + Math.floor(chance() * LAYER))),
    );
    for (const childId of below < 0 ? [] : needs) {
      const id = `${item}>${childId}`;
      graph.putRelationship({ id, type: 'Depends on', parentId: String(item), childId, quorum: null });
    }
  }
  return graph;
}

interface Report {
  readonly ciId: string;
  readonly startedAt: Date;
}

/** The item alerts, and half of what it reaches, within five minutes. */
function faultOn(root: string, at: number, graph: ImpactGraph, chance: () => number): Report[] {
  const { items } = graph.affected(root, { depth: HOPS, limit: NODES });
  const suffering = items.filter(() => chance() < 0.5);
  return [
    { ciId: root, startedAt: new Date(at) },
    ...suffering.map(({ ciId }) => ({ ciId, startedAt: new Date(at + chance() * 5 * MINUTE) })),
  ];
}

function areOne(reports: readonly Report[], roots: readonly string[], correlation: Correlation): boolean {
  const cases: FaultCase[] = [];
  for (const report of [...reports].sort((one, other) => one.startedAt.getTime() - other.startedAt.getTime())) {
    const found = correlation.place(report, cases)?.chosen;
    const chosen = found ?? new FaultCase(String(cases.length), report.startedAt, report.ciId, [], null, null);
    if (found === undefined) cases.push(chosen);
    chosen.join({ ...report, severity: 'critical', isOver: false });
    chosen.originId = correlation.originOf(chosen.items);
  }
  return cases.some((one) => roots.every((root) => one.alertsOn(root)));
}

/** Of pairs of independent faults on random graphs, the share that become one incident, in percent. */
function merged(most: number, apart: number, neighbourWindowMs: number): number {
  const chance = chances(1);
  let count = 0;
  for (let trial = 0; trial < TRIALS; trial++) {
    const graph = randomGraph(most, chance);
    const one = Math.floor(chance() * NODES);
    const roots = [String(one), String((one + 1 + Math.floor(chance() * (NODES - 1))) % NODES)];
    const reports = roots.flatMap((root) => faultOn(root, chance() * apart, graph, chance));
    const correlation = new Correlation(graph, { hops: HOPS, windowMs: 2 * HOUR, neighbourWindowMs });
    if (areOne(reports, roots, correlation)) count++;
  }
  return Math.round((count / TRIALS) * 1000) / 10;
}

describe('Two independent faults', () => {
  // The figures that docs/replays.md gives.
  it.each([
    { most: 2, apart: 2 * HOUR, without: 34, withRule: 34.1 },
    { most: 2, apart: 10 * MINUTE, without: 34, withRule: 35.4 },
    { most: 4, apart: 2 * HOUR, without: 60.5, withRule: 61.3 },
    { most: 4, apart: 10 * MINUTE, without: 60.5, withRule: 65.8 },
  ])('are taken for one as often as documented: %j', ({ most, apart, without, withRule }) => {
    expect([merged(most, apart, 0), merged(most, apart, 10 * MINUTE)]).toEqual([without, withRule]);
  });
});
