import { type AlertIn, type CiReference, alertDedupKey, type Severity } from '@itops/contracts';
import { DAY } from '@itops/kit';

export interface Link {
  readonly href: string;
  readonly text?: string;
}

/** One report of a condition, as the domain reads it. */
export interface Signal {
  readonly source: string;
  readonly dedupKey: string;
  readonly summary: string;
  readonly severity: Severity;
  readonly status: 'firing' | 'resolved';
  readonly labels: Readonly<Record<string, string>>;
  readonly annotations: Readonly<Record<string, string>>;
  readonly links: readonly Link[];
  /** How the sender named the item; kept, since the item may become known later. */
  readonly ciReference: CiReference | null;
  /** When the condition began. */
  readonly startedAt: Date;
  /** When a resolved condition ended. */
  readonly endedAt: Date;
  /** When the sender saw it. */
  readonly seenAt: Date;
}

/** A report so much older than its envelope tells of the past; then only its own times count, and not the envelope's. */
const REPLAYED_AFTER = DAY;

/** @param time when the report was sent: the envelope's time. */
export function signalOf(report: AlertIn, time: Date): Signal {
  const startsAt = timeOf(report.startsAt);
  const endsAt = timeOf(report.endsAt);
  const own = endsAt ?? startsAt;
  const seenAt = own !== undefined && time.getTime() - own.getTime() > REPLAYED_AFTER ? own : time;
  return {
    source: report.source,
    dedupKey: alertDedupKey(report),
    summary: report.summary,
    severity: report.severity,
    status: report.status ?? 'firing',
    labels: report.labels ?? {},
    annotations: report.annotations ?? {},
    links: (report.links ?? []).map(({ href, text }) => (text === undefined ? { href } : { href, text })),
    ciReference: report.ci ?? null,
    startedAt: startsAt ?? time,
    endedAt: endsAt ?? seenAt,
    seenAt,
  };
}

const LATEST = Date.UTC(9999, 0, 1);

/** A valid RFC 3339 text may still name no usable time: a leap second, the year 0000. Such a time counts as not given. */
function timeOf(text: string | undefined): Date | undefined {
  if (text === undefined) return undefined;
  const time = new Date(text);
  return time.getTime() >= 0 && time.getTime() < LATEST ? time : undefined;
}
