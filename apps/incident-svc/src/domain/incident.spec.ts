import { type IncidentData, incidentOpened } from '@itops/contracts';
import { Conflict, IllegalTransition } from '@itops/kit';
import fc from 'fast-check';

import { Incident } from './incident';
import { type Outcome } from './incident.moves';
import { PriorityMatrix } from './priority';
import { type By } from './timeline';

const minute = (count: number): Date => new Date(Date.UTC(2026, 0, 1, 0, count));
const by = (count = 0): By => ({ actor: 'ann', at: minute(count) });
const ci = '01890000-0000-7000-8000-000000000001';

function opened(source: 'manual' | 'alert' = 'manual') {
  return Incident.open(
    { serial: 7, title: 'Shop is slow', impact: 2, urgency: 2, ciId: ci, affectedCis: [ci], source },
    PriorityMatrix.default,
    by(),
  );
}
const fresh = () => opened().incident;
function refusalOf(move: () => unknown): IllegalTransition {
  try {
    move();
  } catch (error) {
    if (error instanceof IllegalTransition) return error;
    throw error;
  }
  throw new Error('It was not refused.');
}
const names = ({ events }: Outcome) => events.map(({ type }) => type.split('.')[2]);

describe('Incident', () => {
  it('opens with a number, a priority from the matrix and one event', () => {
    const { incident, outcome } = opened();
    expect(incident.snapshot).toMatchObject({
      number: 'INC0000007',
      priority: 3,
      state: 'new',
      version: 1,
      openedAt: minute(0),
    });
    expect(outcome.events[0]).toMatchObject({
      type: incidentOpened.type,
      aggregateVersion: 1,
      data: { number: 'INC0000007' },
    });
    expect(outcome.timeline[0]).toMatchObject({ kind: 'state', actor: 'ann', at: minute(0) });
  });

  it('goes through its whole life', () => {
    const incident = fresh();
    const outcomes = [
      incident.start(by(1)),
      incident.hold('vendor', by(2)),
      incident.resume(by(3)),
      incident.resolve('fixed', 'Restarted', by(4)),
      incident.reopen('Slow again', by(5)),
      incident.resolve('fixed', 'Index added', by(6)),
      incident.close(by(7)),
    ];
    expect(outcomes.flatMap(names)).toEqual([
      'started',
      'held',
      'resumed',
      'resolved',
      'reopened',
      'resolved',
      'closed',
    ]);
    expect(incident.snapshot).toMatchObject({
      state: 'closed',
      version: 8,
      acknowledgedAt: minute(1),
      resolvedAt: minute(6),
      closedAt: minute(7),
      reopenCount: 1,
      closeCode: 'fixed',
      holdReason: null,
      takenInHand: true,
    });
    expect(() => incident.start(by(8))).toThrow(IllegalTransition);
    expect(() => incident.edit({ title: 'x' }, by(8))).toThrow(Conflict);
  });

  it('forgets the resolution when it is reopened', () => {
    const incident = fresh();
    incident.resolve('fixed', 'done', by(1));
    incident.reopen('not done', by(2));
    expect(incident.snapshot).toMatchObject({
      resolvedAt: null,
      closeCode: null,
      closeNotes: null,
      state: 'in_progress',
    });
  });

  it('counts changes of group, of which the first is none', () => {
    const incident = fresh();
    incident.assign({ group: 'web' }, by(1));
    expect(incident.snapshot).toMatchObject({ reassignmentCount: 0, assignmentGroup: 'web' });
    incident.assign({ group: 'web', assignee: 'bob' }, by(2));
    expect(incident.snapshot).toMatchObject({ reassignmentCount: 0, assignee: 'bob' });
    incident.assign({ group: 'db' }, by(3));
    expect(incident.snapshot).toMatchObject({ reassignmentCount: 1, assignmentGroup: 'db', assignee: null });
    expect(incident.assign({ group: 'db' }, by(4)).events).toEqual([]);
  });

  it('becomes a major incident beside its state', () => {
    const incident = fresh();
    expect(() => incident.moveMajor('accept-major', by())).toThrow(IllegalTransition);
    expect(names(incident.moveMajor('propose-major', by()))).toEqual(['noted']);
    expect(incident.allowedActions).toContain('accept-major');
    expect(names(incident.moveMajor('accept-major', by()))).toEqual(['escalated']);
    expect(incident.snapshot).toMatchObject({ major: 'accepted', state: 'new' });
    incident.resolve('fixed', 'done', by());
    expect(() => incident.moveMajor('reject-major', by())).toThrow(IllegalTransition);
    expect(incident.allowedActions).toEqual(['close', 'reopen', 'assign']);
  });

  it('tells of another priority and of other words apart, and of nothing when nothing changed', () => {
    const incident = fresh();
    expect(names(incident.edit({ title: 'Shop is down', impact: 1, urgency: 1 }, by(1)))).toEqual([
      'prioritised',
      'noted',
    ]);
    expect(incident.snapshot).toMatchObject({ priority: 1, version: 3, title: 'Shop is down' });
    expect(incident.edit({ title: 'Shop is down', impact: 1 }, by(2)).events).toEqual([]);
    expect(incident.snapshot.version).toBe(3);
  });

  const evidence = {
    impact: 1,
    urgency: 1,
    ciId: null,
    affectedCis: [],
    alertCount: 3,
    firstSignalAt: minute(0),
    lastSignalAt: minute(2),
  } as const;

  it('follows its signals, until a person knows better', () => {
    const { incident } = opened('alert');
    expect(names(incident.weigh(evidence, by(1)))).toEqual(['prioritised']);
    expect(incident.snapshot).toMatchObject({ priority: 1, ciId: null, alertCount: 3, takenInHand: false });
    expect(incident.weigh(evidence, by(2)).events).toEqual([]);
    incident.edit({ impact: 3, ciId: ci }, by(3));
    incident.weigh({ ...evidence, alertCount: 4 }, by(4));
    expect(incident.snapshot).toMatchObject({ impact: 3, ciId: ci, alertCount: 4 });
  });

  it('ends by itself and returns, but not while people wait for something', () => {
    const { incident } = opened('alert');
    expect(names(incident.clear('alerts', by(1)))).toEqual(['resolved']);
    expect(incident.snapshot).toMatchObject({ closeCode: 'alerts_cleared', takenInHand: false, acknowledgedAt: null });
    expect(names(incident.returns('it fires again', by(2)))).toEqual(['reopened']);
    incident.hold('vendor', by(3));
    expect(incident.clear('alerts', by(4)).events).toEqual([]);
  });

  it('refuses a move with all that it allows, beside its state too', () => {
    expect(refusalOf(() => fresh().close(by())).allowedActions).toEqual(fresh().allowedActions);
    const refused = refusalOf(() => fresh().moveMajor('accept-major', by()));
    expect(refused.allowedActions).toEqual(['start', 'resolve', 'cancel', 'assign', 'propose-major']);
  });

  it('numbers its events without a gap, each with the state of its version, whatever is done', () => {
    const moves: ((incident: Incident) => Outcome)[] = [
      (one) => one.start(by()),
      (one) => one.hold('change', by()),
      (one) => one.resume(by()),
      (one) => one.resolve('fixed', 'done', by()),
      (one) => one.reopen('again', by()),
      (one) => one.close(by()),
      (one) => one.cancel('mistake', by()),
      (one) => one.assign({ group: 'web' }, by()),
      (one) => one.assign({ group: 'db', assignee: 'bob' }, by()),
      (one) => one.moveMajor('propose-major', by()),
      (one) => one.moveMajor('reject-major', by()),
      (one) => one.note({ kind: 'work', text: 'looked' }, by()),
      (one) => one.edit({ urgency: 1, title: 'other' }, by()),
      (one) => one.weigh(evidence, by()),
      (one) => one.clear('alerts', by()),
      (one) => one.foundSuspects([], by()),
    ];
    fc.assert(
      fc.property(fc.array(fc.nat({ max: moves.length - 1 }), { maxLength: 30 }), (chosen) => {
        const { incident, outcome } = opened();
        const events = [...outcome.events];
        for (const index of chosen) {
          const before = incident.snapshot;
          try {
            events.push(...(moves[index]?.(incident).events ?? []));
          } catch (error) {
            if (!(error instanceof IllegalTransition) && !(error instanceof Conflict)) throw error;
            expect(incident.snapshot).toBe(before);
            if (error instanceof IllegalTransition) expect(error.allowedActions).toEqual(incident.allowedActions);
          }
        }
        expect(events.map(({ aggregateVersion }) => aggregateVersion)).toEqual(events.map((_, index) => index + 1));
        expect(incident.snapshot.version).toBe(events.length);
        const last = events.at(-1)?.data;
        const state: Pick<IncidentData, 'state' | 'version'> = {
          state: incident.snapshot.state,
          version: events.length,
        };
        expect(last).toMatchObject(state);
      }),
    );
  });
});
