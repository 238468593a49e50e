/** How a failure travels along a relationship, read as parent::child. */
export type ImpactRule =
  /** The child's failure takes the parent down. */
  | 'child_to_parent'
  /** The parent's failure takes the child down. */
  | 'parent_to_child'
  | 'both'
  /** Child to parent, but the parent lives on, degraded, while at least `attributes.quorum` children live. */
  | 'child_to_parent_redundant'
  /** The child's failure leaves the parent at risk. */
  | 'child_to_parent_at_risk'
  | 'none';

/** Every type of relationship: how it reads from the parent and from the child, and how impact travels. */
export const RELATIONSHIP_TYPES = {
  'Depends on': { inverse: 'Used by', impact: 'child_to_parent' },
  'Runs on': { inverse: 'Runs', impact: 'child_to_parent' },
  'Hosted on': { inverse: 'Hosts', impact: 'child_to_parent' },
  Contains: { inverse: 'Contained by', impact: 'parent_to_child' },
  'Connects to': { inverse: 'Connected by', impact: 'both' },
  'Cluster of': { inverse: 'Cluster', impact: 'child_to_parent_redundant' },
  Members: { inverse: 'Member of', impact: 'child_to_parent_redundant' },
  'Virtualized by': { inverse: 'Virtualizes', impact: 'child_to_parent' },
  Provides: { inverse: 'Provided by', impact: 'parent_to_child' },
  'Protected by': { inverse: 'Protects', impact: 'child_to_parent_at_risk' },
  'Replicates to': { inverse: 'Replicated by', impact: 'none' },
  'Managed by': { inverse: 'Manages', impact: 'none' },
} as const satisfies Record<string, { inverse: string; impact: ImpactRule }>;

export type RelationshipType = keyof typeof RELATIONSHIP_TYPES;

export function isRelationshipType(text: string): text is RelationshipType {
  return Object.hasOwn(RELATIONSHIP_TYPES, text);
}

export const RELATIONSHIP_TYPE_NAMES: readonly string[] = Object.keys(RELATIONSHIP_TYPES);
