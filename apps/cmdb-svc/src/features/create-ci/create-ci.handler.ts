import { Injectable } from '@nestjs/common';
import { type Cause, Clock } from '@itops/kit';

import { Ci, type NewCi } from '../../domain/ci';
import { ClassCatalogue } from '../../domain/class-catalogue';
import { requireFree } from '../../domain/external-ids';
import { EstateChanges } from '../../graph/estate-changes';
import { CiStore } from '../../persistence/ci.store';
import { takenIds } from '../../persistence/external-id.queries';

@Injectable()
export class CreateCi {
  constructor(
    private readonly changes: EstateChanges,
    private readonly store: CiStore,
    private readonly catalogue: ClassCatalogue,
    private readonly clock: Clock,
  ) {}

  /** @throws InvalidInput, Conflict when a source's id is another CI's already */
  handle(cause: Cause, input: NewCi): Promise<Ci> {
    return this.changes.commit(cause, async (tx) => {
      requireFree(input.externalIds ?? [], await takenIds(tx, input.externalIds ?? []));
      const { ci, events } = Ci.create(this.catalogue, input, this.clock.now(), cause.actor);
      await this.store.save(tx, [ci]);
      const audit = [{ action: 'create', resourceType: 'ci', resourceId: ci.state.id, after: ci.toData() }];
      return { result: ci, events, audit };
    });
  }
}
