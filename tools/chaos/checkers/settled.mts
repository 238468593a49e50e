import type { Evidence, Violation } from '../evidence/evidence.mts';

const CHECKER = 'settled';

/** Nothing waits any more, and nothing was put aside: all that the writers send is sound. */
export function checkSettled({ tables }: Evidence): Violation[] {
  const waiting = (where: string, counts: Readonly<Record<string, number>>): Violation[] =>
    Object.entries(counts).flatMap(([service, rows]) =>
      rows === 0
        ? []
        : [{ checker: CHECKER, kind: 'stuck', subject: `${where} of ${service}`, detail: `${rows} rows wait` }],
    );
  return [
    ...waiting('outbox', tables.outbox),
    ...waiting('held messages', tables.held),
    ...tables.parked.map(({ consumer, topic, aggregateId, version, reason }): Violation => ({
      checker: CHECKER,
      kind: 'parked',
      subject: `${consumer} ${topic} ${aggregateId ?? ''} ${version ?? ''}`,
      detail: reason,
    })),
  ];
}
