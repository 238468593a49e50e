import type { AlertIn } from '../../client/inputs.mts';
import type { Alarm, AlarmStep } from './alarms.mts';
import type { Limit } from './limits.mts';

export interface AlertSource {
  /** The name that the alerts are sent under; one for each fault, so that a fault's alerts can be told apart. */
  readonly alerts: string;
  /** The source of the configuration items. */
  readonly estate: string;
}

/** What a monitoring tool sends at one moment. */
export function alertsOf(step: AlarmStep, source: AlertSource): AlertIn[] {
  return [
    ...step.end.map((alarm) => alertOf(alarm, source, 'resolved')),
    ...step.begin.map((alarm) => alertOf(alarm, source, 'firing')),
  ];
}

export function dedupKeyOf({ metric, node, statistic }: Limit): string {
  return `${node}/${metric}/${statistic}`.slice(-255);
}

function alertOf(
  { endsAt, limit, severity, startsAt, value }: Alarm,
  source: AlertSource,
  status: 'firing' | 'resolved',
): AlertIn {
  const { metric, node, normal, side, statistic } = limit;
  const words = `${metric} (${statistic}) is ${round(value)}, ${side} ${round(limit.value)}; normal is ${round(normal)}`;
  return {
    source: source.alerts,
    summary: `${node}: ${words}`.slice(0, 1024),
    severity,
    status,
    dedupKey: dedupKeyOf(limit),
    ci: { source: source.estate, externalId: node },
    labels: { metric, statistic },
    startsAt: new Date(startsAt).toISOString(),
    ...(status === 'resolved' ? { endsAt: new Date(endsAt).toISOString() } : {}),
  };
}

function round(value: number): string {
  return Number(value.toPrecision(4)).toString();
}
