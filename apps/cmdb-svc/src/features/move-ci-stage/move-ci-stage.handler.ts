import { Injectable } from '@nestjs/common';
import { type Cause, Clock, type ExpectedVersion, NotFound, requireVersion } from '@itops/kit';

import { type Ci } from '../../domain/ci';
import { stageLifecycle } from '../../domain/ci.lifecycle';
import { EstateChanges } from '../../graph/estate-changes';
import { CiStore } from '../../persistence/ci.store';
import { ConditionStore } from '../../persistence/condition.store';

@Injectable()
export class MoveCiStage {
  constructor(
    private readonly changes: EstateChanges,
    private readonly store: CiStore,
    private readonly conditions: ConditionStore,
    private readonly clock: Clock,
  ) {}

  /** @throws NotFound, StaleVersion, IllegalTransition */
  handle(
    cause: Cause,
    { id, action, reason }: { id: string; action: string; reason: string | undefined },
    expected: ExpectedVersion,
  ): Promise<Ci> {
    if (!stageLifecycle.isAction(action)) throw new NotFound('action of a configuration item', action);
    return this.changes.commit(cause, async (tx) => {
      const ci = await this.store.loadOne(tx, id);
      requireVersion('configuration item', expected, ci.state.version);
      const before = ci.toData();
      const now = this.clock.now();
      const moved = ci.move(action, now);
      const events = [...moved, ...(before.stage === 'retired' ? await this.conditions.refresh(tx, [ci], now) : [])];
      await this.store.save(tx, [ci]);
      const resource = { resourceType: 'ci', resourceId: ci.state.id };
      const audit = [{ action, ...resource, before, after: ci.toData(), ...(reason === undefined ? {} : { reason }) }];
      return { result: ci, events, audit };
    });
  }
}
