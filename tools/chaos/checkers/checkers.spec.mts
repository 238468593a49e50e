import type { Evidence, LoggedEvent, Tables, Trail, Violation } from '../evidence/evidence.mts';
import type { Operation } from '../ledger/operation.mts';
import { CHECKERS } from './checkers.mts';
import { repeatedSendings } from './sequences.mts';

type Change = (evidence: Evidence) => Evidence;

const incident = { id: 'i1', state: 'new', ciId: 'c1', priority: 2 };
const ci = {
  id: 'c1',
  name: 'shop',
  class: 'service',
  criticality: 1,
  operationalStatus: 'degraded',
  stage: 'operate',
};

function event(version: number, overrides: Partial<LoggedEvent> = {}): LoggedEvent {
  return {
    topic: 'itops.incident.v1',
    partition: 0,
    offset: version - 1,
    id: `e${version}`,
    type: 'itops.incident.noted.v1',
    aggregateType: 'incident',
    aggregateId: 'i1',
    version,
    mark: `note-${version}`,
    ...overrides,
  };
}

function note(version: number, overrides: Partial<Operation> = {}): Operation {
  return {
    id: `note-${version}`,
    kind: 'note',
    door: 'gateway',
    key: 'i1',
    sentAt: 0,
    answeredAt: 1,
    outcome: 'acknowledged',
    status: 201,
    version: null,
    ...overrides,
  };
}

const TRAIL = { written: 9, unsealed: 1, sealed: 8, named: 8, broken: 0, endsWhereItGoesOn: true };

/** Three notes on an incident, three reports of an alert, one item: all as it has to be. */
function sound(): Evidence {
  const ciRow = { id: 'c1', name: 'shop', class: 'service', retired: false };
  return {
    operations: [
      ...[1, 2, 3].map((version) => note(version)),
      note(4, { outcome: 'unknown', status: null }),
      note(5, { outcome: 'refused', status: 404 }),
      ...['r1', 'r2', 'r3'].map((id) => note(0, { id, kind: 'report-alert', key: 'disk' })),
      note(0, { id: 'r4', kind: 'report-alert', key: 'disk', outcome: 'unknown' }),
    ],
    log: [
      ...[1, 2, 3].map((version) => event(version)),
      event(1, {
        topic: 'itops.ci.v1',
        id: 'ci1',
        type: 'itops.ci.created.v1',
        aggregateType: 'ci',
        aggregateId: 'c1',
        mark: null,
      }),
    ],
    folded: new Map([
      ['incident/i1', { type: 'itops.incident.noted.v1', version: 3, data: incident, backedOut: false }],
      ['ci/c1', { type: 'itops.ci.created.v1', version: 1, data: ci, backedOut: false }],
    ]),
    inbound: { 'itops.inbound.alerts': 4 },
    tables: {
      services: ['cmdb-svc', 'incident-svc', 'change-svc', 'capacity-svc'],
      outbox: { 'incident-svc': 0 },
      held: { 'incident-svc': 0 },
      trails: { 'incident-svc': TRAIL },
      applied: [
        { consumer: 'cmdb-svc.conditions', aggregateType: 'incident', aggregateId: 'i1', version: 3 },
        ...['change-svc.estate', 'capacity-svc.cis', 'incident-svc.estate'].map((consumer) => ({
          ...{ consumer, aggregateType: 'ci', aggregateId: 'c1', version: 1 },
        })),
      ],
      parked: [],
      received: { 'incident-svc.alerts': 4 },
      versions: new Map([
        ['incident/i1', 3],
        ['ci/c1', 1],
      ]),
      traces: new Map([1, 2, 3].map((version) => [`note-${version}`, 1])),
      occurrences: new Map([['disk', 3]]),
      readModels: {
        'incident-svc ci': [{ ...ciRow, criticality: 1, status: 'degraded' }],
        'change-svc ci': [{ ...ciRow, version: 1 }],
        'capacity-svc ci': [{ ...ciRow, version: 1 }],
        'cmdb-svc conditions of incidents': [{ id: 'i1 on c1', priority: 2 }],
      },
    },
  };
}

const withTables =
  (change: (tables: Tables) => Partial<Tables>): Change =>
  (evidence) => ({ ...evidence, tables: { ...evidence.tables, ...change(evidence.tables) } });
const withLog =
  (change: (log: readonly LoggedEvent[]) => LoggedEvent[]): Change =>
  (evidence) => ({ ...evidence, log: change(evidence.log) });
const withTrace = (mark: string, count: number): Change =>
  withTables(({ traces }) => ({ traces: new Map([...traces, [mark, count]]) }));
const withOccurrences = (count: number): Change => withTables(() => ({ occurrences: new Map([['disk', count]]) }));
const withTrail = (change: Partial<Trail>): Change =>
  withTables(() => ({ trails: { 'incident-svc': { ...TRAIL, ...change } } }));
const withReadModel = (name: string, rows: Tables['readModels'][string]): Change =>
  withTables(({ readModels }) => ({ readModels: { ...readModels, [name]: rows } }));

