import {
  type EventContract,
  type HoldReason,
  incidentAssigned,
  incidentCanceled,
  incidentClosed,
  type IncidentData,
  incidentEscalated,
  incidentHeld,
  incidentNoted,
  incidentOpened,
  incidentPrioritised,
  incidentReopened,
  incidentResolved,
  incidentResumed,
  incidentStarted,
  incidentSuspectsFound,
  type SuspectData,
} from '@itops/contracts';
import { Conflict, formatNumber, IllegalTransition, newId } from '@itops/kit';

import { type Assessment } from './assessment';
import { type IncidentAction, incidentLifecycle, isOpen } from './incident.lifecycle';
import { type Evidence, type IncidentEdit, type NewIncident, NOTHING, type Outcome, together } from './incident.moves';
import { type IncidentSnapshot, toIncidentData } from './incident.snapshot';
import { type MajorAction, majorLifecycle } from './major.lifecycle';
import { type PriorityMatrix } from './priority';
import { type By, entry, type TimelineEntry } from './timeline';

/** Close codes that the platform itself uses, when what it saw is over and nobody else resolved the incident. */
export const CLEARED = { alerts: 'alerts_cleared', forecast: 'forecast_cleared' } as const;

type StateContract = EventContract<(typeof incidentOpened)['schema']>;

/** A work item about a fault. Each method is one move: it is checked, changes the state and tells what has happened. */
export class Incident {
  private constructor(
    private state: IncidentSnapshot,
    private readonly matrix: PriorityMatrix,
    /** The version of the stored row; 0 when there is none yet. */
    readonly storedVersion: number,
  ) {}

  static from(snapshot: IncidentSnapshot, matrix: PriorityMatrix): Incident {
    return new Incident(snapshot, matrix, snapshot.version);
  }

  static open(fields: NewIncident, matrix: PriorityMatrix, by: By): { incident: Incident; outcome: Outcome } {
    const { serial, signalAt = null, breach = null, ...given } = fields;
    const incident = new Incident(
      {
        id: newId(),
        version: 0,
        number: formatNumber('INC', serial),
        title: given.title,
        description: given.description ?? '',
        state: incidentLifecycle.initial,
        holdReason: null,
        impact: given.impact,
        urgency: given.urgency,
        priority: matrix.priorityOf(given.impact, given.urgency),
        ciId: given.ciId,
        affectedCis: given.affectedCis,
        assignmentGroup: given.assignmentGroup ?? null,
        assignee: given.assignee ?? null,
        caller: given.caller ?? null,
        source: given.source,
        openedAt: by.at,
        acknowledgedAt: null,
        resolvedAt: null,
        closedAt: null,
        reopenCount: 0,
        reassignmentCount: 0,
        closeCode: null,
        closeNotes: null,
        major: null,
        security: given.security ?? false,
        problemId: null,
        causedByChangeId: null,
        alertCount: given.alertCount ?? 0,
        firstSignalAt: signalAt,
        lastSignalAt: signalAt,
        breach,
        takenInHand: false,
        ratedByHand: given.ratedByHand ?? false,
        locatedByHand: given.locatedByHand ?? false,
        movedAt: by.at,
        createdAt: recordedAt(by),
        updatedAt: recordedAt(by),
        createdBy: by.actor,
      },
      matrix,
      0,
    );
    const { number, priority, source } = incident.state;
    const line = entry(by, 'state', `${number} opened with priority ${priority}: ${given.title}`, { source });
    return { incident, outcome: incident.tell(incidentOpened, by, {}, [line]) };
  }

  get snapshot(): IncidentSnapshot {
    return this.state;
  }

  get isOpen(): boolean {
    return isOpen(this.state.state);
  }

  get allowedActions(): (IncidentAction | MajorAction)[] {
    const { state, major } = this.state;
    return [
      ...incidentLifecycle.allowedActions(state),
      ...(isOpen(state) ? majorLifecycle.allowedActions(major ?? 'none') : []),
    ];
  }

