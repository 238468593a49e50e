import { Injectable } from '@nestjs/common';
import { type Cause, Clock } from '@itops/kit';

import { MANUAL } from '../../domain/ci';
import { RelationshipExists } from '../../domain/relationship.errors';
import { Relationship } from '../../domain/relationship';
import { EstateChanges } from '../../graph/estate-changes';
import { resolveCis } from '../../persistence/ci-reference.queries';
import { RelationshipStore } from '../../persistence/relationship.store';
import { type AddRelationshipInput, endsOf } from '../../resource/relationship.input';

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
        throw new RelationshipExists(existing.state.id);
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