/** What breaks, how the evidence then looks, and who has to say what of it. */
const BROKEN: readonly (readonly [what: string, change: Change, checker: string, kind: Violation['kind']])[] = [
  [
    'an acknowledged note has no event',
    withLog((log) => log.filter(({ version }) => version !== 3)),
    'commands',
    'lost',
  ],
  ['an acknowledged note is in no table', withTables(() => ({ traces: new Map() })), 'commands', 'lost'],
  ['a note is there twice', withTrace('note-1', 2), 'commands', 'doubled'],
  ['a note without an answer is there twice', withTrace('note-4', 2), 'commands', 'doubled'],
  ['a refused note is there', withTrace('note-5', 1), 'commands', 'lied'],
  [
    'an answer told another version',
    (evidence) => ({ ...evidence, operations: [note(2, { version: 7 })] }),
    'commands',
    'lied',
  ],
  ['an alert was counted too seldom', withOccurrences(2), 'alerts', 'lost'],
  ['an alert was counted too often', withOccurrences(5), 'alerts', 'doubled'],
  ['a version is missing', withLog((log) => log.filter(({ id }) => id !== 'e2')), 'sequences', 'lost'],
  ['the last version is missing', withLog((log) => log.filter(({ id }) => id !== 'e3')), 'sequences', 'lost'],
  [
    'one version is two events',
    withLog((log) => [...log, event(2, { id: 'other', offset: 9, mark: null })]),
    'sequences',
    'doubled',
  ],
  [
    'versions are in the wrong order',
    withLog(([first, second, third, ...rest]) => [first, third, second, ...rest].filter((one) => one !== undefined)),
    'sequences',
    'reordered',
  ],
  [
    'the log knows more than the table',
    withTables(({ versions }) => ({ versions: new Map([...versions, ['incident/i1', 2]]) })),
    'sequences',
    'diverged',
  ],
  [
    'a consumer has not applied a version',
    withTables(({ applied }) => ({ applied: applied.map((row) => ({ ...row, version: 1 })) })),
    'consumption',
    'lost',
  ],
  [
    'a consumer has applied more than was published',
    withTables(({ applied }) => ({ applied: applied.map((row) => ({ ...row, version: row.version + 1 })) })),
    'consumption',
    'doubled',
  ],
  ['an inbound message was not received', withTables(() => ({ received: {} })), 'consumption', 'lost'],
  ['a copy lacks a row', withReadModel('change-svc ci', []), 'read-models', 'diverged'],
  [
    'a copy has a row too many',
    withReadModel('cmdb-svc conditions of changes', [{ id: 'x on c1', priority: null }]),
    'read-models',
    'diverged',
  ],
  [
    'a copy is stale',
    withReadModel('cmdb-svc conditions of incidents', [{ id: 'i1 on c1', priority: 5 }]),
    'read-models',
    'diverged',
  ],
  ['an outbox does not empty', withTables(() => ({ outbox: { 'incident-svc': 3 } })), 'settled', 'stuck'],
  ['an audit row was passed by', withTrail({ unsealed: 0 }), 'trails', 'lost'],
  ['an audit row was sealed twice', withTrail({ unsealed: 0, sealed: 9 }), 'trails', 'doubled'],
  ['a sealed audit row would be sealed again', withTrail({ unsealed: 2 }), 'trails', 'doubled'],
  ['a link of the audit chain does not hold', withTrail({ broken: 1 }), 'trails', 'reordered'],
  ['the audit chain has two ends', withTrail({ endsWhereItGoesOn: false }), 'trails', 'diverged'],
  ['a message is held for ever', withTables(() => ({ held: { 'incident-svc': 1 } })), 'settled', 'stuck'],
  [
    'sound messages were parked',
    withTables(() => ({
      parked: [
        {
          ...{ consumer: 'cmdb-svc.conditions', topic: 'itops.incident.v1', aggregateType: 'incident' },
          ...{ aggregateId: 'i1', version: 4, reason: 'boom' },
        },
      ],
    })),
    'settled',
    'parked',
  ],
];

function judge(evidence: Evidence): Violation[] {
  return CHECKERS.flatMap((check) => check(evidence));
}

describe('the checkers', () => {
  it('find nothing in a sound history', () => {
    expect(judge(sound())).toEqual([]);
  });

  it.each(BROKEN)('notice that %s', (_, change, checker, kind) => {
    expect(judge(change(sound()))).toContainEqual(expect.objectContaining({ checker, kind }));
  });

  it('take an unanswered operation as it is: there once, or not at all', () => {
    expect(judge(withTrace('note-4', 1)(sound()))).toEqual([]);
    expect(judge(withOccurrences(4)(sound()))).toEqual([]);
  });

  it('allow the identical event to be sent again', () => {
    const again = withLog((log) => [...log, event(2, { offset: 9 })])(sound());
    expect(judge(again)).toEqual([]);
    expect(repeatedSendings(again.log)).toBe(1);
  });

  it('count what is parked as settled', () => {
    const parked = withTables(({ applied }) => ({
      applied: applied.map((row) => (row.aggregateType === 'incident' ? { ...row, version: 1 } : row)),
      parked: [2, 3].map((version) => ({
        ...{ consumer: 'cmdb-svc.conditions', topic: 'itops.incident.v1', aggregateType: 'incident' },
        ...{ aggregateId: 'i1', version, reason: 'boom' },
      })),
    }))(sound());
    expect(judge(parked).filter(({ checker }) => checker === 'consumption')).toEqual([]);
  });
});
