import type { Evidence, Violation } from '../evidence/evidence.mts';
import type { Operation, OperationKind } from '../ledger/operation.mts';

const CHECKER = 'commands';

/** Kinds whose one event in the log carries the operation's text. */
const LOGGED: ReadonlySet<OperationKind> = new Set([
  'note',
  'open-incident',
  'open-change',
  'edit-change',
  'create-ci',
  'edit-ci',
  'finish-deployment',
  'discover',
]);
/** Kinds whose text stays in a table for good. */
const STORED: ReadonlySet<OperationKind> = new Set([
  'note',
  'open-incident',
  'create-ci',
  'report-deployment',
  'report-metric',
]);

/**
 * Every acknowledged command is there exactly once, every one without an answer at most once, every refused one not at
 * all; and the version that an answer told is the version of the command's event.
 */
export function checkCommands({ operations, log, tables }: Evidence): Violation[] {
  const events = new Map<string, Map<string, number>>();
  for (const { mark, id, version } of log) {
    if (mark === null) continue;
    const versions = events.get(mark) ?? new Map<string, number>();
    events.set(mark, versions.set(id, version));
  }
  return operations.flatMap((operation) => {
    const versions = events.get(operation.id);
    return [
      ...(LOGGED.has(operation.kind) ? compare(operation, versions?.size ?? 0, 'events') : []),
      ...(STORED.has(operation.kind) ? compare(operation, tables.traces.get(operation.id) ?? 0, 'rows') : []),
      ...(versions === undefined ? [] : compareVersion(operation, [...versions.values()])),
    ];
  });
}

function compare(operation: Operation, found: number, what: string): Violation[] {
  const { id, kind, outcome, status, door, weight = 1 } = operation;
  const subject = `${kind} ${id} (${what})`;
  const told = `${kind} by ${door}, ${outcome}${status === null ? '' : ` with ${status}`}, has ${found} ${what}`;
  if (found > weight) return [{ checker: CHECKER, kind: 'doubled', subject, detail: told }];
  if (outcome === 'acknowledged' && found < weight) return [{ checker: CHECKER, kind: 'lost', subject, detail: told }];
  if (outcome === 'refused' && found > 0) return [{ checker: CHECKER, kind: 'lied', subject, detail: told }];
  return [];
}

function compareVersion({ id, kind, outcome, version }: Operation, [logged]: readonly number[]): Violation[] {
  if (outcome !== 'acknowledged' || version === null || version === logged) return [];
  const detail = `the answer to ${kind} said version ${version}, its event is version ${logged}`;
  return [{ checker: CHECKER, kind: 'lied', subject: `${kind} ${id} (version)`, detail }];
}
