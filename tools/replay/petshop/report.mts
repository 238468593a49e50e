import { share, table } from '../../terminal/table.mts';

export interface FaultResult {
  readonly fault: string;
  readonly metric: string;
  readonly rootCause: string;
  readonly alarms: number;
  /** Alarms from before the injection: nothing was wrong yet. */
  readonly early: number;
  readonly cisHit: number;
  /** Numbers of the incidents that its alerts opened or joined; the main one, with most of the alerts, first. */
  readonly incidents: readonly string[];
  readonly suspects: number;
  /** Place of the true change among the suspects of the main incident, from 1; null when it is not among them. */
  readonly rank: number | null;
}

export function faultTable(results: readonly FaultResult[]): string {
  return table(
    ['fault', 'of', 'root cause', 'alerts', 'early', 'incidents', 'CIs hit', 'suspects', 'rank'],
    results.map((result) => [
      result.fault,
      result.metric,
      result.rootCause.length > 34 ? `${result.rootCause.slice(0, 33)}…` : result.rootCause,
      String(result.alarms),
      String(result.early),
      String(result.incidents.length),
      String(result.cisHit),
      String(result.suspects),
      result.rank === null ? '–' : String(result.rank),
    ]),
    ['left', 'left', 'left', 'right', 'right', 'right', 'right', 'right', 'right'],
  );
}

/** Every fault counts in every sum, also one that no threshold showed. */
export function sums(results: readonly FaultResult[]): string {
  const count = (test: (result: FaultResult) => boolean): number => results.filter(test).length;
  const silent = results.filter(({ alarms }) => alarms === 0).map(({ fault }) => fault);
  const ranked = (upTo: number): number => count(({ rank }) => rank !== null && rank <= upTo);
  const lines = [
    `one incident:           ${share(
      count(({ incidents }) => incidents.length === 1),
      results.length,
    )}`,
    `true change first:      ${share(ranked(1), results.length)}`,
    `among the first three:  ${share(ranked(3), results.length)}`,
  ];
  for (const metric of [...new Set(results.map((result) => result.metric))].sort()) {
    const of = results.filter((result) => result.metric === metric);
    const first = of.filter(({ rank }) => rank === 1).length;
    const three = of.filter(({ rank }) => rank !== null && rank <= 3).length;
    lines.push(`  ${metric}: first ${share(first, of.length)}, among the first three ${share(three, of.length)}`);
  }
  if (silent.length > 0) {
    lines.push(`No threshold was crossed in ${silent.length} (counted as missed above): ${silent.join(', ')}`);
  }
  return lines.join('\n');
}
