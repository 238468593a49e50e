import { type ImpactRule, RELATIONSHIP_TYPES, RELATIONSHIP_TYPE_NAMES, isRelationshipType } from '@itops/contracts';

import { type GraphRelationship } from './model';

/**
 * What an arc does to the vertex at its end, as one integer: the lowest four bits are the kind, the rest is the quorum.
 * Kinds from FIRST_GROUP on are redundant; each redundant relationship type has its own, so that children are counted
 * apart for each type.
 */
export const HARD = 0;
export const AT_RISK = 1;
export const FIRST_GROUP = 2;
const KIND_BITS = 4;
const KIND_MASK = (1 << KIND_BITS) - 1;
const DEFAULT_QUORUM = 1;
const LARGEST_QUORUM = 2 ** 26;

const redundantTypes = RELATIONSHIP_TYPE_NAMES.filter(
  (name) => isRelationshipType(name) && RELATIONSHIP_TYPES[name].impact === 'child_to_parent_redundant',
);

/** How many redundant groups of children a vertex may have: one for each redundant type. */
export const GROUPS = redundantTypes.length;

export function kindOf(code: number): number {
  return code & KIND_MASK;
}

export function quorumOf(code: number): number {
  return code >> KIND_BITS;
}

/** The code of a relationship's arcs; of no meaning where its type carries no impact. */
export function codeOf({ type, quorum }: Pick<GraphRelationship, 'type' | 'quorum'>): number {
  const rule: ImpactRule = RELATIONSHIP_TYPES[type].impact;
  if (rule === 'child_to_parent_at_risk') return AT_RISK;
  if (rule !== 'child_to_parent_redundant') return HARD;
  const kind = FIRST_GROUP + redundantTypes.indexOf(type);
  const needed = quorum === null || !Number.isFinite(quorum) ? DEFAULT_QUORUM : quorum;
  return (Math.min(Math.max(Math.ceil(needed), 0), LARGEST_QUORUM) << KIND_BITS) | kind;
}

/** Which ways failure travels: up from child to parent, down from parent to child. */
export function directionsOf(type: GraphRelationship['type']): { readonly up: boolean; readonly down: boolean } {
  const rule: ImpactRule = RELATIONSHIP_TYPES[type].impact;
  return {
    up: rule !== 'none' && rule !== 'parent_to_child',
    down: rule === 'parent_to_child' || rule === 'both',
  };
}
