import { type CiData, type CiReference } from '@itops/contracts';
import { Clock } from '@itops/kit';
import { type ConsumedEvent, type Tx } from '@itops/messaging';
import { Injectable } from '@nestjs/common';

import { deedOf } from '../../casework/change-desk';
import { auditOf } from '../../persistence/change.audit';
import { ChangeStore } from '../../persistence/change.store';
import { publishSteps } from '../../persistence/publish-steps';
import { estateReadModel, type KnownCi } from '../../persistence/estate.read-model';
import { EstateStore } from '../../persistence/estate.store';

@Injectable()
export class FollowEstateHandler {
  constructor(
    private readonly changes: ChangeStore,
    private readonly estate: EstateStore,
    private readonly clock: Clock,
  ) {}

  /** Keeps the CIs, and links the changes that have waited for one of them. */
  async follow(tx: Tx, events: readonly ConsumedEvent[]): Promise<void> {
    await this.estate.announce(tx);
    const cis = await estateReadModel.project(tx, events);
    if (cis.length > 0) await this.react(tx, cis);
  }

  private async react(tx: Tx, cis: readonly KnownCi[]): Promise<void> {
    const waiting = await this.changes.loadByUnresolvedCi(tx, cis.flatMap(referencesTo));
    const matches = await this.estate.resolve(
      tx,
      waiting.flatMap(({ details }) => details.unresolvedCi ?? []),
    );
    const causes = new Map(cis.map(({ id, cause }) => [id, cause]));
    const linked = waiting.flatMap((change, index) => {
      const match = matches[index];
      if (match?.kind !== 'one') return [];
      const cause = causes.get(match.ciId) ?? tx.cause;
      const events = change.linkCi(match.ciId, deedOf(cause, this.clock.now()));
      return [{ change, step: { cause, events, audit: auditOf(change) } }];
    });
    await this.changes.save(
      tx,
      linked.map(({ change }) => change),
    );
    await publishSteps(
      tx,
      linked.map(({ step }) => step),
    );
  }
}

/** Every way in which a request may name this CI. */
function referencesTo(ci: CiData): CiReference[] {
  return [ci.id, ci.name, ...ci.externalIds.map(({ source, externalId }) => ({ source, externalId }))];
}
