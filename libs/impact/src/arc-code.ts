import { type ImpactRule, RELATIONSHIP_TYPES, RELATIONSHIP_TYPE_NAMES, isRelationshipType } from '@itops/contracts';

import { type GraphRelationship } from './model';

/**
 * An arc is one integer: the vertex at its end, and in the lowest bits what it does to that vertex. Kinds from
 * FIRST_GROUP on are redundant; each redundant relationship type has its own, so that children are counted apart for
 * each type.
 */
export const HARD = 0;
export const AT_RISK = 1;
export const FIRST_GROUP = 2;
export const KIND_BITS = 3;
export const KIND_MASK = (1 << KIND_BITS) - 1;
const DEFAULT_QUORUM = 1;
const LARGEST_QUORUM = 2 ** 26;

const redundantTypes = RELATIONSHIP_TYPE_NAMES.filter(
  (name) => isRelationshipType(name) && RELATIONSHIP_TYPES[name].impact === 'child_to_parent_redundant',
);

/** How many redundant groups of children a vertex may have: one for each redundant type. */
export const GROUPS = redundantTypes.length;

export function kindOf(type: GraphRelationship['type']): number {
  const rule: ImpactRule = RELATIONSHIP_TYPES[type].impact;
  if (rule === 'child_to_parent_at_risk') return AT_RISK;
  return rule === 'child_to_parent_redundant' ? FIRST_GROUP + redundantTypes.indexOf(type) : HARD;
}

/** A whole number that the columns can hold. */
export function quorumOf({ quorum }: Pick<GraphRelationship, 'quorum'>): number {
  if (quorum === null || !Number.isFinite(quorum)) return DEFAULT_QUORUM;
  return Math.min(Math.max(Math.ceil(quorum), 0), LARGEST_QUORUM);
}

/** Which ways failure travels: up from child to parent, down from parent to child. */
export function directionsOf(type: GraphRelationship['type']): { readonly up: boolean; readonly down: boolean } {
  const rule: ImpactRule = RELATIONSHIP_TYPES[type].impact;
  return {
    up: rule !== 'none' && rule !== 'parent_to_child',
    down: rule === 'parent_to_child' || rule === 'both',
  };
}
