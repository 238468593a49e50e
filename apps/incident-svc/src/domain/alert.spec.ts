import { type AlertIn } from '@itops/contracts';
import { IllegalTransition } from '@itops/kit';
import fc from 'fast-check';

import { Alert } from './alert';
import { type Signal, signalOf } from './signal';

const at = (minute: number) => new Date(Date.UTC(2026, 0, 1, 0, minute));
const now = at(600);
const NO_INCIDENT: ReadonlySet<string> = new Set();

function signal(minute: number, report: Partial<AlertIn> = {}): Signal {
  return signalOf({ source: 'prom', summary: 'disk full', severity: 'error', dedupKey: 'disk', ...report }, at(minute));
}
const firing = (minute: number, report: Partial<AlertIn> = {}) =>
  signal(minute, { startsAt: at(minute).toISOString(), ...report });
const resolved = (minute: number) => signal(minute, { status: 'resolved', endsAt: at(minute).toISOString() });
const fresh = (minute = 0) => Alert.first(firing(minute), null, now);

describe('Alert', () => {
  it('fires once, counts repetitions and ends', () => {
    const alert = fresh();
    expect(alert.report(firing(1), null, now)).toBe('repeated');
    expect(alert.report(resolved(2), null, now)).toBe('resolved');
    expect(alert.snapshot).toMatchObject({ state: 'resolved', occurrences: 2, resolvedAt: at(2), firstSeenAt: at(0) });
    expect(alert.takeEvents(NO_INCIDENT).map(({ type, aggregateVersion }) => [type, aggregateVersion])).toEqual([
      ['itops.alert.fired.v1', 1],
      ['itops.alert.repeated.v1', 2],
      ['itops.alert.resolved.v1', 3],
    ]);
  });

  it('makes one event of repetitions in a row, with the last state', () => {
    const alert = fresh();
    for (let minute = 1; minute < 500; minute++) alert.report(firing(minute), null, now);
    const events = alert.takeEvents(NO_INCIDENT);
    expect(events.map(({ aggregateVersion }) => aggregateVersion)).toEqual([1, 2]);
    expect(events[1]?.data).toMatchObject({ occurrences: 500, lastSeenAt: at(499).toISOString() });
    expect(alert.takeEvents(NO_INCIDENT)).toEqual([]);
  });

  it('rises in severity, and never falls while it is open', () => {
    const alert = Alert.first(firing(0, { severity: 'warning' }), null, now);
    expect(alert.report(firing(1, { severity: 'critical' }), null, now)).toBe('raised');
    expect(alert.report(firing(2, { severity: 'info' }), null, now)).toBe('repeated');
    expect(alert.snapshot.severity).toBe('critical');
  });

  it('fires again after its end, with the severity of then', () => {
    const alert = fresh();
    alert.report(resolved(5), null, now);
    expect(alert.report(firing(9, { severity: 'critical' }), null, now)).toBe('fired');
    expect(alert.snapshot).toMatchObject({
      state: 'firing',
      severity: 'critical',
      startedAt: at(9),
      firstSeenAt: at(0),
      resolvedAt: null,
    });
  });

  it.each([
    ['an end older than the firing', [firing(10), resolved(4)], 'firing'],
    ['a firing older than the end', [firing(0), resolved(10), firing(5)], 'resolved'],
    ['a second end', [firing(0), resolved(10), resolved(12)], 'resolved'],
  ] as const)('is not moved by %s', (_, [first, ...rest], state) => {
    const alert = Alert.first(first, null, now);
    expect(rest.map((report) => alert.report(report, null, now)).at(-1)).toBe('stale');
    expect(alert.snapshot.state).toBe(state);
  });

  it('keeps newer words when an older report comes late, and counts it', () => {
    const alert = Alert.first(firing(10, { summary: 'new' }), null, now);
    alert.report(firing(3, { summary: 'old' }), null, now);
    expect(alert.snapshot).toMatchObject({ summary: 'new', occurrences: 2, startedAt: at(3), firstSeenAt: at(3) });
  });

  it('is acknowledged once', () => {
    const alert = fresh();
    alert.acknowledge(now);
    expect(() => alert.acknowledge(now)).toThrow(IllegalTransition);
    expect(() => alert.acknowledge(now)).toThrow('Possible now: resolve.');
    expect(alert.report(firing(3), null, now)).toBe('repeated');
    expect(alert.snapshot.state).toBe('acknowledged');
  });

  it('judges a replayed report by its own times', () => {
    const long = signalOf({ source: 's', summary: 'x', severity: 'info', startsAt: '2023-05-01T10:00:00Z' }, at(0));
    expect(long.seenAt).toEqual(new Date('2023-05-01T10:00:00Z'));
    expect(signal(30, { startsAt: at(0).toISOString() }).seenAt).toEqual(at(30));
  });

  it.each(['0000-01-01T00:00:00Z', '2026-01-01T23:59:60Z', '1969-12-31T00:00:00Z'])(
    'takes the time of sending for %s',
    (startsAt) => {
      expect(signal(7, { startsAt }).startedAt).toEqual(at(7));
    },
  );

  it('ends in the state that the newest report tells, in whatever order reports come', () => {
    // Firing and end in turn, at growing times: the order of a sender's truth.
    const history = fc
      .array(fc.integer({ min: 1, max: 30 }), { minLength: 1, maxLength: 8 })
      .map((gaps) => gaps.reduce<number[]>((times, gap) => [...times, (times.at(-1) ?? 0) + gap], []))
      .map((times) => times.map((minute, index) => (index % 2 === 0 ? firing(minute) : resolved(minute))));
    fc.assert(
      fc.property(history, fc.infiniteStream(fc.double({ min: 0, max: 1, noNaN: true })), (truth, chance) => {
        // Every report comes twice: once in order, once again anywhere later.
        const delivered = truth.flatMap((report, index) => {
          const again = truth.slice(0, index + 1).filter(() => (chance.next().value ?? 0) < 0.3);
          return [report, ...again];
        });
        const [first, ...rest] = delivered;
        if (first === undefined) return;
        const alert = Alert.first(first, null, now);
        for (const report of rest) alert.report(report, null, now);
        expect(alert.snapshot.state).toBe(truth.at(-1)?.status === 'firing' ? 'firing' : 'resolved');
        expect(
          alert.takeEvents(NO_INCIDENT).map(({ aggregateVersion }, index) => aggregateVersion - index - 1),
        ).not.toContain(1);
      }),
    );
  });
});
