import { Injectable } from '@nestjs/common';
import { Clock, isRecord } from '@itops/kit';
import { type ConsumedEvent, type Tx } from '@itops/messaging';

import { CiStore } from '../../persistence/ci.store';
import { conditionReadModel, type Touched } from '../../persistence/condition.read-model';
import { ConditionStore } from '../../persistence/condition.store';

@Injectable()
export class FollowConditions {
  constructor(
    private readonly cis: CiStore,
    private readonly conditions: ConditionStore,
    private readonly clock: Clock,
  ) {}

  async handle(tx: Tx, events: readonly ConsumedEvent[]): Promise<void> {
    const touched = await conditionReadModel.project(tx, events);
    if (touched.length > 0) await this.react(tx, events, touched);
  }

  /** Lets the items take the status that follows, and tells of it. */
  private async react(tx: Tx, events: readonly ConsumedEvent[], touched: readonly Touched[]): Promise<void> {
    const causes = new Map(events.map(({ data, cause }) => [isRecord(data) ? data['id'] : undefined, cause]));
    const causeOfCi = new Map(touched.map(({ ciId, refId }) => [ciId, causes.get(refId) ?? tx.cause]));
    const cis = [...(await this.cis.load(tx, causeOfCi.keys())).values()];
    const moved = await this.conditions.refresh(tx, cis, this.clock.now());
    await this.cis.save(tx, cis);
    // One insert for each cause: what follows from one incident must carry that incident's correlation.
    const byCause = Map.groupBy(moved, ({ aggregateId }) => causeOfCi.get(aggregateId) ?? tx.cause);
    for (const [cause, statusEvents] of byCause) {
      await tx.publish(statusEvents, cause);
      await tx.audit(
        statusEvents.map(({ aggregateId, data }) => ({
          action: 'follow-conditions',
          resourceType: 'ci',
          resourceId: aggregateId,
          after: data,
        })),
        cause,
      );
    }
  }
}
