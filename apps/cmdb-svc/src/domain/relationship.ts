import {
  type DomainEvent,
  type RelationshipData,
  type RelationshipType,
  relationshipAdded,
  relationshipRemoved,
  RELATIONSHIP_TYPES,
} from '@itops/contracts';
import { type FieldError, InvalidInput, newId, mergePatch, sameJson } from '@itops/kit';

import { sizeErrors } from './class-catalogue';

export interface RelationshipState {
  readonly id: string;
  readonly version: number;
  readonly type: RelationshipType;
  readonly parentId: string;
  readonly childId: string;
  readonly attributes: Readonly<Record<string, unknown>>;
  /** Who reported it first; a source's complete report removes only its own. */
  readonly source: string;
  readonly createdAt: Date;
  readonly updatedAt: Date;
  readonly createdBy: string;
}

export interface NewRelationship {
  readonly type: RelationshipType;
  readonly parentId: string;
  readonly childId: string;
  readonly attributes?: Readonly<Record<string, unknown>>;
  readonly source: string;
}

const LARGEST_QUORUM = 10_000;

/** What is wrong with a relationship's attributes; `quorum` is the one that has a meaning. */
export function relationshipAttributeErrors(
  type: RelationshipType,
  attributes: Readonly<Record<string, unknown>>,
): FieldError[] {
  const errors = sizeErrors(attributes);
  const quorum = attributes['quorum'];
  const isCount = typeof quorum === 'number' && Number.isInteger(quorum) && quorum >= 1 && quorum <= LARGEST_QUORUM;
  if (quorum !== undefined && !isCount && RELATIONSHIP_TYPES[type].impact === 'child_to_parent_redundant') {
    errors.push({ pointer: '/attributes/quorum', reason: `must be a whole number from 1 to ${LARGEST_QUORUM}` });
  }
  return errors;
}

/** The quorum that its attributes name; null leaves it to the rule's default. */
export function quorumOf(attributes: Readonly<Record<string, unknown>>): number | null {
  const quorum = attributes['quorum'];
  return typeof quorum === 'number' ? quorum : null;
}

/** A typed, directed relationship between two configuration items. */
export class Relationship {
  /** The version in the database, which a save has to find there; 0 for a new one. */
  readonly savedVersion: number;

  constructor(
    private current: RelationshipState,
    isNew = false,
  ) {
    this.savedVersion = isNew ? 0 : current.version;
  }

  get state(): RelationshipState {
    return this.current;
  }

  /** @throws InvalidInput */
  static add(input: NewRelationship, now: Date, actor: string): { relationship: Relationship; events: DomainEvent[] } {
    const { type, parentId, childId, source } = input;
    if (parentId === childId) {
      throw new InvalidInput([{ pointer: '/child', reason: 'must be another configuration item than the parent' }]);
    }
    const attributes = mergePatch({}, input.attributes ?? {});
    refuse(relationshipAttributeErrors(type, attributes));
    const relationship = new Relationship(
      {
        id: newId(),
        version: 1,
        ...{ type, parentId, childId, attributes, source },
        ...{ createdAt: now, updatedAt: now, createdBy: actor },
      },
      true,
    );
    return { relationship, events: [relationshipAdded.of(relationship.current.id, 1, relationship.toData())] };
  }

  /** A merge patch of its attributes; nothing when it changes nothing. @throws InvalidInput */
  edit(patch: Readonly<Record<string, unknown>>, now: Date): DomainEvent[] {
    const attributes = mergePatch(this.current.attributes, patch);
    refuse(relationshipAttributeErrors(this.current.type, attributes));
    if (sameJson(attributes, this.current.attributes)) return [];
    this.current = { ...this.current, attributes, version: this.current.version + 1, updatedAt: now };
    return [relationshipAdded.of(this.current.id, this.current.version, this.toData())];
  }

  remove(now: Date): DomainEvent[] {
    this.current = { ...this.current, version: this.current.version + 1, updatedAt: now };
    return [relationshipRemoved.of(this.current.id, this.current.version, this.toData())];
  }

  toData(): RelationshipData {
    const { id, version, type, parentId, childId, attributes } = this.current;
    return { id, version, type, parentId, childId, attributes: { ...attributes } };
  }
}

function refuse(errors: readonly FieldError[]): void {
  if (errors.length > 0) throw new InvalidInput(errors);
}
