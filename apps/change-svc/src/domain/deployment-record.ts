import { type CiReference, type DeploymentIn, type DeploymentStatus } from '@itops/contracts';

export type DeploymentOutcome = Exclude<DeploymentStatus, 'started'>;

/** A report of a deployment, its time read. */
export interface DeploymentReport extends Omit<DeploymentIn, 'at'> {
  readonly at: Date;
}

/** A value and the place in time of the report that said so. */
interface Stamped<Value> {
  readonly value: Value;
  readonly at: string;
  readonly rank: number;
}

/**
 * What all reports of one (source, externalRef) say together. Reports come late, twice and in any order, so each
 * member is a maximum (or minimum) over them: whoever merges the same reports in any order gets the same record.
 */
export interface DeploymentRecord {
  readonly source: string;
  readonly externalRef: string;
  /** The earliest start that was reported. */
  readonly startedAt: string | null;
  /** The latest end that was reported; of two at the same time, the worse. */
  readonly outcome: { readonly status: DeploymentOutcome; readonly at: string } | null;
  readonly ci: Stamped<CiReference> | null;
  readonly title: Stamped<string> | null;
  readonly revision: Stamped<string> | null;
  readonly url: Stamped<string> | null;
  readonly actor: Stamped<string> | null;
  readonly environment: Stamped<string> | null;
}

/** Which of two reports of the same time is taken for the later one. */
const RANK: Readonly<Record<DeploymentStatus, number>> = { started: 0, succeeded: 1, failed: 2, rolled_back: 3 };

/** The record with one more report in it; without a record, the first. */
export function mergeReport(record: DeploymentRecord | null, report: DeploymentReport): DeploymentRecord {
  const at = report.at.toISOString();
  const rank = RANK[report.status];
  const stamp = <Value>(value: Value | undefined): Stamped<Value> | null =>
    value === undefined ? null : { value, at, rank };
  return {
    source: report.source,
    externalRef: report.externalRef,
    startedAt: report.status === 'started' ? earlier(record?.startedAt ?? null, at) : (record?.startedAt ?? null),
    outcome:
      report.status === 'started'
        ? (record?.outcome ?? null)
        : laterOutcome(record?.outcome ?? null, { status: report.status, at }),
    ci: later(record?.ci ?? null, stamp(report.ci)),
    title: later(record?.title ?? null, stamp(report.title)),
    revision: later(record?.revision ?? null, stamp(report.revision)),
    url: later(record?.url ?? null, stamp(report.url)),
    actor: later(record?.actor ?? null, stamp(report.actor)),
    environment: later(record?.environment ?? null, stamp(report.environment)),
  };
}

function earlier(a: string | null, b: string): string {
  return a === null || b < a ? b : a;
}

function laterOutcome(
  a: DeploymentRecord['outcome'],
  b: NonNullable<DeploymentRecord['outcome']>,
): DeploymentRecord['outcome'] {
  if (a === null) return b;
  if (a.at !== b.at) return b.at > a.at ? b : a;
  return RANK[b.status] > RANK[a.status] ? b : a;
}

function later<Value>(a: Stamped<Value> | null, b: Stamped<Value> | null): Stamped<Value> | null {
  if (a === null) return b;
  if (b === null) return a;
  if (a.at !== b.at) return b.at > a.at ? b : a;
  if (a.rank !== b.rank) return b.rank > a.rank ? b : a;
  // The values themselves decide last, so that the order of arrival never does.
  return sameKey(b.value) > sameKey(a.value) ? b : a;
}

/** Two references to a CI, or two texts, are the same when their keys are. */
export function sameKey(value: unknown): string {
  return JSON.stringify(value, (_, inner: unknown) =>
    typeof inner === 'object' && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  );
}
