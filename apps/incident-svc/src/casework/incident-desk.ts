import { type CiReference } from '@itops/contracts';
import { type Cause, Clock, type ExpectedVersion, InvalidInput, requireGroup, requireVersion } from '@itops/kit';
import { Transactions, type Tx } from '@itops/messaging';
import { Injectable } from '@nestjs/common';

import { type Incident } from '../domain/incident';
import { NOTHING, type Outcome, together } from '../domain/incident.moves';
import { type IncidentSnapshot, toIncidentData } from '../domain/incident.snapshot';
import { type By } from '../domain/timeline';
import { EstateGraph } from '../persistence/estate.graph';
import { EstateStore, referenceKey } from '../persistence/estate.store';
import { IncidentStore } from '../persistence/incident.store';
import { requireSight } from '../persistence/sight';
import { IncidentJournal } from './incident-journal';
import { moveBy } from './move-time';
import { SuspectSearch } from './suspect-search';

/** What a person does with one incident. */
export interface Deed {
  /** The incident's id or number. */
  readonly key: string;
  readonly expected: ExpectedVersion;
  /** A verb, for the audit log. */
  readonly action: string;
  readonly reason?: string;
  /** When it happened, if not now. */
  readonly at?: string | undefined;
  readonly cause: Cause;
}

/** Where people's moves are carried out: loaded, checked against the version that they have read, done, written down. */
@Injectable()
export class IncidentDesk {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
    private readonly incidents: IncidentStore,
    private readonly estateStore: EstateStore,
    private readonly estateGraph: EstateGraph,
    private readonly suspects: SuspectSearch,
    private readonly journal: IncidentJournal,
  ) {}

  /** @throws NotFound, Hidden, NotPermitted, StaleVersion, and what the move throws. */
  async carryOut(
    deed: Deed,
    move: (incident: Incident, by: By, tx: Tx) => Outcome | Promise<Outcome>,
  ): Promise<Incident> {
    return this.transactions.run(deed.cause, async (tx) => {
      const incident = await this.incidents.load(tx, deed.key);
      const before = incident.snapshot;
      requireSight(deed.cause, deed.key, before);
      requireOwnGroup(deed.cause, before);
      requireVersion('incident', deed.expected, before.version);
      const by = moveBy(deed.cause.actor, this.clock.now(), deed.at, before.movedAt);
      const outcome = await move(incident, by, tx);
      if (incident.snapshot.version > before.version) {
        const located = incident.snapshot.ciId === before.ciId ? [] : [incident];
        await this.write(tx, incident, outcome, located, by);
        await tx.audit([
          {
            action: deed.action,
            resourceType: 'incident',
            resourceId: before.id,
            before: toIncidentData(before),
            after: toIncidentData(incident.snapshot),
            ...(deed.reason === undefined ? {} : { reason: deed.reason }),
          },
        ]);
      }
      return incident;
    });
  }

  /** Writes an incident down, with the suspects of those whose item is new. */
  async write(tx: Tx, incident: Incident, outcome: Outcome, located: readonly Incident[], by: By): Promise<void> {
    const withItem = located.filter(({ snapshot }) => snapshot.ciId !== null);
    if (withItem.length === 0) return this.journal.write(tx, [{ incident, outcome }]);
    const estate = await this.estateGraph.current(tx);
    const cases = await this.incidents.casesOf(tx, withItem);
    const investigated = withItem.map((one) => ({ incident: one, faultCase: cases.get(one.snapshot.id) }));
    // Suspects are looked for now, whenever the move happened.
    const now = { actor: by.actor, at: by.recordedAt ?? by.at };
    const { found, outcomes } = await this.suspects.search(tx, estate, investigated, now);
    const suspected = outcomes.get(incident.snapshot.id) ?? NOTHING;
    await this.journal.write(tx, [{ incident, outcome: together([outcome, suspected]) }]);
    await this.incidents.saveSuspects(tx, now.at, found);
  }

  /** @throws InvalidInput when no item, or more than one, is named so. */
  async findCi(tx: Tx, reference: CiReference): Promise<string> {
    const matched = await this.estateStore.match(tx, [reference]);
    const ciId = matched.get(referenceKey(reference));
    if (ciId === undefined) {
      const named =
        typeof reference === 'string' ? `'${reference}'` : `'${reference.externalId}' of ${reference.source}`;
      throw new InvalidInput([
        { pointer: '/ci', reason: `names no known configuration item, or several: ${named}; use the id of one` },
      ]);
    }
    return ciId;
  }
}

/** @throws NotPermitted when it is assigned to a group of others */
export function requireOwnGroup(cause: Cause, incident: Pick<IncidentSnapshot, 'id' | 'assignmentGroup'>): void {
  const target = { resourceType: 'incident', resourceId: incident.id };
  requireGroup(cause, incident.assignmentGroup, 'incident:act-any-group', target);
}
