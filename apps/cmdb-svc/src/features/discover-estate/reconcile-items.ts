import { Injectable } from '@nestjs/common';
import { type DiscoveryIn, type DiscoveryItemIn, type DomainEvent } from '@itops/contracts';
import { Clock, InvalidInput } from '@itops/kit';
import { type AuditEntry, type Tx } from '@itops/messaging';

import { Ci } from '../../domain/ci';
import { ClassCatalogue } from '../../domain/class-catalogue';
import { identify, identityKeys } from '../../domain/identification';
import { CiStore } from '../../persistence/ci.store';
import { ConditionStore } from '../../persistence/condition.store';
import { DiscoveryQueries } from '../../persistence/discovery.queries';
import { type DiscoveredItem, type Outcome, rejection, type RejectedEntry } from './discovery-answer';

export interface ReconciledItems {
  readonly items: readonly DiscoveredItem[];
  readonly rejected: readonly RejectedEntry[];
  readonly retired: number;
  /** The CI of each external id of the source that was taken. */
  readonly ciIds: ReadonlyMap<string, string>;
  readonly events: readonly DomainEvent[];
  readonly audit: readonly AuditEntry[];
}

/** What is there before the first item is taken. */
interface Estate {
  readonly known: Map<string, Ci>;
  readonly candidates: ReadonlyMap<string, readonly Ci[]>;
}

type Identified = Pick<DiscoveryItemIn, 'class' | 'name' | 'attributes'>;

/** Finds out which configuration item each reported item is, and lets that item take over what is new. */
@Injectable()
export class ReconcileItems {
  constructor(
    private readonly catalogue: ClassCatalogue,
    private readonly store: CiStore,
    private readonly conditions: ConditionStore,
    private readonly queries: DiscoveryQueries,
    private readonly clock: Clock,
  ) {}

  async handle(tx: Tx, { source, items, full = false }: DiscoveryIn, actor: string): Promise<ReconciledItems> {
    const now = this.clock.now();
    const rejected: RejectedEntry[] = [];
    const accepted = this.accept(items, rejected);
    const { known, candidates } = await this.look(
      tx,
      source,
      accepted.map(({ item }) => item),
    );
    const claimed = new Set(known.values());
    const before = new Map([...known.values()].map((ci) => [ci, ci.toData()]));
    const done: DiscoveredItem[] = [];
    const events: DomainEvent[] = [];
    for (const { item, index } of accepted) {
      const report = { ...item, source };
      try {
        const found = known.get(item.externalId) ?? this.recognise(item, candidates, claimed);
        if (found !== undefined && !before.has(found)) before.set(found, found.toData());
        const created = found === undefined ? Ci.discover(this.catalogue, report, now, actor) : undefined;
        const changes = created?.events ?? found?.report(this.catalogue, report, now) ?? [];
        const ci = created?.ci ?? found;
        if (ci === undefined) continue;
        claimed.add(ci);
        known.set(item.externalId, ci);
        events.push(...changes);
        const outcome: Outcome = found === undefined ? 'created' : changes.length > 0 ? 'updated' : 'unchanged';
        done.push({ externalId: item.externalId, ciId: ci.state.id, outcome });
      } catch (error) {
        if (!(error instanceof InvalidInput)) throw error;
        rejected.push(
          ...error.errors.slice(0, 1).map(({ pointer, reason }) => rejection('items', index, pointer, reason)),
        );
      }
    }
    const missing = full ? await this.loadMissing(tx, source, items, claimed) : [];
    for (const ci of missing) before.set(ci, ci.toData());
    events.push(...missing.flatMap((ci) => ci.dropFrom(source, now)));

    const touched = [...claimed, ...missing];
    const reinstated = touched.filter((ci) => before.get(ci)?.stage === 'retired' && ci.state.stage !== 'retired');
    events.push(...(await this.conditions.refresh(tx, reinstated, now)));
    await this.store.save(tx, touched);
    return {
      items: done,
      rejected,
      retired: missing.filter((ci) => before.get(ci)?.stage !== 'retired' && ci.state.stage === 'retired').length,
      ciIds: new Map([...known].map(([externalId, { state }]) => [externalId, state.id])),
      events,
      audit: touched
        .filter(({ savedVersion, state }) => savedVersion < state.version)
        .map((ci) => ({
          action: 'discover',
          resourceType: 'ci',
          resourceId: ci.state.id,
          before: before.get(ci),
          after: ci.toData(),
        })),
    };
  }

  /** Items of a class that there is, each external id once. */
  private accept(items: readonly DiscoveryItemIn[], rejected: RejectedEntry[]) {
    const seen = new Map<string, number>();
    return items.flatMap((item, index) => {
      const first = seen.get(item.externalId);
      if (first !== undefined) {
        rejected.push(rejection('items', index, '/externalId', `is the same as that of item ${first}`));
        return [];
      }
      seen.set(item.externalId, index);
      if (this.catalogue.get(item.class) === undefined) {
        rejected.push(rejection('items', index, '/class', `'${item.class}' is not a class; /v1/ci-classes lists them`));
        return [];
      }
      return [{ item, index }];
    });
  }

  private async look(tx: Tx, source: string, items: readonly DiscoveryItemIn[]): Promise<Estate> {
    const ciIds = await this.queries.ciIdsOf(
      tx,
      source,
      items.map(({ externalId }) => externalId),
    );
    const strangers = items.filter(({ externalId }) => !ciIds.has(externalId));
    if (strangers.length > 0) await this.queries.lockIdentification(tx);
    const keys = strangers.flatMap((item) => identityKeys(this.catalogue, identifiable(item)));
    const matches = await this.queries.candidates(tx, source, [...new Set(keys)]);
    const cis = await this.store.load(tx, [...ciIds.values(), ...matches.map(({ ciId }) => ciId)]);
    const byKey = Map.groupBy(matches, ({ key }) => key);
    const known = new Map<string, Ci>();
    for (const [externalId, id] of ciIds) {
      const ci = cis.get(id);
      if (ci !== undefined) known.set(externalId, ci);
    }
    return {
      known,
      candidates: new Map([...byKey].map(([key, found]) => [key, found.flatMap(({ ciId }) => cis.get(ciId) ?? [])])),
    };
  }

  private recognise(item: Identified, candidates: Estate['candidates'], claimed: ReadonlySet<Ci>): Ci | undefined {
    return identify(this.catalogue, identifiable(item), (key) =>
      (candidates.get(key) ?? []).filter((ci) => !claimed.has(ci)),
    );
  }

  /** What the source has reported before and does not name in a complete report, not even wrongly. */
  private async loadMissing(
    tx: Tx,
    source: string,
    items: readonly DiscoveryItemIn[],
    claimed: ReadonlySet<Ci>,
  ): Promise<Ci[]> {
    const named = items.map(({ externalId }) => externalId);
    const taken = new Set([...claimed].map(({ state }) => state.id));
    const missing = await this.queries.ciIdsMissingFrom(tx, source, named);
    return [
      ...(
        await this.store.load(
          tx,
          missing.filter((id) => !taken.has(id)),
        )
      ).values(),
    ];
  }
}

function identifiable({ class: className, name, attributes = {} }: Identified) {
  return { class: className, name, attributes };
}
