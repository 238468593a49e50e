import type { Evidence, Trail, Violation } from '../evidence/evidence.mts';

const CHECKER = 'trails';

type Fault = readonly [isThere: (trail: Trail) => boolean, kind: Violation['kind'], detail: (trail: Trail) => string];

const FAULTS: readonly Fault[] = [
  [
    ({ written, sealed, unsealed }) => sealed + unsealed < written,
    'lost',
    ({ written, sealed, unsealed }) => `${written} rows were written, ${sealed} are sealed and ${unsealed} wait for it`,
  ],
  [
    ({ written, sealed, named, unsealed }) => named < sealed || sealed + unsealed > written,
    'doubled',
    ({ written, sealed, named }) => `${sealed} rows of the chain are of ${named} of the ${written} of the log`,
  ],
  [({ broken }) => broken > 0, 'reordered', ({ broken }) => `${broken} rows do not follow from the row before`],
  [({ endsWhereItGoesOn }) => !endsWhereItGoesOn, 'diverged', () => 'the chain does not end where its sealer goes on'],
];

/** Each audit row is in its service's chain once, or waits for it; the chain is one, without gaps. */
export function checkTrails({ tables }: Evidence): Violation[] {
  return Object.entries(tables.trails).flatMap(([service, trail]) =>
    FAULTS.filter(([isThere]) => isThere(trail)).map(([, kind, detail]): Violation => ({
      ...{ checker: CHECKER, kind, subject: `audit trail of ${service}`, detail: detail(trail) },
    })),
  );
}
