import { type DomainEvent } from '@itops/contracts';
import { type Cause } from '@itops/kit';
import { type Tx } from '@itops/messaging';
import { Injectable } from '@nestjs/common';

import { type Incident } from '../domain/incident';
import { type Outcome } from '../domain/incident.moves';
import { IncidentStore } from '../persistence/incident.store';
import { sentTogether } from '../persistence/reader';

/** An incident, and what has happened to it in this transaction. */
export interface JournalEntry {
  readonly incident: Incident;
  readonly outcome: Outcome;
  /** What led to it, where that is not the transaction's own cause. */
  readonly cause?: Cause;
}

/** Writes what has happened to incidents: first their rows, then their stories, then their events. */
@Injectable()
export class IncidentJournal {
  constructor(private readonly incidents: IncidentStore) {}

  async write(tx: Tx, entries: readonly JournalEntry[]): Promise<void> {
    await sentTogether([
      this.incidents.save(
        tx,
        entries.map(({ incident }) => incident),
      ),
      this.incidents.appendTimeline(
        tx,
        entries.flatMap(({ incident, outcome }) =>
          outcome.timeline.map((entry) => ({ incidentId: incident.snapshot.id, entry })),
        ),
      ),
    ]);
    const causes = new Map(entries.map(({ incident, cause }) => [incident.snapshot.id, cause ?? tx.cause]));
    const events: DomainEvent[] = entries.flatMap(({ outcome }) => outcome.events);
    await tx.publish(events, (event) => causes.get(event.aggregateId) ?? tx.cause);
  }
}
