import { type Severity } from '@itops/contracts';
import { DAY } from '@itops/kit';

import { type Level } from './priority';

export interface Assessment {
  readonly impact: Level;
  readonly urgency: Level;
}

/** A configuration item that is hit: how much the business hangs on it, 1 (all of it) to 4 (little); null when unknown. */
export type Criticality = number | null;

/** From so many alerting items on, a fault counts as one level wider than its most critical item alone. */
export const WIDE_FAULT_ITEMS = 5;

/**
 * How bad a fault is, from what is known about it:
 *
 * | impact | when |
 * |---|---|
 * | 1 | an alerting item has criticality 1 |
 * | 2 | an alerting item has criticality 2, or the fault reaches an item of criticality 1 that does not alert (yet) |
 * | 3 | otherwise |
 *
 * One level higher where five items or more alert. Urgency is the worst severity: critical 1, error 2, else 3.
 */
export function assessFault(fault: {
  readonly alerting: readonly Criticality[];
  readonly reached: readonly Criticality[];
  readonly worstSeverity: Severity;
}): Assessment {
  const direct = Math.min(...fault.alerting.map(impactOfCriticality), 3);
  const beyond = fault.reached.some((criticality) => criticality === 1) ? 2 : 3;
  const base = Math.min(direct, beyond);
  const impact = fault.alerting.length >= WIDE_FAULT_ITEMS ? base - 1 : base;
  return { impact: clamp(impact), urgency: urgencyOfSeverity(fault.worstSeverity) };
}

/** A breach to come is urgent by the time that is left: within a day 2, later 3; one that is there, by its severity. */
export function assessBreach(breach: {
  readonly criticality: Criticality;
  readonly severity: Severity;
  readonly detectedAt: Date;
  readonly expectedAt: Date | null;
}): Assessment {
  const impact = impactOfCriticality(breach.criticality);
  if (breach.expectedAt === null) return { impact, urgency: urgencyOfSeverity(breach.severity) };
  const left = breach.expectedAt.getTime() - breach.detectedAt.getTime();
  return { impact, urgency: left <= DAY ? 2 : 3 };
}

/** The worse of two, part by part: an open fault is never talked down by what is seen of it later. */
export function worse(one: Assessment, other: Assessment): Assessment {
  return {
    impact: clamp(Math.min(one.impact, other.impact)),
    urgency: clamp(Math.min(one.urgency, other.urgency)),
  };
}

const SEVERITY_RANK: Readonly<Record<Severity, number>> = { critical: 0, error: 1, warning: 2, info: 3 };

export function worseSeverity(one: Severity, other: Severity): Severity {
  return SEVERITY_RANK[one] <= SEVERITY_RANK[other] ? one : other;
}

/** Whether a condition of this severity is an incident by itself. */
export function opensIncidents(severity: Severity): boolean {
  return severity === 'critical' || severity === 'error';
}

function impactOfCriticality(criticality: Criticality): Level {
  return criticality === 1 ? 1 : criticality === 2 ? 2 : 3;
}

function urgencyOfSeverity(severity: Severity): Level {
  return severity === 'critical' ? 1 : severity === 'error' ? 2 : 3;
}

function clamp(level: number): Level {
  return level <= 1 ? 1 : level >= 3 ? 3 : 2;
}
