import type { Fault } from './dataset.mts';
import { crosses, type Limit, severityOf } from './limits.mts';

/** One condition that a monitoring tool would report: from the first value beyond the limit until it is back. */
export interface Alarm {
  readonly limit: Limit;
  readonly severity: 'critical' | 'error';
  /** The value is known when its period is over; so is the alarm. */
  readonly startsAt: number;
  readonly endsAt: number;
  readonly value: number;
}

/** What happens at one moment: alarms that begin, alarms that end. */
export interface AlarmStep {
  readonly at: number;
  readonly begin: readonly Alarm[];
  readonly end: readonly Alarm[];
}

/** All alarms of a fault's window. One that lasts to the window's end ends a period later, when nothing more is known. */
export function findAlarms({ metrics }: Fault, limits: readonly Limit[]): Alarm[] {
  const knownAt = (periodStart: number): number => periodStart + metrics.periodMs;
  const afterWindow = knownAt(metrics.times.at(-1) ?? 0) + metrics.periodMs;
  return limits.flatMap((limit) => {
    const series = metrics.series.find(
      ({ metric, node, statistic }) => node === limit.node && metric === limit.metric && statistic === limit.statistic,
    );
    const alarms: Alarm[] = [];
    let open: Omit<Alarm, 'endsAt'> | undefined;
    for (const point of series?.points ?? []) {
      const at = knownAt(point.at);
      if (!crosses(limit, point.value)) {
        if (open) alarms.push({ ...open, endsAt: at });
        open = undefined;
      } else {
        open ??= { limit, severity: severityOf(limit, point), startsAt: at, value: point.value };
      }
    }
    if (open) alarms.push({ ...open, endsAt: afterWindow });
    return alarms;
  });
}

/** The alarms as they are reported, moment by moment. */
export function alarmSteps(alarms: readonly Alarm[]): AlarmStep[] {
  const moments = [...new Set(alarms.flatMap(({ endsAt, startsAt }) => [startsAt, endsAt]))].sort((a, b) => a - b);
  return moments.map((at) => ({
    at,
    begin: alarms.filter(({ startsAt }) => startsAt === at),
    end: alarms.filter(({ endsAt }) => endsAt === at),
  }));
}
