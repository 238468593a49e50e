import { Injectable } from '@nestjs/common';
import {
  type DiscoveryIn,
  type DiscoveryRelationshipIn,
  type DomainEvent,
  isRelationshipType,
  type RelationshipType,
} from '@itops/contracts';
import { Clock, InvalidInput } from '@itops/kit';
import { type AuditEntry, type Tx } from '@itops/messaging';

import { Relationship } from '../../domain/relationship';
import { DiscoveryQueries } from '../../persistence/discovery.queries';
import { relationshipKey, RelationshipStore } from '../../persistence/relationship.store';
import { rejection, type RejectedEntry, type RelationshipCounts } from './discovery-answer';

export interface ReconciledRelationships {
  readonly counts: RelationshipCounts;
  readonly rejected: readonly RejectedEntry[];
  readonly events: readonly DomainEvent[];
  readonly audit: readonly AuditEntry[];
}

interface Resolved {
  readonly index: number;
  readonly type: RelationshipType;
  readonly parentId: string;
  readonly childId: string;
  readonly attributes: Readonly<Record<string, unknown>>;
}

/** Adds what a source reports between its items, and removes what its complete report no longer has. */
@Injectable()
export class ReconcileRelationships {
  constructor(
    private readonly store: RelationshipStore,
    private readonly queries: DiscoveryQueries,
    private readonly clock: Clock,
  ) {}

  /** @param taken the CI of each external id that the same discovery has just reported. */
  async handle(
    tx: Tx,
    { source, relationships = [], full = false }: DiscoveryIn,
    taken: ReadonlyMap<string, string>,
    actor: string,
  ): Promise<ReconciledRelationships> {
    const now = this.clock.now();
    const rejected: RejectedEntry[] = [];
    const resolved = await this.resolve(tx, source, relationships, taken, rejected);
    const known = await this.store.loadBetween(tx, resolved);
    const before = new Map([...known.values()].map((relationship) => [relationship, relationship.toData()]));
    const named = new Set<string>();
    const events: DomainEvent[] = [];
    for (const { index, ...input } of resolved) {
      const key = relationshipKey(input);
      try {
        const found = known.get(key);
        if (found !== undefined) events.push(...found.edit(input.attributes, now));
        else {
          const added = Relationship.add({ ...input, source }, now, actor);
          known.set(key, added.relationship);
          events.push(...added.events);
        }
      } catch (error) {
        if (!(error instanceof InvalidInput)) throw error;
        rejected.push(
          ...error.errors.slice(0, 1).map(({ pointer, reason }) => rejection('relationships', index, pointer, reason)),
        );
      }
      named.add(key);
    }
    const gone = full
      ? [...(await this.store.loadOfSource(tx, source))].flatMap(([key, relationship]) =>
          named.has(key) ? [] : [relationship],
        )
      : [];
    for (const relationship of gone) before.set(relationship, relationship.toData());
    await this.store.save(tx, [...known.values()]);
    const created = [...known.values()].filter(({ savedVersion }) => savedVersion === 0);
    const changed = [...known.values()].filter(
      ({ savedVersion, state }) => savedVersion > 0 && savedVersion < state.version,
    );
    const removed = gone.flatMap((relationship) => relationship.remove(now));
    await this.store.remove(tx, gone);
    const audited = (action: string, list: readonly Relationship[]) =>
      list.map((relationship) => ({
        action,
        resourceType: 'relationship',
        resourceId: relationship.state.id,
        before: before.get(relationship),
        ...(action === 'remove' ? {} : { after: relationship.toData() }),
      }));
    return {
      counts: {
        created: created.length,
        updated: changed.length,
        unchanged: known.size - created.length - changed.length,
        removed: gone.length,
      },
      rejected,
      events: [...events, ...removed],
      audit: [...audited('discover', [...created, ...changed]), ...audited('remove', gone)],
    };
  }

  private async resolve(
    tx: Tx,
    source: string,
    relationships: readonly DiscoveryRelationshipIn[],
    taken: ReadonlyMap<string, string>,
    rejected: RejectedEntry[],
  ): Promise<Resolved[]> {
    const ends = new Set(relationships.flatMap(({ parent, child }) => [parent.externalId, child.externalId]));
    const others = await this.queries.ciIdsOf(
      tx,
      source,
      [...ends].filter((externalId) => !taken.has(externalId)),
    );
    const idOf = (externalId: string) => taken.get(externalId) ?? others.get(externalId);
    return relationships.flatMap(({ type, parent, child, attributes = {} }, index) => {
      const parentId = idOf(parent.externalId);
      const childId = idOf(child.externalId);
      if (parentId !== undefined && childId !== undefined && isRelationshipType(type)) {
        return [{ index, type, parentId, childId, attributes }];
      }
      const [end, externalId] = parentId === undefined ? ['parent', parent.externalId] : ['child', child.externalId];
      const reason = `'${externalId}' is no item that '${source}' has reported`;
      rejected.push(rejection('relationships', index, `/${end}/externalId`, reason));
      return [];
    });
  }
}
