import {
  CHANGE_CLOSE_CODES,
  type ChangeData,
  type CiReference,
  DEPLOYMENT_STATUSES,
  type DomainEvent,
  type DeploymentStatus,
} from '@itops/contracts';
import { newId } from '@itops/kit';
import * as fc from 'fast-check';

import { type Change } from './change';
import { type DeploymentReport } from './deployment-record';
import { followDeployment, openForDeployment } from './follow-deployment';

const CI = newId();
const OTHER_CI = newId();
const lookup = (reference: CiReference) =>
  reference === 'shop-db' ? CI : typeof reference === 'object' ? OTHER_CI : null;
const minute = (n: number) => new Date(Date.UTC(2026, 0, 5, 9, n));

const report = (status: DeploymentStatus, at: number, more: Partial<DeploymentReport> = {}): DeploymentReport => ({
  source: 'github',
  externalRef: 'run-17',
  ci: 'shop-db',
  status,
  at: minute(at),
  ...more,
});

/** Applies the reports in the order given, as the service would, whenever they arrive. */
function arrive(reports: readonly DeploymentReport[]): { change: Change; events: DomainEvent<ChangeData>[] } {
  const [first, ...rest] = reports;
  if (first === undefined) throw new Error('nothing arrived');
  const deed = (n: number) => ({ actor: 'pipeline', principals: ['pipeline'], at: minute(100 + n) });
  const { change, events } = openForDeployment({ id: newId(), number: 'CHG0000001' }, first, lookup, deed(0));
  rest.forEach((next, index) => events.push(...followDeployment(change, next, lookup, deed(index + 1))));
  return { change, events };
}

const facts = (events: readonly DomainEvent[]) => events.map(({ type }) => type.split('.')[2]);

/** All that must not depend on the order of arrival. */
function outcomeOf(change: Change) {
  const { id: _id, version: _version, createdAt: _createdAt, updatedAt: _updatedAt, ...rest } = change.details;
  return rest;
}

describe('a deployment', () => {
  it('that starts opens a standard change and walks it to its implementation', () => {
    const { change, events } = arrive([report('started', 1, { title: 'Shop 4.2', actor: 'ann', revision: 'abc' })]);
    expect(facts(events)).toEqual(['created', 'scheduled', 'started']);
    expect(change.details).toMatchObject({
      type: 'standard',
      source: 'deployment',
      state: 'implement',
      title: 'Shop 4.2',
      requestedBy: 'ann',
      externalRef: 'run-17',
      actualStart: minute(1),
      actualEnd: null,
      cis: [CI],
      version: 3,
    });
  });

  it.each([
    ['succeeded', 'completed', false, 'successful'],
    ['failed', 'failed', true, 'unsuccessful'],
    ['rolled_back', 'backed-out', true, 'unsuccessful'],
  ] as const)('that %s ends its change as %s', (status, fact, failed, closeCode) => {
    const { change, events } = arrive([report('started', 1), report(status, 5)]);
    expect(facts(events)).toEqual(['created', 'scheduled', 'started', fact, 'closed']);
    expect(change.details).toMatchObject({ state: 'closed', failed, closeCode, actualEnd: minute(5) });
  });

  it('whose end arrives first opens and closes its change; the start then only fills its time', () => {
    const { change, events } = arrive([report('succeeded', 5)]);
    expect(facts(events)).toEqual(['created', 'scheduled', 'started', 'completed', 'closed']);
    expect(change.details.actualStart).toBeNull();
    expect(
      facts(followDeployment(change, report('started', 1), lookup, { actor: 'p', principals: ['p'], at: minute(9) })),
    ).toEqual(['updated']);
    expect(change.details).toMatchObject({ state: 'closed', actualStart: minute(1), actualEnd: minute(5), version: 6 });
  });

  it('that is rolled back after it succeeded tells so and counts as failed, closed as it is', () => {
    const { change, events } = arrive([report('started', 1), report('succeeded', 5), report('rolled_back', 9)]);
    expect(facts(events).slice(-1)).toEqual(['backed-out']);
    expect(change.details).toMatchObject({
      state: 'closed',
      failed: true,
      closeCode: 'unsuccessful',
      actualEnd: minute(9),
    });
  });

  it('that is reported again says nothing new', () => {
    const { events } = arrive([report('started', 1), report('started', 1), report('started', 3)]);
    expect(events).toHaveLength(3);
  });

  it('leaves what a person has edited, and the close code that a person has given', () => {
    const { change } = arrive([report('started', 1, { title: 'Shop 4.2' })]);
    const deed = { actor: 'bob', principals: ['bob'], at: minute(50) };
    change.edit({ title: 'Shop 4.2, with new indexes' }, deed);
    change.complete(deed);
    change.close('successful_issues', 'slow for an hour', deed);
    const events = followDeployment(change, report('failed', 5, { title: 'Shop 4.2' }), lookup, deed);
    expect(facts(events)).toEqual(['failed']);
    expect(change.details).toMatchObject({
      title: 'Shop 4.2, with new indexes',
      state: 'closed',
      failed: true,
      closeCode: 'successful_issues',
      closeNotes: 'slow for an hour',
    });
  });

  it('is closed by its report when a person has only ended the implementation', () => {
    const { change } = arrive([report('started', 1)]);
    change.complete({ actor: 'bob', principals: ['bob'], at: minute(4) });
    const events = followDeployment(change, report('rolled_back', 5), lookup, {
      actor: 'p',
      principals: ['p'],
      at: minute(9),
    });
    expect(facts(events)).toEqual(['backed-out', 'closed']);
    expect(change.details).toMatchObject({ state: 'closed', failed: true, closeCode: 'unsuccessful' });
  });

  it('keeps a reference to an unknown CI until that is known', () => {
    const { change } = arrive([report('started', 1, { ci: 'not-yet' })]);
    expect(change.details).toMatchObject({ cis: [], unresolvedCi: 'not-yet' });
    expect(facts(change.linkCi(CI, { actor: 's', principals: ['s'], at: minute(9) }))).toEqual(['updated']);
    expect(change.details).toMatchObject({ cis: [CI], unresolvedCi: null });
  });
});