  start(by: By): Outcome {
    return this.move('start', incidentStarted, by, 'Work started', this.acknowledged(by));
  }

  hold(reason: HoldReason, by: By): Outcome {
    return this.move('hold', incidentHeld, by, `On hold, waiting for the ${reason}`, { holdReason: reason });
  }

  resume(by: By): Outcome {
    return this.move('resume', incidentResumed, by, 'Work resumed', { holdReason: null });
  }

  resolve(closeCode: string, closeNotes: string, by: By): Outcome {
    const resolution = { holdReason: null, resolvedAt: by.at, closeCode, closeNotes };
    return this.move('resolve', incidentResolved, by, `Resolved (${closeCode}): ${closeNotes}`, {
      ...this.acknowledged(by),
      ...resolution,
    });
  }

  close(by: By): Outcome {
    return this.move('close', incidentClosed, by, 'Closed', { closedAt: by.at });
  }

  reopen(reason: string, by: By): Outcome {
    return this.move('reopen', incidentReopened, by, `Reopened: ${reason}`, this.unresolved());
  }

  cancel(reason: string, by: By): Outcome {
    const ended = { holdReason: null, closedAt: by.at, closeCode: 'canceled', closeNotes: reason };
    return this.move('cancel', incidentCanceled, by, `Canceled: ${reason}`, ended);
  }

  /** The first group is no reassignment; every other change of group is one. */
  assign(to: { readonly group?: string | null; readonly assignee?: string | null }, by: By): Outcome {
    incidentLifecycle.next(this.state.state, 'assign', this.allowedActions);
    const { assignmentGroup: group, assignee, reassignmentCount } = this.state;
    const newGroup = to.group === undefined ? group : to.group;
    // Another group has not got the person of the group before.
    const newAssignee = to.assignee !== undefined ? to.assignee : newGroup === group ? assignee : null;
    if (newGroup === group && newAssignee === assignee) return NOTHING;
    const isReassigned = group !== null && newGroup !== group;
    const names = [newGroup, newAssignee].filter((name) => name !== null).join(', ');
    const line = entry(by, 'assignment', names === '' ? 'Assigned to nobody' : `Assigned to ${names}`, {
      group: newGroup,
      assignee: newAssignee,
    });
    return this.tell(
      incidentAssigned,
      by,
      {
        assignmentGroup: newGroup,
        assignee: newAssignee,
        reassignmentCount: reassignmentCount + (isReassigned ? 1 : 0),
        ...handled(by),
      },
      [line],
    );
  }

  moveMajor(action: MajorAction, by: By): Outcome {
    this.requireOpen(action);
    const next = majorLifecycle.next(this.state.major ?? 'none', action, this.allowedActions);
    const line = entry(by, 'major', MAJOR_WORDS[action]);
    const change = { major: next === 'none' ? null : next, ...handled(by) };
    return action === 'accept-major'
      ? this.tell(incidentEscalated, by, change, [line])
      : this.tellNoted(by, change, null, [line]);
  }

