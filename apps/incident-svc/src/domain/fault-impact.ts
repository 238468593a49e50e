import { EFFECTS, type ImpactGraph, type ImpactItem, type ImpactOptions, type ImpactResult } from '@itops/impact';

/** Items of a fault that are followed; what more than these reach shows as truncated. */
const MOST_SOURCES = 100;

/**
 * What suffers from a fault: all that its item and its alerting items take with them, each once, with the nearest
 * distance and the worst effect. An item that alerts is hit itself: it is there at distance 0, at least degraded.
 * The item at fault is not listed; it is what the others suffer from.
 * @param alerting items with an alert, in the order in which they began.
 */
export function impactOf(
  graph: ImpactGraph,
  ciId: string | null,
  alerting: readonly string[],
  options: ImpactOptions,
): ImpactResult {
  const sources = [...new Set([...(ciId === null ? [] : [ciId]), ...alerting])];
  const found = new Map<string, ImpactItem>();
  let truncated = sources.length > MOST_SOURCES;
  for (const source of sources.slice(0, MOST_SOURCES)) {
    const result = graph.affected(source, options);
    truncated ||= result.truncated;
    for (const item of [...alertingItem(graph, source), ...result.items]) {
      if (item.ciId !== ciId) found.set(item.ciId, merged(found.get(item.ciId), item));
    }
  }
  const items = [...found.values()].sort(nearestFirst);
  return { items: items.slice(0, options.limit), truncated: truncated || items.length > options.limit };
}

function alertingItem(graph: ImpactGraph, ciId: string): ImpactItem[] {
  const ci = graph.ciOf(ciId);
  if (ci === undefined) return [];
  const { name: ciName, class: ciClass } = ci;
  return [{ ciId, ciName, class: ciClass, distance: 0, path: [{ ciId, ciName }], effect: 'degraded' }];
}

function merged(one: ImpactItem | undefined, other: ImpactItem): ImpactItem {
  if (one === undefined) return other;
  const nearest = other.distance < one.distance ? other : one;
  return { ...nearest, effect: rankOf(other) < rankOf(one) ? other.effect : one.effect };
}

function nearestFirst(one: ImpactItem, other: ImpactItem): number {
  return one.distance - other.distance || rankOf(one) - rankOf(other);
}

function rankOf({ effect }: ImpactItem): number {
  return EFFECTS.indexOf(effect);
}
