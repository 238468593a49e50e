import {
  type ChangeCloseCode,
  type ChangeData,
  type CiReference,
  type DomainEvent,
  changeBackedOut,
  changeCompleted,
  changeFailed,
  changeUpdated,
} from '@itops/contracts';

import { Change } from './change';
import { type Amendment, type ChangeDetails } from './change.details';
import { type Deed } from './deed';
import {
  type DeploymentOutcome,
  type DeploymentRecord,
  type DeploymentReport,
  mergeReport,
  sameKey,
} from './deployment-record';

/** How each end of a deployment is told, and how the change is then closed. */
const OUTCOMES = {
  succeeded: { fact: changeCompleted, failed: false, closeCode: 'successful', words: 'succeeded' },
  failed: { fact: changeFailed, failed: true, closeCode: 'unsuccessful', words: 'failed' },
  rolled_back: { fact: changeBackedOut, failed: true, closeCode: 'unsuccessful', words: 'was rolled back' },
} as const satisfies Record<
  DeploymentOutcome,
  { failed: boolean; closeCode: ChangeCloseCode; words: string; fact: unknown }
>;

/** Which CI a reference means; null while none or more than one is known by it. */
export type CiLookup = (reference: CiReference) => string | null;

/** A deployment is a standard change that is already under way: it is opened and walks to its implementation. */
export function openForDeployment(
  identity: { readonly id: string; readonly number: string },
  report: DeploymentReport,
  lookup: CiLookup,
  deed: Deed,
): { change: Change; events: DomainEvent<ChangeData>[] } {
  const record = mergeReport(null, report);
  const { change, events } = Change.open(
    {
      ...identity,
      ...described(record),
      ...located(record, lookup),
      type: 'standard',
      source: 'deployment',
      externalRef: report.externalRef,
      deployment: record,
    },
    deed,
  );
  events.push(...change.schedule({}, deed));
  events.push(...change.start(deed, timeOf(record.startedAt)));
  if (record.outcome !== null) events.push(...finish(change, record, record.outcome, deed));
  return { change, events };
}

/** Brings the change to what all reports together say. A report that says nothing new changes nothing. */
export function followDeployment(
  change: Change,
  report: DeploymentReport,
  lookup: CiLookup,
  deed: Deed,
): DomainEvent<ChangeData>[] {
  const before = change.details.deployment;
  const record = mergeReport(before, report);
  if (before !== null && sameKey(before) === sameKey(record)) return [];

  change.keepDeployment(record);
  const events: DomainEvent<ChangeData>[] = [];
  const told = news(before, record, lookup);
  if (told !== null) events.push(...change.amend('follow-deployment', changeUpdated, told, deed));
  const { outcome } = record;
  if (outcome !== null && sameKey(outcome) !== sameKey(before?.outcome ?? null)) {
    if (change.details.state === 'implement') events.push(...finish(change, record, outcome, deed));
    else events.push(...correct(change, before, record, outcome, deed));
  }
  return events;
}

function finish(
  change: Change,
  record: DeploymentRecord,
  outcome: NonNullable<DeploymentRecord['outcome']>,
  deed: Deed,
): DomainEvent<ChangeData>[] {
  const ended = new Date(outcome.at);
  const events = finishBy(change, outcome.status, ended, deed);
  events.push(...change.close(OUTCOMES[outcome.status].closeCode, closeNotes(record, outcome.status), deed));
  return events;
}

function finishBy(change: Change, status: DeploymentOutcome, ended: Date, deed: Deed): DomainEvent<ChangeData>[] {
  switch (status) {
    case 'succeeded':
      return change.complete(deed, ended);
    case 'failed':
      return change.fail('The deployment failed.', deed, ended);
    case 'rolled_back':
      return change.backOut('The deployment was rolled back.', deed, ended);
  }
}

/**
 * The implementation was over already, and the pipeline now says that it ended otherwise: the state stays, the fact
 * is told. A close code that a person has given stays as it is.
 */
function correct(
  change: Change,
  before: DeploymentRecord | null,
  record: DeploymentRecord,
  outcome: NonNullable<DeploymentRecord['outcome']>,
  deed: Deed,
): DomainEvent<ChangeData>[] {
  const { fact, failed, closeCode } = OUTCOMES[outcome.status];
  const closedByReport = change.details.state === 'closed' && (before?.outcome ?? null) !== null;
  const events = change.amend(
    'follow-deployment',
    fact,
    {
      failed,
      actualEnd: new Date(outcome.at),
      ...(closedByReport ? { closeCode, closeNotes: closeNotes(record, outcome.status) } : {}),
    },
    deed,
  );
  if (change.details.state === 'review')
    events.push(...change.close(closeCode, closeNotes(record, outcome.status), deed));
  return events;
}

function closeNotes(record: DeploymentRecord, status: DeploymentOutcome): string {
  return `${record.source} reported that the deployment ${OUTCOMES[status].words}.`;
}

function described(record: DeploymentRecord): Pick<ChangeDetails, 'title' | 'requestedBy'> {
  const { title, actor, source, externalRef } = record;
  return {
    title: title?.value ?? `Deployment ${externalRef} by ${source}`,
    requestedBy: actor?.value ?? source,
  };
}

function located(record: DeploymentRecord, lookup: CiLookup): Pick<ChangeDetails, 'cis' | 'unresolvedCi'> {
  const reference = record.ci?.value ?? null;
  const ciId = reference === null ? null : lookup(reference);
  return { cis: ciId === null ? [] : [ciId], unresolvedCi: ciId === null ? reference : null };
}

/**
 * What the report has changed beside the outcome; null when nothing. A title that a person has edited since is left
 * alone unless the pipeline gives another one.
 */
function news(before: DeploymentRecord | null, record: DeploymentRecord, lookup: CiLookup): Amendment | null {
  const isNew = (name: 'title' | 'actor' | 'ci' | 'startedAt' | 'revision' | 'url' | 'environment') =>
    sameKey(valueOf(before?.[name] ?? null)) !== sameKey(valueOf(record[name]));
  const { title, requestedBy } = described(record);
  const told = {
    ...(isNew('title') ? { title } : {}),
    ...(isNew('actor') ? { requestedBy } : {}),
    ...(isNew('ci') ? located(record, lookup) : {}),
    ...(isNew('startedAt') ? { actualStart: timeOf(record.startedAt) } : {}),
  };
  const isTold = Object.keys(told).length > 0 || isNew('revision') || isNew('url') || isNew('environment');
  return isTold ? told : null;
}

function valueOf(member: { readonly value: unknown } | string | null): unknown {
  return member === null || typeof member === 'string' ? member : member.value;
}

function timeOf(text: string | null): Date | null {
  return text === null ? null : new Date(text);
}
