import {
  type ChangeCloseCode,
  type ChangeData,
  type ChangeState,
  type DomainEvent,
  type EventContract,
  changeApprovalRequested,
  changeApproved,
  changeBackedOut,
  changeCanceled,
  changeClosed,
  changeCompleted,
  changeCreated,
  changeFailed,
  changeRejected,
  changeReviewed,
  changeScheduled,
  changeStarted,
  changeUpdated,
} from '@itops/contracts';
import { IllegalTransition, InvalidInput } from '@itops/kit';

import { authorsWith, PLAN_FIELDS, requireOthersWork } from './authorship';
import {
  type Amendment,
  type ChangeDetails,
  type ChangeEdit,
  type ChangeRequest,
  type TrailEntry,
} from './change.details';
import { type Deed } from './deed';
import { ApprovedAsItIs } from './change.errors';
import { type ChangeAction, type ChangeLifecycle, changeLifecycles, isApproved, isFinal } from './change.lifecycle';
import { type DeploymentRecord } from './deployment-record';

type Fact = EventContract<typeof changeUpdated.schema>;

/** A request for change. Every method returns the events that it caused, each one version further. */
export class Change {
  /** The steps since the change was loaded. */
  readonly trail: TrailEntry[] = [];

  private constructor(
    private current: ChangeDetails,
    /** The version that the store holds; 0 for one that it does not have yet. */
    readonly storedVersion: number,
  ) {}

  static restore(details: ChangeDetails): Change {
    return new Change(details, details.version);
  }

  /** @throws InvalidInput when the planned end is not after the planned start. */
  static open(request: ChangeRequest, deed: Deed): { change: Change; events: DomainEvent<ChangeData>[] } {
    requireOrder(request.plannedStart ?? null, request.plannedEnd ?? null);
    const change = new Change(
      {
        description: '',
        justification: null,
        cis: [],
        plannedStart: null,
        plannedEnd: null,
        implementationPlan: null,
        backoutPlan: null,
        testPlan: null,
        impact: null,
        assignmentGroup: null,
        assignee: null,
        externalRef: null,
        deployment: null,
        unresolvedCi: null,
        ...request,
        authors: deed.principals,
        version: 0,
        state: changeLifecycles[request.type].initial,
        actualStart: null,
        actualEnd: null,
        closeCode: null,
        closeNotes: null,
        review: null,
        failed: false,
        createdAt: deed.at,
        createdBy: deed.actor,
        updatedAt: deed.at,
      },
      0,
    );
    return { change, events: change.record('create', changeCreated, {}, deed) };
  }

  get details(): ChangeDetails {
    return this.current;
  }

  get lifecycle(): ChangeLifecycle {
    return changeLifecycles[this.current.type];
  }

  get allowedActions(): ChangeAction[] {
    return this.lifecycle.allowedActions(this.current.state);
  }

  /**
   * Sets the given fields. Nothing happens when they hold those values already. Who changes the plan is one of its authors.
   * @throws IllegalTransition in a final state; ApprovedAsItIs when the plan has been approved already; InvalidInput when
   * the planned end is not after the planned start.
   */
  edit(edit: Partial<ChangeEdit>, deed: Deed): DomainEvent<ChangeData>[] {
    if (isFinal(this.current.state)) {
      throw new IllegalTransition(this.lifecycle.name, this.current.state, 'edit', this.allowedActions);
    }
    const after = { ...this.current, ...edit };
    requireOrder(after.plannedStart, after.plannedEnd);
    const changed = Object.keys(difference(this.current, after));
    if (changed.length === 0) return [];
    const plan = PLAN_FIELDS.filter((field) => changed.includes(field));
    if (plan.length === 0) return this.record('edit', changeUpdated, edit, deed);
    if (isApproved(this.current)) throw new ApprovedAsItIs(plan, this.allowedActions);
    return this.record('edit', changeUpdated, { ...edit, authors: authorsWith(this.current, deed) }, deed);
  }

  requestApproval(deed: Deed): DomainEvent<ChangeData>[] {
    return this.move('request-approval', changeApprovalRequested, { authors: authorsWith(this.current, deed) }, deed);
  }

  /** @throws OwnWork for everybody who stands behind the change: its authors, and who is named as its requester. */
  approve(deed: Deed): DomainEvent<ChangeData>[] {
    this.lifecycle.next(this.current.state, 'approve');
    requireOthersWork(this.current, deed);
    return this.move('approve', changeApproved, {}, deed);
  }

  /** Also by who has asked for it: a refusal lets nothing through. */
  reject(reason: string, deed: Deed): DomainEvent<ChangeData>[] {
    return this.move('reject', changeRejected, {}, deed, reason);
  }

  /** @throws InvalidInput when a normal change has no planned times, or the end is not after the start. */
  schedule(times: Partial<Pick<ChangeEdit, 'plannedStart' | 'plannedEnd'>>, deed: Deed): DomainEvent<ChangeData>[] {
    this.lifecycle.next(this.current.state, 'schedule');
    const { plannedStart, plannedEnd } = { ...this.current, ...times };
    if (this.current.type === 'normal') {
      const missing = [
        ...(plannedStart === null ? ['/plannedStart'] : []),
        ...(plannedEnd === null ? ['/plannedEnd'] : []),
      ];
      if (missing.length > 0) {
        throw new InvalidInput(
          missing.map((pointer) => ({
            pointer,
            reason: 'is required: a normal change is scheduled for a planned start and end',
          })),
        );
      }
    }
    requireOrder(plannedStart, plannedEnd);
    return this.move('schedule', changeScheduled, times, deed);
  }

