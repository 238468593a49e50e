import { RELATIONSHIP_TYPES, type ImpactRule } from '@itops/contracts';

import {
  type Effect,
  EFFECTS,
  type GraphCi,
  type GraphRelationship,
  type ImpactItem,
  type ImpactOptions,
  type ImpactResult,
} from '../src/model';

interface Arc {
  readonly from: string;
  readonly to: string;
  readonly rule: ImpactRule;
  readonly relationship: GraphRelationship;
}

/** The rule of the README, written as simply as can be: the oracle of the property tests. */
export class PlainGraph {
  private readonly cis = new Map<string, GraphCi>();
  private readonly relationships = new Map<string, GraphRelationship>();

  putCi(ci: GraphCi): void {
    this.cis.set(ci.id, ci);
  }

  /** Its relationships rest until the CI is known again. */
  removeCi(id: string): void {
    this.cis.delete(id);
  }

  /** Takes effect as soon as both ends are known. */
  putRelationship(relationship: GraphRelationship): void {
    this.relationships.set(relationship.id, relationship);
  }

  removeRelationship(id: string): void {
    this.relationships.delete(id);
  }

  hasCi(id: string): boolean {
    return this.cis.has(id);
  }

  nameOf(id: string): string | undefined {
    return this.cis.get(id)?.name;
  }

  size(): { cis: number; relationships: number } {
    return { cis: this.cis.size, relationships: this.relationships.size };
  }

  /** What suffers when this CI fails, nearest first. */
  affected(ciId: string, options: ImpactOptions): ImpactResult {
    const arcs = this.arcs();
    const reach = this.reach(ciId, options.depth, arcs, true);
    const down = new Set([ciId]);
    const degraded = new Set<string>();
    for (let changed = true; changed;) {
      changed = false;
      for (const arc of arcs) {
        if (!reach.has(arc.from) || !reach.has(arc.to) || arc.rule === 'child_to_parent_at_risk') continue;
        const goesDown =
          down.has(arc.from) &&
          (arc.rule !== 'child_to_parent_redundant' || this.live(arc, down) < this.quorum(arc, arcs));
        if (goesDown && !down.has(arc.to)) {
          down.add(arc.to);
          changed = true;
        }
        if ((down.has(arc.from) || degraded.has(arc.from)) && !degraded.has(arc.to)) {
          degraded.add(arc.to);
          changed = true;
        }
      }
    }
    return this.result(reach, options, arcs, true, (id) =>
      down.has(id) ? 'down' : degraded.has(id) ? 'degraded' : 'at_risk',
    );
  }

  /** What it needs, nearest first; the effect is what the failure of that CI alone would do to this one. */
  dependencies(ciId: string, options: ImpactOptions): ImpactResult {
    const arcs = this.arcs();
    const reach = this.reach(ciId, options.depth, arcs, false);
    const rank = new Map([[ciId, 0]]);
    for (let changed = true; changed;) {
      changed = false;
      for (const arc of arcs) {
        const after = rank.get(arc.to);
        if (after === undefined || !reach.has(arc.from)) continue;
        const own =
          arc.rule === 'child_to_parent_at_risk'
            ? 2
            : arc.rule === 'child_to_parent_redundant' && this.live(arc, new Set([arc.from])) >= this.quorum(arc, arcs)
              ? 1
              : 0;
        const through = Math.max(own, after);
        if (through < (rank.get(arc.from) ?? EFFECTS.length)) {
          rank.set(arc.from, through);
          changed = true;
        }
      }
    }
    return this.result(reach, options, arcs, false, (id) => EFFECTS[rank.get(id) ?? 2] ?? 'at_risk');
  }

  /** Shortest way along the direction of impact from a failing CI to each of `targets`, not more than `maxDepth` hops. */
  impactPaths(fromId: string, targets: ReadonlySet<string>, maxDepth: number): Map<string, string[]> {
    const reach = this.reach(fromId, maxDepth, this.arcs(), true);
    const found = new Map<string, string[]>();
    for (const target of targets) {
      const path = reach.get(target);
      if (path !== undefined) found.set(target, path);
    }
    return found;
  }

  /** Whether one of the two can hit the other within `maxDepth` hops along the direction of impact. */
  connected(a: string, b: string, maxDepth: number): boolean {
    return this.impactPaths(a, new Set([b]), maxDepth).size > 0 || this.impactPaths(b, new Set([a]), maxDepth).size > 0;
  }

  private arcs(): Arc[] {
    return [...this.relationships.values()].flatMap((relationship) => {
      const { parentId, childId, type } = relationship;
      if (parentId === childId || !this.cis.has(parentId) || !this.cis.has(childId)) return [];
      const rule = RELATIONSHIP_TYPES[type].impact;
      const up: Arc = { from: childId, to: parentId, rule, relationship };
      const downwards: Arc = { from: parentId, to: childId, rule, relationship };
      if (rule === 'none') return [];
      if (rule === 'parent_to_child') return [downwards];
      return rule === 'both' ? [up, downwards] : [up];
    });
  }

  private group(arc: Arc, arcs: readonly Arc[]): Arc[] {
    return arcs.filter(
      ({ relationship, to }) => to === arc.to && relationship.type === arc.relationship.type && arc.rule !== 'both',
    );
  }

  private live(arc: Arc, down: ReadonlySet<string>): number {
    const children = new Set(this.group(arc, this.arcs()).map(({ from }) => from));
    return [...children].filter((child) => !down.has(child)).length;
  }

  private quorum(arc: Arc, arcs: readonly Arc[]): number {
    return Math.max(...this.group(arc, arcs).map(({ relationship }) => relationship.quorum ?? 1));
  }

  private reach(fromId: string, depth: number, arcs: readonly Arc[], forward: boolean): Map<string, string[]> {
    const paths = new Map<string, string[]>();
    if (!this.cis.has(fromId)) return paths;
    paths.set(fromId, [fromId]);
    for (let hop = 0, frontier = [fromId]; hop < depth && frontier.length > 0; hop++) {
      const next: string[] = [];
      for (const id of frontier) {
        for (const arc of arcs) {
          const [near, far] = forward ? [arc.from, arc.to] : [arc.to, arc.from];
          if (near !== id || paths.has(far)) continue;
          paths.set(far, [...(paths.get(id) ?? []), far]);
          next.push(far);
        }
      }
      frontier = next;
    }
    return paths;
  }

  private result(
    reach: ReadonlyMap<string, string[]>,
    options: ImpactOptions,
    arcs: readonly Arc[],
    forward: boolean,
    effectOf: (id: string) => Effect,
  ): ImpactResult {
    const items: ImpactItem[] = [];
    for (const [id, path] of reach) {
      const ci = this.cis.get(id);
      if (ci === undefined || path.length === 1) continue;
      items.push({
        ciId: id,
        ciName: ci.name,
        class: ci.class,
        distance: path.length - 1,
        path: path.map((step) => ({ ciId: step, ciName: this.cis.get(step)?.name ?? step })),
        effect: effectOf(id),
      });
    }
    items.sort(
      (a, b) =>
        a.distance - b.distance || EFFECTS.indexOf(a.effect) - EFFECTS.indexOf(b.effect) || (a.ciId < b.ciId ? -1 : 1),
    );
    const beyond = arcs.some((arc) => {
      const [near, far] = forward ? [arc.from, arc.to] : [arc.to, arc.from];
      return reach.has(near) && !reach.has(far);
    });
    return { items: items.slice(0, options.limit), truncated: items.length > options.limit || beyond };
  }
}
