import type { Evidence, LoggedEvent, Violation } from '../evidence/evidence.mts';

const CHECKER = 'sequences';

/**
 * For each aggregate the log has the versions 1, 2, 3, … in this order and each as one event; only the identical event
 * may be there again. And the log ends with the version that is stored.
 */
export function checkSequences({ log, tables }: Evidence): Violation[] {
  const violations: Violation[] = [];
  for (const [aggregate, events] of Map.groupBy(log, keyOf)) {
    const ids = new Map<number, string>();
    let highest = 0;
    const report = (kind: Violation['kind'], version: number, detail: string): void => {
      violations.push({ checker: CHECKER, kind, subject: `${aggregate} version ${version}`, detail });
    };
    for (const { id, version, partition, offset } of events) {
      const known = ids.get(version);
      if (known === undefined) {
        if (version < highest)
          report('reordered', version, `first sent after version ${highest}, at ${partition}@${offset}`);
        ids.set(version, id);
        highest = Math.max(highest, version);
      } else if (known !== id) {
        report('doubled', version, `is two events: ${known} and ${id}`);
      }
    }
    for (let version = 1; version <= highest; version++) {
      if (!ids.has(version)) report('lost', version, `is not in the log, which goes on to version ${highest}`);
    }
    const stored = tables.versions.get(aggregate);
    if (stored !== undefined && stored > highest) report('lost', stored, `is stored; the log ends with ${highest}`);
    if (stored !== undefined && stored < highest) report('diverged', highest, `is in the log; stored is ${stored}`);
  }
  return violations;
}

/** How many events were sent more than once: allowed after a failure, and a fault without one. */
export function repeatedSendings(log: readonly LoggedEvent[]): number {
  return log.length - new Set(log.map(({ id }) => id)).size;
}

function keyOf({ aggregateType, aggregateId }: LoggedEvent): string {
  return `${aggregateType}/${aggregateId}`;
}
