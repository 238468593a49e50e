import { Injectable } from '@nestjs/common';
import { type Cause, Clock, type ExpectedVersion, requireVersion } from '@itops/kit';

import { type Relationship } from '../../domain/relationship';
import { EstateChanges } from '../../graph/estate-changes';
import { RelationshipStore } from '../../persistence/relationship.store';
import { type UpdateRelationshipInput } from '../../resource/relationship.input';

@Injectable()
export class UpdateRelationship {
  constructor(
    private readonly changes: EstateChanges,
    private readonly store: RelationshipStore,
    private readonly clock: Clock,
  ) {}

  /** @throws NotFound, StaleVersion, InvalidInput */
  handle(
    cause: Cause,
    id: string,
    expected: ExpectedVersion,
    { attributes }: UpdateRelationshipInput,
  ): Promise<Relationship> {
    return this.changes.commit(cause, async (tx) => {
      const relationship = await this.store.loadOne(tx, id);
      requireVersion('relationship', expected, relationship.state.version);
      const before = relationship.toData();
      const events = relationship.edit(attributes, this.clock.now());
      await this.store.save(tx, [relationship]);
      const resource = { resourceType: 'relationship', resourceId: relationship.state.id };
      const audit = events.map(() => ({ action: 'update', ...resource, before, after: relationship.toData() }));
      return { result: relationship, events, audit };
    });
  }
}
