import { type ImpactGraph } from '@itops/impact';

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
 *    every item that alerts in the incident*. This is what makes an alert storm one incident in whatever order it
 *    arrives: thirty items below a broken switch cannot reach each other, and the switch's own alert may come last or
 *    never; but all of them can be explained by it.
 *
 * and the alert began within `windowMs` of the incident's signals, by the senders' times.
 *
 * An incident without alerts (opened by a person or for a forecast) is joined by rule 1 only: nothing yet says what it
 * has to do with other items.
 *
 * **Hubs.** Two faults whose only link is a consumer of both stay two: what both merely *affect* is no cause, so neither
 * rule 2 nor rule 3 holds between them. The alert on that consumer belongs to either of them by rule 2 and joins the
 * older; it does not glue them together, because the second fault would have to reach every item of the incident or its
 * origin. Two faults below one shared cause (one switch, one hypervisor) within the window do become one: at that moment
 * the shared cause is the simpler story, and people can tell them apart later.
 *
 * Where several incidents fit equally, the oldest takes the alert and its timeline names the others; they are not merged.
 */
export class Correlation {
  private readonly causes = new Map<string, ReadonlyMap<string, number>>();
  private readonly deepCauses = new Map<string, ReadonlyMap<string, number>>();
  private readonly shared = new WeakMap<FaultCase, { items: number; causes: Set<string> }>();

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

  /** The incident that the alert joins, and those that it would have fitted as well. */
  place(alert: { readonly ciId: string; readonly startedAt: Date }, cases: Iterable<FaultCase>): Placement | null {
    const fitting = [...cases]
      .filter((candidate) => this.isInWindow(alert.startedAt, candidate))
      .map((candidate) => ({ candidate, link: this.linkOf(alert.ciId, candidate) }))
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

  private linkOf(ciId: string, candidate: FaultCase): Link | null {
    const { originId } = candidate;
    if (originId === ciId || candidate.alertsOn(ciId)) return { rule: 'same-item', viaId: ciId };
    if (!candidate.hasAlerts || originId === null) return null;
    const causes = this.causesOf(ciId);
    if (causes.has(originId)) return { rule: 'impact-path', viaId: originId };
    if (this.causesOf(originId).has(ciId)) return { rule: 'impact-path', viaId: originId };
    const shared = this.sharedCauses(candidate);
    for (const cause of causes.keys()) if (shared.has(cause)) return { rule: 'shared-cause', viaId: cause };
    return null;
  }

  /** What alone could explain every alert of the incident. Only shrinks while items join, so it is kept. */
  private sharedCauses(candidate: FaultCase): ReadonlySet<string> {
    const items = candidate.alertingCis;
    const kept = this.shared.get(candidate);
    let causes = kept?.causes ?? new Set(this.causesOf(items[0] ?? '').keys());
    for (const ciId of items.slice(kept?.items ?? 1)) {
      const others = this.causesOf(ciId);
      causes = new Set([...causes].filter((cause) => others.has(cause)));
    }
    this.shared.set(candidate, { items: items.length, causes });
    return causes;
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
}

export type CorrelationRule = 'same-item' | 'impact-path' | 'shared-cause';

/** Why an alert belongs to an incident: the rule, and the item by which it holds. */
export interface Link {
  readonly rule: CorrelationRule;
  readonly viaId: string;
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

const RULES: readonly CorrelationRule[] = ['same-item', 'impact-path', 'shared-cause'];

/** An origin may be farther from the last item of its fault than an alert from the incident that it joins. */
const ORIGIN_DEPTH = 3;
const MOST_CAUSES = 2_000;
const MOST_NEIGHBOURS = 5_000;
/** A fault of more items than this keeps the origin that it has found by then. */
const MOST_ORIGINS = 200;

function hasCi(item: AlertingItem): item is AlertingItem & { readonly ciId: string } {
  return item.ciId !== null;
}

function bestFirst(one: Fit, other: Fit): number {
  return (
    RULES.indexOf(one.link.rule) - RULES.indexOf(other.link.rule) ||
    one.candidate.openedAt.getTime() - other.candidate.openedAt.getTime() ||
    (one.candidate.incidentId < other.candidate.incidentId ? -1 : 1)
  );
}
