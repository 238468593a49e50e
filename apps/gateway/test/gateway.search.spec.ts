import {
  type AlertData,
  alertFired,
  alertRepeated,
  type ChangeData,
  changeClosed,
  changeCreated,
  ciCreated,
  type CiData,
  incidentClosed,
  type IncidentData,
  incidentNoted,
  incidentOpened,
} from '@itops/contracts';
import { isRecord, newId, type Permission, permissionsOf, readListRequest } from '@itops/kit';
import { eventually } from '@itops/testing';
import * as fc from 'fast-check';

import { SEARCH, SearchQueries } from '../src/persistence/search.queries';
import { type GatewayUnderTest, startGateway } from './gateway-under-test';

let gateway: GatewayUnderTest;
beforeAll(async () => {
  gateway = await startGateway();
});
afterAll(() => gateway.close());

const AT = '2026-01-01T00:00:00.000Z';

const incident = (more: Partial<IncidentData>): IncidentData => ({
  ...{ id: newId(), version: 1, number: 'INC0000001', title: 'Fault', description: '', state: 'new', holdReason: null },
  ...{ impact: 2, urgency: 2, priority: 3, ciId: null, affectedCis: [], assignmentGroup: null, assignee: null },
  ...{ caller: null, source: 'manual', openedAt: AT, acknowledgedAt: null, resolvedAt: null, closedAt: null },
  ...{ reopenCount: 0, reassignmentCount: 0, closeCode: null, closeNotes: null, causedByChangeId: null, alertCount: 0 },
  ...more,
});
const change = (more: Partial<ChangeData>): ChangeData => ({
  ...{ id: newId(), version: 1, number: 'CHG0000001', title: 'Change', type: 'normal', state: 'new', cis: [] },
  ...{ plannedStart: null, plannedEnd: null, actualStart: null, actualEnd: null, assignmentGroup: null },
  ...{ assignee: null, requestedBy: 'spec', closeCode: null, closeNotes: null, source: 'manual', externalRef: null },
  ...{ failed: false, createdAt: AT },
  ...more,
});
const ci = (more: Partial<CiData>): CiData => ({
  ...{ id: newId(), version: 1, class: 'server', name: 'web', attributes: {}, externalIds: [], stage: 'operate' },
  ...{ operationalStatus: 'operational', ownerGroup: null, criticality: 3, createdAt: AT, updatedAt: AT },
  ...more,
});
const alert = (more: Partial<AlertData>): AlertData => ({
  ...{ id: newId(), version: 1, source: 'prometheus', dedupKey: newId(), summary: 'Alert', severity: 'error' },
  ...{ state: 'firing', labels: {}, ciId: null, incidentId: null, occurrences: 1, firstSeenAt: AT, lastSeenAt: AT },
  ...{ resolvedAt: null },
  ...more,
});

type Fact = Parameters<GatewayUnderTest['service']['bus']['emitEvents']>[0][number];
const opened = (data: IncidentData) => incidentOpened.of(data.id, data.version, data);
const created = (data: ChangeData) => changeCreated.of(data.id, data.version, data);
const known = (data: CiData) => ciCreated.of(data.id, data.version, data);
const fired = (data: AlertData) => alertFired.of(data.id, data.version, data);

/** Publishes, and waits until all of it is kept. */
async function publish(...facts: Fact[]): Promise<void> {
  await gateway.service.bus.emitEvents(facts);
  const wanted = new Map(facts.map(({ aggregateId, aggregateVersion }) => [aggregateId, aggregateVersion]));
  await eventually(async () => {
    const rows = await gateway.service.database.query<{ aggregate_id: string; version: number }[]>(
      `select aggregate_id, version from applied where consumer = 'gateway.search' and aggregate_id = any($1)`,
      [[...wanted.keys()]],
    );
    expect(new Map(rows.map(({ aggregate_id, version }) => [aggregate_id, version]))).toEqual(wanted);
  });
}

async function search(query: string): Promise<Record<string, unknown>[]> {
  const { status, body } = await gateway.api.get(`/v1/search?${query}`);
  expect([query, status]).toEqual([query, 200]);
  return Array.isArray(body['items']) ? body['items'].filter(isRecord) : [];
}

