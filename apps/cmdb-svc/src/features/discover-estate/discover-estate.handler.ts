import { Injectable } from '@nestjs/common';
import { DiscoveryIn, isValid, validationErrors } from '@itops/contracts';
import { type Cause, InvalidInput } from '@itops/kit';
import { type Tx } from '@itops/messaging';

import { type Done, EstateChanges } from '../../graph/estate-changes';
import { DiscoveryQueries } from '../../persistence/discovery.queries';
import { type DiscoveryAnswer } from './discovery-answer';
import { ReconcileItems } from './reconcile-items';
import { ReconcileRelationships } from './reconcile-relationships';

/** Takes over what a source found. The same discovery again, whole or in parts, writes nothing and tells nobody. */
@Injectable()
export class DiscoverEstate {
  constructor(
    private readonly changes: EstateChanges,
    private readonly queries: DiscoveryQueries,
    private readonly items: ReconcileItems,
    private readonly relationships: ReconcileRelationships,
  ) {}

  /** @throws InvalidInput when the body as a whole can't be understood */
  handle(cause: Cause, body: unknown): Promise<DiscoveryAnswer> {
    if (!isValid(DiscoveryIn, body)) throw new InvalidInput(validationErrors(DiscoveryIn, body));
    return this.changes.commit(cause, (tx) => this.reconcile(tx, body, cause));
  }

  /** Saves what is new; the caller publishes the events and writes the audit. */
  async reconcile(tx: Tx, discovery: DiscoveryIn, { actor }: Cause): Promise<Done<DiscoveryAnswer>> {
    await this.queries.lockSource(tx, discovery.source);
    const items = await this.items.handle(tx, discovery, actor);
    const relationships = await this.relationships.handle(tx, discovery, items.ciIds, actor);
    const count = (outcome: string) => items.items.filter((item) => item.outcome === outcome).length;
    return {
      result: {
        created: count('created'),
        updated: count('updated'),
        unchanged: count('unchanged'),
        retired: items.retired,
        relationships: relationships.counts,
        rejected: [...items.rejected, ...relationships.rejected],
        items: [...items.items],
      },
      events: [...items.events, ...relationships.events],
      audit: [...items.audit, ...relationships.audit],
    };
  }
}
