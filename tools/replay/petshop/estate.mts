import type { DiscoveryIn } from '../../client/inputs.mts';
import type { Scenario } from './dataset.mts';
import { classOf } from './node-class.mts';

/** The scenario's nodes as configuration items of their own source, each call as a dependency of the caller. */
export function estateOf(scenario: Scenario, source: string): DiscoveryIn {
  const { calls } = scenario.graph;
  return {
    source,
    items: nodesOf(scenario).map((node) => ({
      class: classOf(node),
      externalId: node,
      name: node,
      // A run's items are its own: the same name in another environment is another item.
      attributes: { environment: source },
      stage: 'operate' as const,
    })),
    relationships: calls.map(({ callee, caller }) => ({
      type: 'Depends on',
      parent: { externalId: caller },
      child: { externalId: callee },
    })),
  };
}

/** All that the graph, the metrics or a fault names. */
export function nodesOf({ faults, graph, normal }: Scenario): string[] {
  const measured = [normal, ...faults.map(({ metrics }) => metrics)].flatMap(({ series }) => series);
  const names = [...graph.nodes, ...measured.map(({ node }) => node), ...faults.map(({ rootCause }) => rootCause)];
  return [...new Set(names)].sort();
}