const find = async (text: string, more = '') =>
  (await search(`q=${encodeURIComponent(text)}${more}`)).map(({ id }) => id);

/** A word that nothing else here has. */
const unique = () => `w${newId().slice(-12)}`;

describe('the search', () => {
  it('finds incidents, changes, items and alerts by words, beginnings and parts of names', async () => {
    const word = unique();
    const a = incident({ title: `Payments fail in ${word}`, description: 'Größere Störung', number: 'INC0004711' });
    const b = change({ title: `Deploy ${word} 2.0`, externalRef: 'run-77', number: 'CHG0004712' });
    const c = ci({
      name: `${word}-db-01.prod`,
      attributes: { nested: { os: 'debian' }, ram: [64] },
      class: 'database',
    });
    const d = alert({ summary: `Disk of ${word} is full`, labels: { mount: '/var/lib' } });
    await publish(opened(a), created(b), known(c), fired(d));
    expect((await find(word)).sort()).toEqual([a.id, b.id, c.id, d.id].sort());
    expect((await find(word.slice(0, -2))).length).toBe(4);
    expect(await find(`${word.slice(0, -2)} `)).toEqual([]);
    expect(await find(`${word} pay`)).toEqual([a.id]);
    expect(await find(`${word} storung`)).toEqual([a.id]);
    expect(await find(`${word}-db-01.prod`)).toEqual([c.id]);
    expect(await find(`${word}-db-01.pr`)).toEqual([c.id]);
    expect(await find(`${word} debian 64`)).toEqual([c.id]);
    expect(await find(`${word} run-77`)).toEqual([b.id]);
    expect(await find(`${word} /var/lib`)).toEqual([d.id]);
    expect(await find(`"disk of ${word}"`)).toEqual([d.id]);
    expect(await find(`"${word} disk"`)).toEqual([]);
    expect((await find(`${word} -payments -disk`)).sort()).toEqual([b.id, c.id].sort());
    expect(await find(word, '&type=ci')).toEqual([c.id]);
    const [found] = await search(`q=${word}+pay&fields=type,number,title,state,open,at,foundBy,snippet,href`);
    expect(found).toEqual({
      ...{ type: 'incident', number: 'INC0004711', title: a.title, state: 'new', open: true, at: AT },
      ...{ foundBy: 'title', snippet: 'Größere Störung', href: `/v1/incidents/${a.id}` },
    });
  });

  it('puts what is called so first, then titles, then texts; what is open before what is over, the newest first', async () => {
    const word = unique();
    const serial = 5_000_000 + Math.floor(Math.random() * 4_000_000);
    const at = (day: number) => `2026-01-${String(day).padStart(2, '0')}T00:00:00.000Z`;
    const named = incident({ number: `INC${serial}`, state: 'closed', title: 'Other' });
    const text = incident({ number: 'INC0000002', description: `see ${serial} ${word}`, openedAt: at(9) });
    const closed = incident({ number: 'INC0000003', title: `${serial} ${word}`, state: 'closed', openedAt: at(8) });
    const older = incident({ number: 'INC0000004', title: `${serial} ${word}`, openedAt: at(5) });
    const newer = incident({ number: 'INC0000005', title: `${serial} ${word}`, openedAt: at(6) });
    await publish(...[named, text, closed, older, newer].map(opened));
    const ranked = [newer.id, older.id, closed.id, text.id];
    expect(await find(String(serial))).toEqual([named.id, ...ranked]);
    expect(await find(`inc${serial}`)).toEqual([named.id]);
    expect(await find(word)).toEqual(ranked);

    const pages: unknown[] = [];
    for (let next: string | undefined = ''; next !== undefined;) {
      const { body } = await gateway.api.get(`/v1/search?q=${serial}&limit=2${next && `&cursor=${next}`}`);
      pages.push(...(Array.isArray(body['items']) ? body['items'].filter(isRecord).map(({ id }) => id) : []));
      next = typeof body['nextCursor'] === 'string' ? body['nextCursor'] : undefined;
    }
    expect(pages).toEqual([named.id, ...ranked]);
  });

  it('follows what becomes of a resource', async () => {
    const word = unique();
    const first = incident({ title: `Slow ${word}` });
    const other = change({ title: `Faster ${word}` });
    const beeping = alert({ summary: `Beep ${word}` });
    await publish(opened(first), created(other), fired(beeping));
    const noted: IncidentData = { ...first, version: 2, title: `Quick ${word}` };
    await publish(
      incidentNoted.of(first.id, 2, { ...noted, note: null }),
      incidentClosed.of(first.id, 3, { ...noted, version: 3, state: 'closed' }),
      changeClosed.of(other.id, 2, { ...other, version: 2, state: 'closed' }),
      alertRepeated.of(beeping.id, 2, { ...beeping, version: 2, occurrences: 2 }),
    );
    expect(await find(`${word} slow`)).toEqual([]);
    expect((await search(`q=${word}`)).map(({ title, open }) => [title, open])).toEqual(
      expect.arrayContaining([
        [`Quick ${word}`, false],
        [`Faster ${word}`, false],
        [`Beep ${word}`, true],
      ]),
    );
  });

  it('shows each caller only what they may read, and security incidents to few', async () => {
    const word = unique();
    const secret = incident({ title: `Breach ${word}`, number: 'INC0009001', security: true });
    const plain = incident({ title: `Fault ${word}`, number: 'INC0009002' });
    const deploy = change({ title: `Change ${word}` });
    await publish(opened(secret), opened(plain), created(deploy));
    const queries = gateway.service.running.app.get(SearchQueries);
    const seenWith = async (permissions: readonly Permission[], text: string) => {
      const authority = {
        ...{ subject: 'user:a', credential: 'spec', principals: ['user:a'], groups: [] },
        permissions: new Set(permissions),
      };
      const request = readListRequest(SEARCH, `q=${text}`);
      return (await queries.find(request, { authority }, ({ id }) => id)).items.sort();
    };
    expect(await seenWith(permissionsOf(['viewer']), word)).toEqual([plain.id, deploy.id].sort());
    expect(await seenWith(permissionsOf(['viewer']), 'INC0009001')).toEqual([]);
    expect(await seenWith(permissionsOf(['security-responder']), word)).toEqual(
      [secret.id, plain.id, deploy.id].sort(),
    );
    expect(await seenWith(['change:read'], word)).toEqual([deploy.id]);
    expect(await seenWith(['incident:read-security'], word)).toEqual([]);
    // Once it is marked, it is gone at once.
    await publish(incidentNoted.of(plain.id, 2, { ...plain, version: 2, security: true, note: null }));
    expect(await seenWith(permissionsOf(['viewer']), word)).toEqual([deploy.id]);
  });

  it.each([
    ['', 'is missing'],
    ['q=', 'is empty'],
    ['q=a&type=person', 'must be one of incident, change, ci, alert'],
    ['q=a&sort=title', 'is no filter'],
    ['q=a&cursor=abc', 'is not a cursor'],
    ['q=a&limit=500', 'from 1 to 200'],
    [`q=${'a'.repeat(256)}`, 'at most 255'],
    ['q=%00', 'must be a text'],
  ])('refuses ?%s', async (query, reason) => {
    const { status, body } = await gateway.api.get(`/v1/search?${query}`);
    expect(status).toBe(400);
    expect(JSON.stringify(body['errors'])).toContain(reason);
  });

  it('takes whatever is typed for text', async () => {
    const hostile = [
      ...[
        "'",
        "''",
        "\\'",
        "a' | 'b",
        "'); drop table search_document; --",
        '!',
        '!!a',
        '&',
        '|',
        '<->',
        'a <-> b',
        ':*',
      ],
      ...[
        'a:*',
        'a:A',
        '(((',
        ')))',
        '"',
        '"""',
        '-',
        '--',
        '-"',
        '%',
        '_',
        '\\',
        '$1',
        '?',
        '{}',
        '🚀',
        'ﬁ',
        'İ',
        '‮x',
        '0x1F',
      ],
      ...['1e400', '9'.repeat(200), 'a '.repeat(120), 'ก็', '日本語', '=inc12', '=', "='"],
    ];
    for (const text of hostile) await find(text);
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 60 }), async (text) => {
        const { status } = await gateway.api.get(`/v1/search?q=${encodeURIComponent(text)}`);
        expect(status).toBe(text.includes('\u0000') ? 400 : 200);
      }),
      { numRuns: 80 },
    );
  });
});
