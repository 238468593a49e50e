import { isRelationshipType, RELATIONSHIP_TYPE_NAMES } from '@itops/contracts';

import { Adjacency } from './adjacency';
import { directionsOf, kindOf, quorumOf } from './arc-code';
import {
  type Effect,
  EFFECTS,
  type GraphCi,
  type GraphRelationship,
  type ImpactItem,
  type ImpactOptions,
  type ImpactResult,
} from './model';
import { type RelationshipEntry, RelationshipTable, typeIndex } from './relationship-table';
import { Search } from './search';

/**
 * The estate as a graph along which failure travels, in memory. Every change takes effect at once and costs a few
 * writes. The rule is in this library's README. Not for concurrent use by several threads.
 */
export class ImpactGraph {
  private readonly indexes = new Map<string, number>();
  private readonly ids: string[] = [];
  private readonly cis: (GraphCi | undefined)[] = [];
  private readonly relationships = new RelationshipTable();
  /** Arcs along the direction of impact, by their beginning. */
  private readonly out = new Adjacency();
  /** The same arcs by their end. */
  private readonly into = new Adjacency();
  private readonly search = new Search();
  private knownCis = 0;

  /** Adds a CI, or takes its new name and class. */
  putCi(ci: GraphCi): void {
    const index = this.indexOf(ci.id);
    if (this.cis[index] === undefined) this.knownCis++;
    this.cis[index] = { id: ci.id, name: ci.name, class: ci.class };
    this.search.setKnown(index, true);
  }

  /** Its relationships rest until it is known again. */
  removeCi(id: string): void {
    const index = this.indexes.get(id);
    if (index === undefined || this.cis[index] === undefined) return;
    this.cis[index] = undefined;
    this.search.setKnown(index, false);
    this.knownCis--;
  }

  /** Adds a relationship, or takes its new ends, type or quorum. It rests until both ends are known. */
  putRelationship(relationship: GraphRelationship): void {
    const parent = this.indexOf(relationship.parentId);
    const child = this.indexOf(relationship.childId);
    const before = this.relationships.get(relationship.id);
    if (before !== undefined) {
      const isSame =
        before.parent === parent &&
        before.child === child &&
        before.type === typeIndex(relationship.type) &&
        before.quorum === quorumOf(relationship);
      if (isSame) return;
      this.unlink(before);
    }
    this.relationships.set(relationship, parent, child);
    this.link({ type: typeIndex(relationship.type), parent, child, quorum: quorumOf(relationship) });
  }

  removeRelationship(id: string): void {
    const entry = this.relationships.get(id);
    if (entry === undefined) return;
    this.unlink(entry);
    this.relationships.delete(id);
  }

  hasCi(id: string): boolean {
    return this.known(id) !== undefined;
  }

  nameOf(id: string): string | undefined {
    return this.ciOf(id)?.name;
  }

  ciOf(id: string): GraphCi | undefined {
    const index = this.known(id);
    return index === undefined ? undefined : this.cis[index];
  }

  /** CIs that are known, and relationships, also those that rest. */
  size(): { cis: number; relationships: number } {
    return { cis: this.knownCis, relationships: this.relationships.size };
  }

  /** What suffers when this CI fails. Nothing, when it is not known. */
  affected(ciId: string, options: ImpactOptions): ImpactResult {
    const from = this.known(ciId);
    if (from === undefined) return { items: [], truncated: false };
    this.search.reach(this.out, from, options.depth);
    this.search.spread(this.out, this.into);
    return this.result(options.limit);
  }

  /** What this CI needs. The effect is what the failure of that CI does to this one. Nothing, when it is not known. */
  dependencies(ciId: string, options: ImpactOptions): ImpactResult {
    const from = this.known(ciId);
    if (from === undefined) return { items: [], truncated: false };
    this.search.reach(this.into, from, options.depth);
    this.search.weigh(this.into);
    return this.result(options.limit);
  }