  /** @throws Conflict when it is closed or canceled: it is history then. */
  edit(edit: IncidentEdit, by: By): Outcome {
    if (this.state.closedAt !== null) {
      throw new Conflict(`The incident is '${this.state.state}' and can no longer be edited.`);
    }
    const { impact = this.state.impact, urgency = this.state.urgency, ciId = this.state.ciId } = edit;
    const isRated = impact !== this.state.impact || urgency !== this.state.urgency;
    const isLocated = ciId !== this.state.ciId;
    const weighed: Outcome[] = [];
    if (isRated || isLocated) {
      const priority = this.matrix.priorityOf(impact, urgency);
      const affectedCis = isLocated ? (edit.affectedCis ?? (ciId === null ? [] : [ciId])) : this.state.affectedCis;
      const lines = [
        ...(isRated ? [this.priorityLine(by, { impact, urgency })] : []),
        ...(isLocated ? [entry(by, 'edit', 'Another item was named', { from: this.state.ciId, to: ciId })] : []),
      ];
      const change = {
        impact,
        urgency,
        priority,
        ciId,
        affectedCis,
        ratedByHand: this.state.ratedByHand || isRated,
        locatedByHand: this.state.locatedByHand || isLocated,
        ...handled(by),
      };
      weighed.push(this.tell(incidentPrioritised, by, change, lines));
    }
    const { title, description, caller, causedByChangeId } = { ...this.state, ...edit };
    const words = { title, description, caller, causedByChangeId };
    const changed = EDITED_WORDS.filter((field) => words[field] !== this.state[field]);
    if (changed.length > 0) {
      const line = entry(by, 'edit', `Edited: ${changed.join(', ')}`, { fields: changed });
      weighed.push(this.tellNoted(by, { ...words, ...handled(by) }, null, [line]));
    }
    return together([...weighed, this.classify(edit.security ?? this.state.security, by)]);
  }

  note(note: { readonly kind: 'work' | 'public'; readonly text: string }, by: By): Outcome {
    const line = entry(by, 'note', note.text, { kind: note.kind });
    return this.tellNoted(by, handled(by), { ...note, author: by.actor }, [line]);
  }

  /** Takes what the signals say now. People's own judgement of impact, urgency and item stands. */
  weigh(evidence: Evidence, by: By): Outcome {
    const { ratedByHand, locatedByHand } = this.state;
    const { impact, urgency } = ratedByHand ? this.state : evidence;
    const ciId = locatedByHand ? this.state.ciId : evidence.ciId;
    const change = {
      ...evidence,
      impact,
      urgency,
      ciId,
      priority: this.matrix.priorityOf(impact, urgency),
    };
    const isWorse = impact !== this.state.impact || urgency !== this.state.urgency;
    const isSame =
      !isWorse &&
      ciId === this.state.ciId &&
      evidence.alertCount === this.state.alertCount &&
      sameIds(evidence.affectedCis, this.state.affectedCis);
    if (isSame) {
      this.sawSignals(evidence.firstSignalAt, evidence.lastSignalAt);
      return NOTHING;
    }
    return this.tell(incidentPrioritised, by, change, isWorse ? [this.priorityLine(by, { impact, urgency })] : []);
  }

  /** Notes when signals of the fault were seen: bookkeeping that is no fact for others. */
  sawSignals(from: Date, to: Date): void {
    const { firstSignalAt: first, lastSignalAt: last } = this.state;
    this.state = {
      ...this.state,
      firstSignalAt: first === null || from < first ? from : first,
      lastSignalAt: last === null || to > last ? to : last,
    };
  }

  /**
   * What the platform saw is over: the incident ends by itself, unless people wait for something. That it is quiet says
   * nothing about a security incident.
   */
  clear(what: keyof typeof CLEARED, by: By): Outcome {
    if (this.state.state === 'on_hold' || !this.isOpen || this.state.security) return NOTHING;
    const notes = what === 'alerts' ? 'All of its alerts are over.' : 'The threshold is no longer expected to be met.';
    const resolution = { resolvedAt: by.at, closeCode: CLEARED[what], closeNotes: notes };
    return this.move('resolve', incidentResolved, by, `Resolved by itself: ${notes}`, resolution, false);
  }

  /** What the platform saw is there again. */
  returns(summary: string, by: By): Outcome {
    return this.move('reopen', incidentReopened, by, `Reopened: ${summary}`, this.unresolved(), false);
  }

