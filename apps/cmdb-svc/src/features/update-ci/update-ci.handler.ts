import { Injectable } from '@nestjs/common';
import { type Cause, Clock, type ExpectedVersion, requireVersion } from '@itops/kit';

import { type Ci, type CiEdit } from '../../domain/ci';
import { ClassCatalogue } from '../../domain/class-catalogue';
import { EstateChanges } from '../../graph/estate-changes';
import { CiStore } from '../../persistence/ci.store';
import { ConditionStore } from '../../persistence/condition.store';

@Injectable()
export class UpdateCi {
  constructor(
    private readonly changes: EstateChanges,
    private readonly store: CiStore,
    private readonly conditions: ConditionStore,
    private readonly catalogue: ClassCatalogue,
    private readonly clock: Clock,
  ) {}

  /** @throws NotFound, StaleVersion, InvalidInput, IllegalTransition */
  handle(cause: Cause, id: string, expected: ExpectedVersion, edit: CiEdit): Promise<Ci> {
    return this.changes.commit(cause, async (tx) => {
      const ci = await this.store.loadOne(tx, id);
      requireVersion('configuration item', expected, ci.state.version);
      const before = ci.toData();
      const now = this.clock.now();
      const edited = ci.edit(this.catalogue, edit, now);
      const events = [...edited, ...(before.stage === 'retired' ? await this.conditions.refresh(tx, [ci], now) : [])];
      await this.store.save(tx, [ci]);
      const audit =
        events.length === 0
          ? []
          : [{ action: 'update', resourceType: 'ci', resourceId: ci.state.id, before, after: ci.toData() }];
      return { result: ci, events, audit };
    });
  }
}
