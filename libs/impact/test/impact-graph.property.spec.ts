import { isRelationshipType, RELATIONSHIP_TYPE_NAMES, type RelationshipType } from '@itops/contracts';
import * as fc from 'fast-check';
import { MultiDirectedGraph } from 'graphology';

import { ImpactGraph } from '../src';
import { directionsOf } from '../src/arc-code';
import { type GraphCi, type GraphRelationship } from '../src/model';
import { PlainGraph } from './plain-graph';

const TYPES: RelationshipType[] = RELATIONSHIP_TYPE_NAMES.filter(isRelationshipType);
const ciId = fc.integer({ min: 10, max: 22 }).map((number) => `ci-${number}`);
const relationshipId = fc.integer({ min: 0, max: 40 }).map((number) => `r-${number}`);

type Change =
  | { readonly kind: 'putCi'; readonly ci: GraphCi }
  | { readonly kind: 'removeCi'; readonly id: string }
  | { readonly kind: 'putRelationship'; readonly relationship: GraphRelationship }
  | { readonly kind: 'removeRelationship'; readonly id: string };

const putRelationship = fc
  .record({
    id: relationshipId,
    type: fc.constantFrom(...TYPES),
    parentId: ciId,
    childId: ciId,
    quorum: fc.option(fc.integer({ min: 0, max: 4 })),
  })
  .map((relationship): Change => ({ kind: 'putRelationship', relationship }));
const change: fc.Arbitrary<Change> = fc.oneof(
  {
    weight: 3,
    arbitrary: fc
      .record({ id: ciId })
      .map(({ id }): Change => ({ kind: 'putCi', ci: { id, name: id, class: 'server' } })),
  },
  { weight: 1, arbitrary: ciId.map((id): Change => ({ kind: 'removeCi', id })) },
  { weight: 8, arbitrary: putRelationship },
  { weight: 1, arbitrary: relationshipId.map((id): Change => ({ kind: 'removeRelationship', id })) },
);

function apply(graph: ImpactGraph | PlainGraph, step: Change): void {
  switch (step.kind) {
    case 'putCi':
      return graph.putCi(step.ci);
    case 'removeCi':
      return graph.removeCi(step.id);
    case 'putRelationship':
      return graph.putRelationship(step.relationship);
    case 'removeRelationship':
      return graph.removeRelationship(step.id);
  }
}

const IDS = Array.from({ length: 13 }, (_, number) => `ci-${number + 10}`);

/** Without the way, of which there may be several that are equally short, and in one order. */
function facts(result: ReturnType<ImpactGraph['affected']>) {
  return {
    truncated: result.truncated,
    items: result.items
      .map(({ ciId: id, distance, effect }) => `${distance} ${effect} ${id}`)
      .sort((a, b) => a.localeCompare(b)),
  };
}

describe('the impact graph, whatever happened to it', () => {
  it('answers like the plain rule after any changes, at any depth', () => {
    fc.assert(
      fc.property(fc.array(change, { maxLength: 70 }), ciId, fc.integer({ min: 0, max: 6 }), (changes, from, depth) => {
        const graph = new ImpactGraph();
        const plain = new PlainGraph();
        for (const step of changes) {
          apply(graph, step);
          apply(plain, step);
        }
        expect(graph.size()).toEqual(plain.size());
        const options = { depth, limit: 100 };
        expect(facts(graph.affected(from, options))).toEqual(facts(plain.affected(from, options)));
        expect(facts(graph.dependencies(from, options))).toEqual(facts(plain.dependencies(from, options)));
        for (const other of IDS.slice(0, 4)) {
          expect(graph.connected(from, other, depth)).toBe(plain.connected(from, other, depth));
        }
      }),
      { numRuns: 300 },
    );
  });

  it('gives ways that exist, as long as the distance says, in graphology as well', () => {
    fc.assert(
      fc.property(fc.array(change, { maxLength: 60 }), ciId, (changes, from) => {
        const graph = new ImpactGraph();
        const oracle = new MultiDirectedGraph();
        const known = new Set<string>();
        const relationships = new Map<string, GraphRelationship>();
        for (const step of changes) {
          apply(graph, step);
          if (step.kind === 'putCi') known.add(step.ci.id);
          if (step.kind === 'removeCi') known.delete(step.id);
          if (step.kind === 'putRelationship') relationships.set(step.relationship.id, step.relationship);
          if (step.kind === 'removeRelationship') relationships.delete(step.id);
        }
        for (const id of known) oracle.addNode(id);
        for (const { type, parentId, childId } of relationships.values()) {
          if (!known.has(parentId) || !known.has(childId)) continue;
          const { up, down } = directionsOf(type);
          if (up) oracle.addEdge(childId, parentId);
          if (down) oracle.addEdge(parentId, childId);
        }
        const distances = new Map<string, number>();
        if (known.has(from)) {
          distances.set(from, 0);
          for (const [id, distance] of distances) {
            for (const next of oracle.outNeighbors(id)) {
              if (!distances.has(next)) distances.set(next, distance + 1);
            }
          }
        }
        distances.delete(from);
        const { items } = graph.affected(from, { depth: 50, limit: 100 });
        expect(new Map(items.map(({ ciId: id, distance }) => [id, distance]))).toEqual(distances);
        for (const { ciId: id, distance, path } of items) {
          expect(path).toHaveLength(distance + 1);
          expect([path[0]?.ciId, path.at(-1)?.ciId]).toEqual([from, id]);
          path.slice(1).forEach((step, index) => {
            expect(oracle.hasEdge(path[index]?.ciId, step.ciId)).toBe(true);
          });
        }
      }),
      { numRuns: 200 },
    );
  });

  it('holds what one CI affects and what another needs to each other', () => {
    fc.assert(
      fc.property(fc.array(change, { maxLength: 60 }), ciId, (changes, from) => {
        const graph = new ImpactGraph();
        for (const step of changes) apply(graph, step);
        const options = { depth: 50, limit: 100 };
        for (const { ciId: id, distance } of graph.affected(from, options).items) {
          const back = graph.dependencies(id, options).items.find((item) => item.ciId === from);
          expect(back?.distance).toBe(distance);
        }
      }),
      { numRuns: 100 },
    );
  });
});
