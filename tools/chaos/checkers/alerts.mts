import type { Evidence, Violation } from '../evidence/evidence.mts';

const CHECKER = 'alerts';

/** An alert has been counted as often as it was reported: each acknowledged report, and perhaps those without an answer. */
export function checkAlerts({ operations, tables }: Evidence): Violation[] {
  const bounds = new Map<string, { sure: number; perhaps: number }>();
  for (const { kind, key, outcome } of operations) {
    if (kind !== 'report-alert' || outcome === 'refused') continue;
    const bound = bounds.get(key) ?? { sure: 0, perhaps: 0 };
    bound[outcome === 'acknowledged' ? 'sure' : 'perhaps']++;
    bounds.set(key, bound);
  }
  return [...bounds].flatMap(([key, { sure, perhaps }]): Violation[] => {
    const counted = tables.occurrences.get(key) ?? 0;
    const detail = `counted ${counted} times; ${sure} reports acknowledged, ${perhaps} without an answer`;
    if (counted < sure) return [{ checker: CHECKER, kind: 'lost', subject: key, detail }];
    if (counted > sure + perhaps) return [{ checker: CHECKER, kind: 'doubled', subject: key, detail }];
    return [];
  });
}