  /** @param begun when implementation began, if not now; null when that is not known. */
  start(deed: Deed, begun: Date | null = deed.at): DomainEvent<ChangeData>[] {
    return this.move('start', changeStarted, { actualStart: begun }, deed);
  }

  /** @param ended when implementation ended, if not now. */
  complete(deed: Deed, ended: Date = deed.at): DomainEvent<ChangeData>[] {
    return this.move('complete', changeCompleted, { actualEnd: ended, failed: false }, deed);
  }

  fail(reason: string, deed: Deed, ended: Date = deed.at): DomainEvent<ChangeData>[] {
    return this.move('fail', changeFailed, { actualEnd: ended, failed: true }, deed, reason);
  }

  backOut(reason: string | undefined, deed: Deed, ended: Date = deed.at): DomainEvent<ChangeData>[] {
    return this.move('back-out', changeBackedOut, { actualEnd: ended, failed: true }, deed, reason);
  }

  writeReview(review: string | undefined, deed: Deed): DomainEvent<ChangeData>[] {
    return this.move('review', changeReviewed, review === undefined ? {} : { review }, deed);
  }

  /** @throws InvalidInput when a change that failed would be called successful. */
  close(code: ChangeCloseCode, notes: string | null, deed: Deed): DomainEvent<ChangeData>[] {
    this.lifecycle.next(this.current.state, 'close');
    if (this.current.failed && code === 'successful') {
      throw new InvalidInput([
        {
          pointer: '/closeCode',
          reason: 'can not be successful: the change failed or was backed out; use unsuccessful or successful_issues',
        },
      ]);
    }
    return this.move('close', changeClosed, { closeCode: code, closeNotes: notes }, deed);
  }

  cancel(reason: string, deed: Deed): DomainEvent<ChangeData>[] {
    return this.move('cancel', changeCanceled, {}, deed, reason);
  }

  /** The CI that the reference meant has become known. */
  linkCi(ciId: string, deed: Deed): DomainEvent<ChangeData>[] {
    return this.record('link-ci', changeUpdated, { cis: [ciId], unresolvedCi: null }, deed);
  }

  /** Keeps what the pipeline's reports say; on its own it is no fact about the change, and so no new version. */
  keepDeployment(record: DeploymentRecord): void {
    this.current = { ...this.current, deployment: record };
  }

  /** Takes over what a report says beside the life cycle; possible in every state, for it tells what has been. */
  amend(action: string, fact: Fact, amendment: Amendment, deed: Deed): DomainEvent<ChangeData>[] {
    return this.record(action, fact, amendment, deed);
  }

  private move(
    action: ChangeAction,
    fact: Fact,
    move: Amendment,
    deed: Deed,
    reason?: string,
  ): DomainEvent<ChangeData>[] {
    const state = this.lifecycle.next(this.current.state, action);
    return this.record(action, fact, move, deed, { state, ...(reason === undefined ? {} : { reason }) });
  }

  private record(
    action: string,
    fact: Fact,
    move: Amendment,
    deed: Deed,
    step: { state?: ChangeState; reason?: string } = {},
  ): DomainEvent<ChangeData>[] {
    const before = this.current;
    this.current = {
      ...before,
      ...move,
      state: step.state ?? before.state,
      version: before.version + 1,
      updatedAt: deed.at,
    };
    this.trail.push({
      action,
      before: before.version === 0 ? {} : difference(this.current, before),
      after: before.version === 0 ? shown(this.current) : difference(before, this.current),
      ...(step.reason === undefined ? {} : { reason: step.reason }),
    });
    return [fact.of(this.current.id, this.current.version, toChangeData(this.current))];
  }
}

/** @throws InvalidInput */
function requireOrder(plannedStart: Date | null, plannedEnd: Date | null): void {
  if (plannedStart !== null && plannedEnd !== null && plannedEnd <= plannedStart) {
    throw new InvalidInput([{ pointer: '/plannedEnd', reason: 'must be after plannedStart' }]);
  }
}

/** Version and updatedAt always differ and say nothing; who the authors are follows from who has done what. */
const UNTOLD = ['version', 'updatedAt', 'authors'];

/** The members of `after` that are not as in `before`. */
function difference(before: ChangeDetails, after: ChangeDetails): Partial<ChangeDetails> {
  const earlier = new Map<string, unknown>(Object.entries(before));
  return Object.fromEntries(
    Object.entries(after).filter(([name, value]) => !UNTOLD.includes(name) && !isSame(value, earlier.get(name))),
  );
}

/** Only what is no plain value needs to be written out for it. */
function isSame(one: unknown, other: unknown): boolean {
  if (one === other) return true;
  return typeof one === 'object' && typeof other === 'object' && JSON.stringify(one) === JSON.stringify(other);
}

function shown({ authors: _authors, ...details }: ChangeDetails): Partial<ChangeDetails> {
  return details;
}

/** The resource as events carry it. */
export function toChangeData(details: ChangeDetails): ChangeData {
  const at = (time: Date | null) => time?.toISOString() ?? null;
  return {
    id: details.id,
    version: details.version,
    number: details.number,
    title: details.title,
    type: details.type,
    state: details.state,
    cis: [...details.cis],
    plannedStart: at(details.plannedStart),
    plannedEnd: at(details.plannedEnd),
    actualStart: at(details.actualStart),
    actualEnd: at(details.actualEnd),
    assignmentGroup: details.assignmentGroup,
    assignee: details.assignee,
    requestedBy: details.requestedBy,
    closeCode: details.closeCode,
    closeNotes: details.closeNotes,
    source: details.source,
    externalRef: details.externalRef,
    failed: details.failed,
    createdAt: details.createdAt.toISOString(),
  };
}
