import { type ImpactGraph, type ImpactOptions, type ImpactResult } from '@itops/impact';

import { type AlertingItem, type FaultCase } from './fault-case';

/**
 * Which incident does an alert belong to?
 *
 * **An incident is one fault.** So an alert joins an open incident when one of these holds, the first that does:
 *
 * 1. `same-item`: the incident is about the alert's item, or has an alert on it.
 * 2. `impact-path`: the alert's item and the incident's likely origin lie on one impact path of at most `hops` hops,
 *    in either direction: one of them can take the other down.
 * 3. `shared-cause`: there is one CI, alerting or not, whose failure reaches within `hops` hops the alert's item *and
 *    every item that alerts in the incident* (in one part of it, see below). This is what makes an alert storm one incident in whatever order it
 *    arrives: thirty items below a broken switch cannot reach each other, and the switch's own alert may come last or
 *    never; but all of them can be explained by it.
 *
 * 4. `neighbour`: the alert's item and one that alerts in the incident both directly hit the same CI, one hop along the
 *    direction of impact, and the two began within `neighbourWindowMs` of each other. Real estates are drawn
 *    incompletely: a load balancer and the service behind it, or a service and the outside address that it calls, often
 *    share nothing but the consumer that calls both.
 *
 * and the alert began within `windowMs` of the incident's signals, by the senders' times.
 *
 * An incident without alerts (opened by a person or for a forecast) is joined by rule 1 only: nothing yet says what it
 * has to do with other items.
 *
 * **Parts.** What joined by rule 4 has no cause in common with the rest that the graph knows of. So the items of an
 * incident fall into parts, each of which one CI could explain, and rule 3 asks for a cause of one part and the alert:
 * else the first neighbour would keep everything out that belongs to the storm.
 *
 * **What is taken for one though it is two.** Two faults below one shared cause (one switch, one hypervisor) within the
 * window become one: at that moment the shared cause is the simpler story. A consumer that two faults merely *affect* is
 * no cause, so rules 2 and 3 never join two faults by it: the alert on that consumer belongs to either by rule 2, joins
 * the older, and does not glue them together. Rule 4 gives this up where topology and time agree: two independent faults
 * whose items have a direct consumer in common, and that begin within `neighbourWindowMs`, become one incident. The
 * incident's timeline says by what each alert joined, so a person can see it. Later than that they stay two.
 *
 * Where several incidents fit equally, the oldest takes the alert and its timeline names the others; they are not merged.
 */
export class Correlation {
  private readonly causes = new Map<string, ReadonlyMap<string, number>>();
  private readonly deepCauses = new Map<string, ReadonlyMap<string, number>>();
  private readonly consumers = new Map<string, ReadonlySet<string>>();
  private readonly providers = new Map<string, ReadonlySet<string>>();
  private readonly parts = new WeakMap<FaultCase, { items: number; parts: ReadonlySet<string>[] }>();

  constructor(
    private readonly graph: ImpactGraph,
    private readonly options: CorrelationOptions,
  ) {}

  /** Whatever could make this item alert, itself first: id → hops. */
  causesOf(ciId: string): ReadonlyMap<string, number> {
    return this.upstream(this.causes, ciId, this.options.hops);
  }

  /** Where the origin of an incident can be that an alert on one of these items could join. */
  nearby(ciIds: Iterable<string>): Set<string> {
    const found = new Set<string>();
    const causes = new Set<string>();
    for (const ciId of ciIds) for (const cause of this.causesOf(ciId).keys()) causes.add(cause);
    for (const cause of causes) {
      found.add(cause);
      const { items } = this.graph.affected(cause, { depth: this.options.hops, limit: MOST_NEIGHBOURS });
      for (const item of items) found.add(item.ciId);
    }
    return found;
  }

  /** What directly hits a CI that one of these items directly hits; an incident can have an alert on it. */
  beside(ciIds: Iterable<string>): Set<string> {
    const consumers = new Set<string>();
    for (const ciId of ciIds) for (const consumer of this.consumersOf(ciId)) consumers.add(consumer);
    const found = new Set<string>();
    for (const consumer of consumers) for (const provider of this.providersOf(consumer)) found.add(provider);
    return found;
  }