  /**
   * A shortest way along the direction of impact from a failing CI to each of `targets` that it can hit within
   * `maxDepth` hops: target's id → ids from `fromId` to the target, both included.
   */
  impactPaths(fromId: string, targets: ReadonlySet<string>, maxDepth: number): Map<string, string[]> {
    const found = new Map<string, string[]>();
    const from = this.known(fromId);
    if (from === undefined) return found;
    const wanted = new Set<number>();
    for (const target of targets) {
      const index = this.known(target);
      if (index !== undefined) wanted.add(index);
    }
    if (wanted.size === 0) return found;
    let missing = wanted.size;
    this.search.reach(this.out, from, maxDepth, (index) => wanted.has(index) && --missing === 0);
    for (const index of wanted) {
      const target = this.ids[index];
      if (target !== undefined && this.search.isReached(index)) {
        found.set(
          target,
          this.wayTo(index).map((step) => this.ids[step] ?? ''),
        );
      }
    }
    return found;
  }

  /** Whether one of the two can hit the other within `maxDepth` hops along the direction of impact. */
  connected(a: string, b: string, maxDepth: number): boolean {
    return this.impactPaths(a, new Set([b]), maxDepth).size > 0 || this.impactPaths(b, new Set([a]), maxDepth).size > 0;
  }

  private indexOf(id: string): number {
    const known = this.indexes.get(id);
    if (known !== undefined) return known;
    const index = this.ids.push(id) - 1;
    this.cis.push(undefined);
    this.indexes.set(id, index);
    this.out.reserve(index + 1);
    this.into.reserve(index + 1);
    this.search.reserve(index + 1);
    return index;
  }

  private known(id: string): number | undefined {
    const index = this.indexes.get(id);
    return index === undefined || this.cis[index] === undefined ? undefined : index;
  }

  private link(entry: RelationshipEntry): void {
    for (const { from, to, kind } of arcsOf(entry)) {
      this.out.add(from, to, kind, entry.quorum);
      this.into.add(to, from, kind, entry.quorum);
    }
  }

  private unlink(entry: RelationshipEntry): void {
    for (const { from, to, kind } of arcsOf(entry)) {
      this.out.remove(from, to, kind, entry.quorum);
      this.into.remove(to, from, kind, entry.quorum);
    }
  }

  private result(limit: number): ImpactResult {
    const { order, count, distances, beyond } = this.search;
    const items: ImpactItem[] = [];
    const most = Math.max(limit, 0);
    for (let start = 1, end = start; start < count && items.length < most; start = end) {
      const distance = distances[order[start] ?? 0] ?? 0;
      while (end < count && distances[order[end] ?? 0] === distance) end++;
      const level = order.slice(start, end).sort();
      for (let rank = 0; rank < EFFECTS.length && items.length < most; rank++) {
        for (let index = 0; index < level.length && items.length < most; index++) {
          const vertex = level[index] ?? 0;
          if (this.search.effectOf(vertex) === rank)
            items.push(this.itemOf(vertex, distance, EFFECTS[rank] ?? 'at_risk'));
        }
      }
    }
    return { items, truncated: beyond || items.length < count - 1 };
  }

  private itemOf(vertex: number, distance: number, effect: Effect): ImpactItem {
    const ci = this.cis[vertex];
    return {
      ciId: ci?.id ?? '',
      ciName: ci?.name ?? '',
      class: ci?.class ?? '',
      distance,
      path: this.wayTo(vertex).map((step) => ({ ciId: this.ids[step] ?? '', ciName: this.cis[step]?.name ?? '' })),
      effect,
    };
  }

  /** From the first vertex of the last search to this one. */
  private wayTo(vertex: number): number[] {
    const { distances, before } = this.search;
    const way = [vertex];
    for (let step = vertex; (distances[step] ?? 0) > 0;) {
      step = before[step] ?? 0;
      way.push(step);
    }
    return way.reverse();
  }
}

interface Arc {
  readonly from: number;
  readonly to: number;
  readonly kind: number;
}

function arcsOf({ type, parent, child }: RelationshipEntry): Arc[] {
  const name = RELATIONSHIP_TYPE_NAMES[type] ?? '';
  if (parent === child || !isRelationshipType(name)) return [];
  const { up, down } = directionsOf(name);
  const kind = kindOf(name);
  return [...(up ? [{ from: child, to: parent, kind }] : []), ...(down ? [{ from: parent, to: child, kind }] : [])];
}
