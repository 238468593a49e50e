import {
  changeBackedOut,
  changeCanceled,
  changeCompleted,
  type ChangeData,
  changeFailed,
  changeStarted,
} from '@itops/contracts';
import { type Cause, Clock } from '@itops/kit';
import { type ConsumedEvent, type Tx } from '@itops/messaging';
import { Injectable } from '@nestjs/common';

import { IncidentJournal } from '../../casework/incident-journal';
import { SERVICE_ACTOR } from '../../casework/service-actor';
import { SuspectSearch } from '../../casework/suspect-search';
import { NOTHING } from '../../domain/incident.moves';
import { IncidentPolicy } from '../../domain/policy';
import { beganAt, SUSPECT_HOPS, SUSPECT_LOOK_BACK, SUSPECT_TOLERANCE } from '../../domain/suspects';
import { entry } from '../../domain/timeline';
import { changeReadModel } from '../../persistence/change.read-model';
import { type Estate, EstateGraph } from '../../persistence/estate.graph';
import { IncidentStore } from '../../persistence/incident.store';
import { serialise } from '../../persistence/serialise';

/** What an event says of a change, and what people call that; null when it is of no interest to an incident. */
interface ChangeNews {
  readonly data: ChangeData;
  readonly said: string | null;
  readonly time: Date;
  readonly cause: Cause;
}

/** What people who look at an incident want to know of a change. */
const NEWS = new Map([
  [changeStarted.type, 'started'],
  [changeCompleted.type, 'completed'],
  [changeFailed.type, 'failed'],
  [changeBackedOut.type, 'was backed out'],
  [changeCanceled.type, 'was canceled'],
]);

const MOST_REACHED = 5_000;

/** Keeps the read model of changes, and looks for suspects again where a change that is near becomes known or moves. */
@Injectable()
export class FollowChangesHandler {
  constructor(
    private readonly clock: Clock,
    private readonly policy: IncidentPolicy,
    private readonly incidents: IncidentStore,
    private readonly estateGraph: EstateGraph,
    private readonly suspects: SuspectSearch,
    private readonly journal: IncidentJournal,
  ) {}

  async handle(tx: Tx, events: readonly ConsumedEvent[]): Promise<void> {
    await serialise(tx);
    const changes = await changeReadModel.project(tx, events);
    if (changes.length > 0) await this.react(tx, changes.map(newsOf));
  }

  private async react(tx: Tx, news: readonly ChangeNews[]): Promise<void> {
    const estate = await this.estateGraph.current(tx);
    await this.tell(tx, news, estate);
    await this.investigate(tx, news, estate);
  }

  /** Lines in the stories of open incidents that touch the changed items. */
  private async tell(tx: Tx, news: readonly ChangeNews[], estate: Estate): Promise<void> {
    const told = news.filter(({ said }) => said !== null);
    const touched = await this.incidents.openTouching(tx, [...new Set(told.flatMap(({ data }) => data.cis))]);
    const lines = [...touched].flatMap(([incidentId, ciIds]) =>
      told.flatMap(({ data, said, time, cause }) => {
        const ciId = data.cis.find((id) => ciIds.includes(id));
        if (ciId === undefined) return [];
        const summary = `${data.number} "${data.title}" ${said ?? ''} on ${estate.nameOf(ciId)}`;
        const by = { actor: cause.actor, at: momentOf(data, said, time) };
        return [{ incidentId, entry: entry(by, 'change', summary, { changeId: data.id, ciId, state: data.state }) }];
      }),
    );
    await this.incidents.appendTimeline(tx, lines);
  }

  private async investigate(tx: Tx, news: readonly ChangeNews[], estate: Estate): Promise<void> {
    const ids = await this.incidents.recentFaults(
      tx,
      news.flatMap(({ data, time }) => {
        const began = beganAt(data);
        if (began === null) return [];
        const start = new Date(began).getTime();
        return [
          {
            from: new Date(start - SUSPECT_TOLERANCE),
            to: new Date(start + SUSPECT_LOOK_BACK),
            since: new Date(time.getTime() - this.policy.suspectFollowUpMs),
            ciIds: reachedFrom(data.cis, estate),
          },
        ];
      }),
    );
    const incidents = await this.incidents.loadMany(tx, ids);
    const cases = await this.incidents.casesOf(tx, incidents);
    const investigated = incidents.map((incident) => ({ incident, faultCase: cases.get(incident.snapshot.id) }));
    const now = this.clock.now();
    const by = { actor: SERVICE_ACTOR, at: now };
    const { found, outcomes } = await this.suspects.search(tx, estate, investigated, by);
    const cause = news.at(-1)?.cause ?? tx.cause;
    await this.journal.write(
      tx,
      incidents.map((incident) => ({ incident, outcome: outcomes.get(incident.snapshot.id) ?? NOTHING, cause })),
    );
    await this.incidents.saveSuspects(tx, now, found);
  }
}

function newsOf({ data, type, time, cause }: ConsumedEvent<ChangeData>): ChangeNews {
  return { data, said: NEWS.get(type) ?? null, time, cause };
}

function reachedFrom(ciIds: readonly string[], { graph }: Estate): string[] {
  const reached = ciIds.flatMap((ciId) =>
    graph.affected(ciId, { depth: SUSPECT_HOPS, limit: MOST_REACHED }).items.map((item) => item.ciId),
  );
  return [...new Set([...ciIds, ...reached])];
}

function momentOf({ actualStart, actualEnd }: ChangeData, said: string | null, time: Date): Date {
  const moment = said === 'started' ? actualStart : actualEnd;
  return moment === null ? time : new Date(moment);
}
