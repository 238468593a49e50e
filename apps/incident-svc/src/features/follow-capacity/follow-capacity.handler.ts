import { type BreachData } from '@itops/contracts';
import { type Cause, Clock } from '@itops/kit';
import { type ConsumedEvent, type Tx } from '@itops/messaging';
import { Injectable } from '@nestjs/common';

import { affectedItems } from '../../casework/affected-items';
import { IncidentJournal } from '../../casework/incident-journal';
import { SERVICE_ACTOR } from '../../casework/service-actor';
import { SuspectSearch } from '../../casework/suspect-search';
import { assessBreach, opensIncidents, worse } from '../../domain/assessment';
import { describeBreach } from '../../domain/breach';
import { Incident } from '../../domain/incident';
import { NOTHING, type Outcome, together } from '../../domain/incident.moves';
import { IncidentPolicy } from '../../domain/policy';
import { entry, type TimelineEntry } from '../../domain/timeline';
import { breachReadModel } from '../../persistence/breach.read-model';
import { BreachStore } from '../../persistence/breach.store';
import { type Estate, EstateGraph } from '../../persistence/estate.graph';
import { IncidentStore } from '../../persistence/incident.store';
import { serialise } from '../../persistence/serialise';

type BreachNews = Pick<ConsumedEvent<BreachData>, 'data' | 'cause'>;

/** A capacity breach, what it says in words, and the incident that it belongs to. */
interface KnownBreach {
  readonly data: BreachData;
  readonly summary: string;
  readonly incidentId: string | null;
}

interface Followed {
  readonly incident: Incident;
  readonly outcomes: Outcome[];
  readonly isNew: boolean;
  readonly openBreaches: Set<string>;
  cause: Cause;
}

/** Opens one preventive incident for what will run out, and follows it until that is over. */
@Injectable()
export class FollowCapacityHandler {
  constructor(
    private readonly clock: Clock,
    private readonly policy: IncidentPolicy,
    private readonly estateGraph: EstateGraph,
    private readonly incidents: IncidentStore,
    private readonly breaches: BreachStore,
    private readonly suspects: SuspectSearch,
    private readonly journal: IncidentJournal,
  ) {}

  async handle(tx: Tx, events: readonly ConsumedEvent[]): Promise<void> {
    await serialise(tx);
    const news = await breachReadModel.project(tx, events);
    if (news.length > 0) await this.react(tx, news);
  }

  private async react(tx: Tx, news: readonly BreachNews[]): Promise<void> {
    const estate = await this.estateGraph.current(tx);
    const followed = await this.load(tx, news);
    const all = [...followed.values()];
    const known: KnownBreach[] = [];
    for (const { data, cause } of news) {
      const summary = describeBreach(data, estate.nameOf(data.ciId));
      let current = followed.get(keyOf(data));
      if (opens(data) && current?.incident.isOpen !== true) {
        current = await this.open(tx, data, summary, estate, cause);
        all.push(current);
      }
      if (current !== undefined) {
        followed.set(keyOf(data), current);
        current.cause = cause;
        current.outcomes.push(this.follow(current, data, summary, estate));
      }
      known.push({ data, summary, incidentId: current?.incident.snapshot.id ?? null });
    }
    await this.store(tx, all, known, estate);
  }

  private async load(tx: Tx, news: readonly BreachNews[]): Promise<Map<string, Followed>> {
    const open = await this.incidents.openPreventive(
      tx,
      news.map(({ data }) => data),
    );
    const breaches = await this.breaches.openOf(
      tx,
      open.map(({ snapshot }) => snapshot.id),
    );
    return new Map(
      open.flatMap((incident) => {
        const { id, breach } = incident.snapshot;
        const openBreaches = breaches.get(id) ?? new Set<string>();
        return breach === null
          ? []
          : [[keyOf(breach), { incident, outcomes: [], isNew: false, openBreaches, cause: tx.cause }]];
      }),
    );
  }