  /** The incident that the alert joins, and those that it would have fitted as well. */
  place(alert: Beginning, cases: Iterable<FaultCase>): Placement | null {
    const fitting = [...cases]
      .filter((candidate) => this.isInWindow(alert.startedAt, candidate))
      .map((candidate) => ({ candidate, link: this.linkOf(alert, candidate) }))
      .filter((fit): fit is Fit => fit.link !== null)
      .sort(bestFirst);
    const [best, ...rest] = fitting;
    if (best === undefined) return null;
    return {
      chosen: best.candidate,
      link: best.link,
      alsoFitting: rest.map(({ candidate }) => candidate),
    };
  }

  /**
   * The alerting item that reaches most of the others along the direction of impact; of equals the one that alerted
   * first. Null when no alerting item is known.
   */
  originOf(items: readonly AlertingItem[]): string | null {
    const known = items.filter(hasCi).slice(0, MOST_ORIGINS);
    let best: { ciId: string; reached: number; firstAt: Date } | null = null;
    for (const { ciId, firstAt } of known) {
      const reached = known.filter((other) => this.canExplain(ciId, other.ciId)).length;
      const isBetter = best === null || reached > best.reached || (reached === best.reached && firstAt < best.firstAt);
      if (isBetter) best = { ciId, reached, firstAt };
    }
    return best?.ciId ?? null;
  }

  private isInWindow(startedAt: Date, { firstSignalAt, lastSignalAt, openedAt }: FaultCase): boolean {
    const from = (firstSignalAt ?? openedAt).getTime() - this.options.windowMs;
    const to = (lastSignalAt ?? openedAt).getTime() + this.options.windowMs;
    return startedAt.getTime() >= from && startedAt.getTime() <= to;
  }

  private linkOf(alert: Beginning, candidate: FaultCase): Link | null {
    const { ciId } = alert;
    const { originId } = candidate;
    if (originId === ciId || candidate.alertsOn(ciId)) return { rule: 'same-item', viaId: ciId };
    if (!candidate.hasAlerts || originId === null) return null;
    const causes = this.causesOf(ciId);
    if (causes.has(originId)) return { rule: 'impact-path', viaId: originId };
    if (this.causesOf(originId).has(ciId)) return { rule: 'impact-path', viaId: originId };
    const parts = this.partsOf(candidate);
    for (const cause of causes.keys()) {
      if (parts.some((part) => part.has(cause))) return { rule: 'shared-cause', viaId: cause };
    }
    return this.neighbourIn(candidate, alert);
  }

  /** Of the items of the incident that hit what this one hits, the one whose alert began nearest to this. */
  private neighbourIn(candidate: FaultCase, { ciId, startedAt }: Beginning): NeighbourLink | null {
    if (this.options.neighbourWindowMs <= 0) return null;
    const consumers = this.consumersOf(ciId);
    let nearest: NeighbourLink | null = null;
    for (const { ciId: besideId, firstAt } of candidate.items.filter(hasCi)) {
      const apartMs = Math.abs(startedAt.getTime() - firstAt.getTime());
      if (apartMs > this.options.neighbourWindowMs || apartMs >= (nearest?.apartMs ?? Infinity)) continue;
      const viaId = firstShared(consumers, this.consumersOf(besideId));
      if (viaId !== null) nearest = { rule: 'neighbour', viaId, besideId, apartMs };
    }
    return nearest;
  }

  private consumersOf(ciId: string): ReadonlySet<string> {
    return this.adjacent(this.consumers, ciId, (options) => this.graph.affected(ciId, options));
  }

  private providersOf(ciId: string): ReadonlySet<string> {
    return this.adjacent(this.providers, ciId, (options) => this.graph.dependencies(ciId, options));
  }

  private adjacent(
    memory: Map<string, ReadonlySet<string>>,
    ciId: string,
    search: (options: ImpactOptions) => ImpactResult,
  ): ReadonlySet<string> {
    const kept = memory.get(ciId);
    if (kept !== undefined) return kept;
    const { items } = search({ depth: 1, limit: MOST_NEIGHBOURS });
    const found = new Set(items.map((item) => item.ciId));
    memory.set(ciId, found);
    return found;
  }

