import { type RelationshipType } from '@itops/contracts';

export interface GraphCi {
  readonly id: string;
  readonly name: string;
  readonly class: string;
}

export interface GraphRelationship {
  readonly id: string;
  readonly type: RelationshipType;
  readonly parentId: string;
  readonly childId: string;
  /** How many redundant children of this type the parent needs; null takes the default, 1. */
  readonly quorum: number | null;
}

/** From worst to mildest. */
export const EFFECTS = ['down', 'degraded', 'at_risk'] as const;
export type Effect = (typeof EFFECTS)[number];

export interface PathStep {
  readonly ciId: string;
  readonly ciName: string;
}

export interface ImpactItem {
  readonly ciId: string;
  readonly ciName: string;
  readonly class: string;
  /** Hops from the CI that was asked about: the fewest over all ways. */
  readonly distance: number;
  /** One shortest way, from the CI that was asked about to this one, both included. */
  readonly path: PathStep[];
  /** The worst over all ways. */
  readonly effect: Effect;
}

export interface ImpactOptions {
  /** Most hops. */
  readonly depth: number;
  /** Most items in the answer. */
  readonly limit: number;
}

export interface ImpactResult {
  /** Nearest first, then worst first, then as the CIs became known to the graph. */
  readonly items: ImpactItem[];
  /** Whether there is more than was asked for: beyond `limit`, or beyond `depth`. */
  readonly truncated: boolean;
}
