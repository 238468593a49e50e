import { Injectable } from '@nestjs/common';
import { type CiReference } from '@itops/contracts';
import { type Cause, Clock, Conflict, type FieldError, InvalidInput } from '@itops/kit';

import { MANUAL } from '../../domain/ci';
import { Relationship } from '../../domain/relationship';
import { EstateChanges } from '../../graph/estate-changes';
import { resolveCis } from '../../persistence/ci-reference.queries';
import { RelationshipStore } from '../../persistence/relationship.store';
import { type AddRelationshipInput } from './add-relationship.dto';

@Injectable()
export class AddRelationship {
  constructor(
    private readonly changes: EstateChanges,
    private readonly store: RelationshipStore,
    private readonly clock: Clock,
  ) {}

  /** @throws InvalidInput when an end is not known, Conflict when the two are related so already */
  handle(cause: Cause, input: AddRelationshipInput): Promise<Relationship> {
    const ends = endsOf(input);
    return this.changes.commit(cause, async (tx) => {
      const ids = await resolveCis(tx, ends);
      const [parentId = '', childId = ''] = [...ends.keys()].map((pointer) => ids.get(pointer));
      const { type, attributes = {} } = input;
      const [existing] = (await this.store.loadBetween(tx, [{ type, parentId, childId }])).values();
      if (existing !== undefined) {
        throw new RelationshipExists(`This relationship is there already: ${existing.state.id}`, existing.state.id);
      }
      const { relationship, events } = Relationship.add(
        { type, parentId, childId, attributes, source: MANUAL },
        this.clock.now(),
        cause.actor,
      );
      await this.store.save(tx, [relationship]);
      const { id } = relationship.state;
      const audit = [{ action: 'create', resourceType: 'relationship', resourceId: id, after: relationship.toData() }];
      return { result: relationship, events, audit };
    });
  }
}

/** Two items are related at most once by each type. */
class RelationshipExists extends Conflict {
  constructor(
    message: string,
    private readonly existingId: string,
  ) {
    super(message);
  }

  override details(): Record<string, unknown> {
    return { existingId: this.existingId };
  }
}

/** The parent's and then the child's reference, by the field that names it. @throws InvalidInput */
function endsOf({ parent, parentId, child, childId }: AddRelationshipInput): Map<string, CiReference> {
  const errors: FieldError[] = [];
  const ends = new Map<string, CiReference>();
  for (const [name, reference, id] of [
    ['/parent', parent, parentId],
    ['/child', child, childId],
  ] as const) {
    const given = reference ?? id;
    if (given === undefined) errors.push({ pointer: name, reason: 'is required' });
    else if (reference !== undefined && id !== undefined) {
      errors.push({ pointer: name, reason: `and ${name}Id name the same end; send one of them` });
    } else ends.set(reference === undefined ? `${name}Id` : name, given);
  }
  if (errors.length > 0) throw new InvalidInput(errors);
  return ends;
}