  /**
   * For each part of the incident, what alone could explain all of its items. An item belongs to the first part that it
   * has a cause in common with. A part's causes only shrink while items join, so they are kept.
   */
  private partsOf(candidate: FaultCase): readonly ReadonlySet<string>[] {
    const items = candidate.alertingCis;
    const kept = this.parts.get(candidate) ?? { items: 0, parts: [] };
    const parts = [...kept.parts];
    for (const ciId of items.slice(kept.items)) {
      const causes = this.causesOf(ciId);
      const at = parts.findIndex((part) => [...causes.keys()].some((cause) => part.has(cause)));
      const part = parts[at] ?? new Set(causes.keys());
      parts[at === -1 ? parts.length : at] = new Set([...part].filter((cause) => causes.has(cause)));
    }
    this.parts.set(candidate, { items: items.length, parts });
    return parts;
  }

  private canExplain(cause: string, ciId: string): boolean {
    return this.upstream(this.deepCauses, ciId, this.options.hops * ORIGIN_DEPTH).has(cause);
  }

  private upstream(
    memory: Map<string, ReadonlyMap<string, number>>,
    ciId: string,
    depth: number,
  ): ReadonlyMap<string, number> {
    const kept = memory.get(ciId);
    if (kept !== undefined) return kept;
    const { items } = this.graph.dependencies(ciId, { depth, limit: MOST_CAUSES });
    const causes = new Map([[ciId, 0], ...items.map((item): [string, number] => [item.ciId, item.distance])]);
    memory.set(ciId, causes);
    return causes;
  }
}

export interface CorrelationOptions {
  /** The longest impact path that connects an alert and an incident. */
  readonly hops: number;
  /** How far an alert's beginning may be from the incident's signals. */
  readonly windowMs: number;
  /** How far apart the alerts of two items may begin that share a direct consumer; 0 switches that rule off. */
  readonly neighbourWindowMs: number;
}

export type CorrelationRule = 'same-item' | 'impact-path' | 'shared-cause' | 'neighbour';

/** Why an alert belongs to an incident: the rule, and the item by which it holds. */
export type Link = { readonly rule: Exclude<CorrelationRule, 'neighbour'>; readonly viaId: string } | NeighbourLink;

/** `viaId` is what both items hit, `besideId` the incident's one of the two. */
export interface NeighbourLink {
  readonly rule: 'neighbour';
  readonly viaId: string;
  readonly besideId: string;
  /** How long apart the two began, in milliseconds. */
  readonly apartMs: number;
}

/** Where and when an alert began. */
interface Beginning {
  readonly ciId: string;
  readonly startedAt: Date;
}

export interface Placement {
  readonly chosen: FaultCase;
  readonly link: Link;
  readonly alsoFitting: readonly FaultCase[];
}

interface Fit {
  readonly candidate: FaultCase;
  readonly link: Link;
}

const RULES: readonly CorrelationRule[] = ['same-item', 'impact-path', 'shared-cause', 'neighbour'];

/** An origin may be farther from the last item of its fault than an alert from the incident that it joins. */
const ORIGIN_DEPTH = 3;
const MOST_CAUSES = 2_000;
const MOST_NEIGHBOURS = 5_000;
/** A fault of more items than this keeps the origin that it has found by then. */
const MOST_ORIGINS = 200;

function hasCi(item: AlertingItem): item is AlertingItem & { readonly ciId: string } {
  return item.ciId !== null;
}

function firstShared(some: ReadonlySet<string>, others: ReadonlySet<string>): string | null {
  for (const id of some) if (others.has(id)) return id;
  return null;
}

function bestFirst(one: Fit, other: Fit): number {
  return (
    RULES.indexOf(one.link.rule) - RULES.indexOf(other.link.rule) ||
    one.candidate.openedAt.getTime() - other.candidate.openedAt.getTime() ||
    (one.candidate.incidentId < other.candidate.incidentId ? -1 : 1)
  );
}