  foundSuspects(suspects: readonly SuspectData[], by: By): Outcome {
    const [first] = suspects;
    const line = entry(
      by,
      'suspects',
      first === undefined
        ? 'No change is suspected any more'
        : `${first.changeNumber} "${first.title}" is the likeliest of ${suspects.length} suspected change(s), with ${first.score.toFixed(2)}`,
      { suspects: suspects.map(({ changeId, changeNumber, score }) => ({ changeId, changeNumber, score })) },
    );
    this.advance(by, {});
    const data = { ...toIncidentData(this.state), suspects: [...suspects] };
    return { events: [incidentSuspectsFound.of(this.state.id, this.state.version, data)], timeline: [line] };
  }

  private classify(security: boolean, by: By): Outcome {
    if (security === this.state.security) return NOTHING;
    const words = security ? 'It is a security incident' : 'It is no security incident any more';
    return this.tellNoted(by, { security, ...handled(by) }, null, [entry(by, 'edit', words, { security })]);
  }

  private move(
    action: IncidentAction,
    contract: StateContract,
    by: By,
    summary: string,
    change: Partial<IncidentSnapshot>,
    byPerson = true,
  ): Outcome {
    const from = this.state.state;
    const to = incidentLifecycle.next(from, action, this.allowedActions);
    const hand = byPerson ? handled(by) : { movedAt: by.at };
    return this.tell(contract, by, { ...change, ...hand, state: to }, [entry(by, 'state', summary, { from, to })]);
  }

  private tell(
    contract: StateContract,
    by: By,
    change: Partial<IncidentSnapshot>,
    timeline: readonly TimelineEntry[],
  ): Outcome {
    this.advance(by, change);
    return { events: [contract.of(this.state.id, this.state.version, toIncidentData(this.state))], timeline };
  }

  private tellNoted(
    by: By,
    change: Partial<IncidentSnapshot>,
    note: { kind: 'work' | 'public'; text: string; author: string } | null,
    timeline: readonly TimelineEntry[],
  ): Outcome {
    this.advance(by, change);
    const data: IncidentData & { note: typeof note } = { ...toIncidentData(this.state), note };
    return { events: [incidentNoted.of(this.state.id, this.state.version, data)], timeline };
  }

  /** One fact is one version. */
  private advance(by: By, change: Partial<IncidentSnapshot>): void {
    this.state = { ...this.state, ...change, version: this.state.version + 1, updatedAt: recordedAt(by) };
  }

  private acknowledged(by: By): Partial<IncidentSnapshot> {
    return { acknowledgedAt: this.state.acknowledgedAt ?? by.at };
  }

  private unresolved(): Partial<IncidentSnapshot> {
    return { resolvedAt: null, closeCode: null, closeNotes: null, reopenCount: this.state.reopenCount + 1 };
  }

  private requireOpen(action: MajorAction): void {
    if (this.isOpen) return;
    throw new IllegalTransition('incident', this.state.state, action, this.allowedActions);
  }

  private priorityLine(by: By, { impact, urgency }: Assessment): TimelineEntry {
    const priority = this.matrix.priorityOf(impact, urgency);
    return entry(by, 'priority', `Priority ${priority}: impact ${impact}, urgency ${urgency}`, {
      from: { impact: this.state.impact, urgency: this.state.urgency, priority: this.state.priority },
      to: { impact, urgency, priority },
    });
  }
}

const EDITED_WORDS = ['title', 'description', 'caller', 'causedByChangeId'] as const;

const MAJOR_WORDS: Readonly<Record<MajorAction, string>> = {
  'propose-major': 'Proposed as a major incident',
  'accept-major': 'Accepted as a major incident',
  'reject-major': 'Not a major incident',
};

/** A person has done something with it. */
function handled(by: By): Pick<IncidentSnapshot, 'takenInHand' | 'movedAt'> {
  return { takenInHand: true, movedAt: by.at };
}

function recordedAt(by: By): Date {
  return by.recordedAt ?? by.at;
}

function sameIds(one: readonly string[], other: readonly string[]): boolean {
  const known = new Set(other);
  return one.length === other.length && one.every((id) => known.has(id));
}
