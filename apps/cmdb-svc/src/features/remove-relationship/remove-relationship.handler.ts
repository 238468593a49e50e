import { Injectable } from '@nestjs/common';
import { type Cause, Clock, type ExpectedVersion, requireVersion } from '@itops/kit';

import { EstateChanges } from '../../graph/estate-changes';
import { RelationshipStore } from '../../persistence/relationship.store';

@Injectable()
export class RemoveRelationship {
  constructor(
    private readonly changes: EstateChanges,
    private readonly store: RelationshipStore,
    private readonly clock: Clock,
  ) {}

  /** @throws NotFound, StaleVersion */
  handle(cause: Cause, id: string, expected: ExpectedVersion): Promise<void> {
    return this.changes.commit(cause, async (tx) => {
      const relationship = await this.store.loadOne(tx, id);
      requireVersion('relationship', expected, relationship.state.version);
      const before = relationship.toData();
      const events = relationship.remove(this.clock.now());
      await this.store.remove(tx, [relationship]);
      const audit = [{ action: 'remove', resourceType: 'relationship', resourceId: before.id, before }];
      return { result: undefined, events, audit };
    });
  }
}