describe('reports in any order, any number of times', () => {
  const anyReport = fc
    .record({
      status: fc.constantFrom(...DEPLOYMENT_STATUSES),
      at: fc.integer({ min: 0, max: 4 }),
      more: fc.record(
        {
          title: fc.constantFrom('Shop 4.2', 'Shop 4.3'),
          actor: fc.constantFrom('ann', 'bob'),
          revision: fc.constantFrom('a', 'b'),
          ci: fc.constantFrom<CiReference[]>('shop-db', 'unknown', { source: 'k8s', externalId: '7' }),
        },
        { requiredKeys: [] },
      ),
    })
    .map(({ status, at, more }) => report(status, at, more));

  /** The same reports twice: each at least once, in two orders, with repetitions of their own. */
  const twoArrivals = fc
    .uniqueArray(anyReport, { minLength: 1, maxLength: 6, selector: (value) => JSON.stringify(value) })
    .chain((reports) => {
      const arrival = fc
        .array(fc.nat({ max: reports.length - 1 }), { maxLength: 5 })
        .map((again) => [...reports, ...again.flatMap((index) => reports[index] ?? [])])
        .chain((all) => fc.shuffledSubarray(all, { minLength: all.length }));
      return fc.tuple(arrival, arrival);
    });

  it('end in the same state', () => {
    fc.assert(
      fc.property(twoArrivals, ([one, other]) => {
        expect(outcomeOf(arrive(one).change)).toEqual(outcomeOf(arrive(other).change));
      }),
      { numRuns: 400 },
    );
  });

  it('give gapless versions, one event each, and end closed exactly when an end was reported', () => {
    fc.assert(
      fc.property(twoArrivals, ([reports]) => {
        const { change, events } = arrive(reports);
        expect(events.map(({ aggregateVersion }) => aggregateVersion)).toEqual(events.map((_, index) => index + 1));
        expect(change.details.version).toBe(events.length);
        expect(change.trail).toHaveLength(events.length);
        const ended = reports.some(({ status }) => status !== 'started');
        expect(change.details.state).toBe(ended ? 'closed' : 'implement');
        expect(CHANGE_CLOSE_CODES.some((code) => code === change.details.closeCode)).toBe(ended);
        expect(events.at(-1)?.data).toMatchObject({ state: change.details.state, failed: change.details.failed });
      }),
      { numRuns: 200 },
    );
  });
});