  private async open(tx: Tx, data: BreachData, summary: string, estate: Estate, cause: Cause): Promise<Followed> {
    const [serial = 0] = await this.incidents.nextSerials(tx, 1);
    const affectedCis = affectedItems(estate, [], data.ciId);
    const { incident, outcome } = Incident.open(
      {
        ...this.assess(data, estate),
        serial,
        title: summary,
        description: data.model === null ? '' : `Foreseen by the model ${data.model}.`,
        ciId: data.ciId,
        affectedCis,
        source: 'capacity',
        signalAt: new Date(data.detectedAt),
        breach: { resourceId: data.resourceId, thresholdId: data.thresholdId },
      },
      this.policy.matrix,
      { actor: SERVICE_ACTOR, at: this.clock.now() },
    );
    return { incident, outcomes: [outcome], isNew: true, openBreaches: new Set(), cause };
  }

  private follow({ incident, openBreaches }: Followed, data: BreachData, summary: string, estate: Estate): Outcome {
    const by = { actor: SERVICE_ACTOR, at: this.clock.now() };
    const line: Outcome = { events: [], timeline: [lineOf(data, summary)] };
    if (data.state === 'cleared') {
      openBreaches.delete(data.id);
      const isUntouched = !incident.snapshot.takenInHand && incident.snapshot.alertCount === 0;
      const isOver = openBreaches.size === 0 && isUntouched;
      return together([line, isOver ? incident.clear('forecast', by) : NOTHING]);
    }
    openBreaches.add(data.id);
    const { snapshot } = incident;
    const seenAt = new Date(data.detectedAt);
    const { ciId, affectedCis, alertCount, firstSignalAt, lastSignalAt } = snapshot;
    const evidence = {
      ...worse(snapshot, this.assess(data, estate)),
      ciId,
      affectedCis,
      alertCount,
      firstSignalAt: firstSignalAt ?? seenAt,
      lastSignalAt: lastSignalAt !== null && lastSignalAt > seenAt ? lastSignalAt : seenAt,
    };
    return together([line, incident.weigh(evidence, by)]);
  }

  private async store(tx: Tx, followed: readonly Followed[], known: readonly KnownBreach[], estate: Estate) {
    const now = this.clock.now();
    const by = { actor: SERVICE_ACTOR, at: now };
    const opened = followed.filter(({ isNew }) => isNew).map(({ incident }) => ({ incident, faultCase: undefined }));
    const { found, outcomes } = await this.suspects.search(tx, estate, opened, by);
    await this.journal.write(
      tx,
      followed.map((current) => ({
        incident: current.incident,
        outcome: together([...current.outcomes, outcomes.get(current.incident.snapshot.id) ?? NOTHING]),
        cause: current.cause,
      })),
    );
    await this.incidents.saveSuspects(tx, now, found);
    await this.breaches.follow(
      tx,
      known.map(({ data, incidentId }) => ({ id: data.id, incidentId, open: data.state === 'open' })),
    );
    await this.tellOthers(tx, known);
  }

  /** Other open incidents on the item want to know as well. */
  private async tellOthers(tx: Tx, known: readonly KnownBreach[]): Promise<void> {
    const touched = await this.incidents.openTouching(tx, [...new Set(known.map(({ data }) => data.ciId))]);
    const lines = [...touched].flatMap(([incidentId, ciIds]) =>
      known
        .filter((breach) => ciIds.includes(breach.data.ciId) && breach.incidentId !== incidentId)
        .map(({ data, summary }) => ({ incidentId, entry: lineOf(data, summary) })),
    );
    await this.incidents.appendTimeline(tx, lines);
  }

  private assess(data: BreachData, estate: Estate) {
    return assessBreach({
      criticality: estate.criticalityOf(data.ciId),
      severity: data.severity,
      detectedAt: new Date(data.detectedAt),
      expectedAt: data.expectedAt === null ? null : new Date(data.expectedAt),
    });
  }
}

/** What is foreseen always wants preventing; what is there already, when it is severe. */
function opens({ state, kind, severity }: BreachData): boolean {
  return state === 'open' && (kind === 'predicted' || opensIncidents(severity));
}

function keyOf({ resourceId, thresholdId }: { readonly resourceId: string; readonly thresholdId: string }): string {
  return `${resourceId} ${thresholdId}`;
}

function lineOf(data: BreachData, summary: string): TimelineEntry {
  const at = new Date(data.state === 'cleared' ? (data.clearedAt ?? data.detectedAt) : data.detectedAt);
  const { id, ciId, kind, state, resourceId, thresholdId } = data;
  return entry({ actor: 'service:capacity-svc', at }, 'capacity', summary, {
    breachId: id,
    ciId,
    kind,
    state,
    resourceId,
    thresholdId,
  });
}
